import { expect, it } from 'vitest';
import { namesOfRuns } from '../../../../src/cli/replaying/namesOfRuns.ts';
import { smallTraining } from '../../../support/smallTraining.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const run = (options: Parameters<typeof smallTraining>[1] = {}) =>
  smallTraining(temporaryFolder(), options).record;

it('calls runs of one agent by the settings in which they differ', () => {
  const [a, b] = [run(), run({ seed: '2', episodes: 8 })];
  expect(namesOfRuns({ a, b })).toEqual({
    a: 'seed 1, episodes 4, q-learning',
    b: 'seed 2, episodes 8, q-learning',
  });
});

it('calls runs by the ends of their ids where no setting differs', () => {
  const a = run();
  const digest = 'f'.repeat(64);
  const other = { ...a.configuration, scenario: { ...a.configuration.scenario, digest } };
  const b = { ...a, id: 'seed-1-0123abcd', configuration: other };
  expect(namesOfRuns({ a, b })).toEqual({ a: `${a.id.slice(-8)}, q-learning`, b: '0123abcd, q-learning' });
});

it('leaves the names alone of a run against itself, a rule, or another agent', () => {
  const a = run();
  expect(namesOfRuns({ a, b: a })).toBeUndefined();
  expect(namesOfRuns({ a, b: undefined })).toBeUndefined();
  const { configuration } = a;
  const sarsa = { ...configuration, agent: { ...configuration.agent, name: 'sarsa' } };
  expect(namesOfRuns({ a, b: { ...a, id: 'seed-1-0123abcd', configuration: sarsa } })).toBeUndefined();
});
