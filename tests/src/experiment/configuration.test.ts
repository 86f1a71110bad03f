import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamKey } from '../../../environments/random/streams.ts';
import { digestOf, type RunConfiguration, runId, seeds } from '../../../src/experiment/configuration.ts';

const configuration: RunConfiguration = {
  scenario: { name: 'shop', digest: 'abc', parameters: { appeal: 1, patience: 3 }, observe: 'declared' },
  agent: { name: 'q-learning', settings: { discount: 0.99, stepSize: 0.1 } },
  seed: '1',
  users: 100,
  episodes: 10,
  heldOutUsers: 50,
};
const { scenario, agent } = configuration;

/** The same with one field changed, for every field. */
const CHANGED: readonly (readonly [string, RunConfiguration])[] = [
  ['scenario.name', { ...configuration, scenario: { ...scenario, name: 'other' } }],
  ['scenario.digest', { ...configuration, scenario: { ...scenario, digest: 'abd' } }],
  [
    'scenario.parameters',
    { ...configuration, scenario: { ...scenario, parameters: { appeal: 1, patience: 4 } } },
  ],
  ['scenario.observe', { ...configuration, scenario: { ...scenario, observe: 'full' } }],
  ['agent.name', { ...configuration, agent: { ...agent, name: 'sarsa' } }],
  ['agent.settings', { ...configuration, agent: { ...agent, settings: { discount: 0.99, stepSize: 0.2 } } }],
  ['seed', { ...configuration, seed: '2' }],
  ['users', { ...configuration, users: 101 }],
  ['episodes', { ...configuration, episodes: 11 }],
  ['heldOutUsers', { ...configuration, heldOutUsers: 51 }],
];

/** The same value with the keys of every object the other way round. */
function reversed<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).reverse();
  return Object.fromEntries(entries.map(([key, part]) => [key, reversed(part)])) as T;
}

describe('runId(configuration)', () => {
  it.each(CHANGED)('changes with %s', (_, changed) => {
    expect(runId(changed)).not.toBe(runId(configuration));
  });

  it('covers every field that a configuration has', () => {
    const fields = Object.entries(configuration).flatMap(([key, value]) =>
      typeof value === 'object' ? Object.keys(value).map((part) => `${key}.${part}`) : [key],
    );
    expect(CHANGED.map(([field]) => field)).toEqual(fields);
  });

  it('does not depend on the order of keys', () => {
    expect(JSON.stringify(reversed(configuration))).not.toBe(JSON.stringify(configuration));
    expect(runId(reversed(configuration))).toBe(runId(configuration));
  });

  it('shows the seed where it is short and plain', () => {
    expect(runId(configuration)).toMatch(/^seed-1-[0-9a-f]{8}$/);
    expect(runId({ ...configuration, seed: 'spring_2026' })).toMatch(/^seed-spring_2026-[0-9a-f]{8}$/);
  });

  it('is the name of a folder and never a path, whatever the seed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('..', '../../etc', 'a/b', '~', '-rf', 'a\0b')),
        (seed) => {
          expect(runId({ ...configuration, seed })).toMatch(/^seed-[A-Za-z0-9_-]{1,24}-[0-9a-f]{8}$/);
        },
      ),
    );
  });

  it('tells seeds apart that look alike', () => {
    expect(runId({ ...configuration, seed: 'a/b' })).not.toBe(runId({ ...configuration, seed: 'a b' }));
  });
});

describe('digestOf(text)', () => {
  it('is SHA-256, as sha256sum gives it', () => {
    expect(digestOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('seeds', () => {
  it('held-out and validation users are never training users, whatever the seeds of the two runs', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('1', '1/train/0', '1/held-out', '1/validation'));
    fc.assert(
      fc.property(text, text, fc.nat(1_000), (seed, other, episode) => {
        const training = seeds.training(seed, episode);
        expect([seeds.heldOut(other), seeds.validation(other)]).not.toContain(training);
        expect(seeds.heldOut(other)).not.toBe(seeds.validation(seed));
      }),
    );
  });

  it('name populations with keys of their own', () => {
    const names = ['1', '2'].flatMap((seed) => [
      ...Array.from({ length: 500 }, (_, episode) => seeds.training(seed, episode)),
      seeds.validation(seed),
      seeds.heldOut(seed),
    ]);
    expect(new Set(names.map((name) => streamKey(name, 'population'))).size).toBe(names.length);
  });
});
