import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadScenario } from '../../../environments/scenario/loadScenario.ts';
import { compareOpen } from './compareOpen.ts';
import { openText } from './openText.ts';
import { fixture } from './openWorld.ts';

/** More runs and other seeds by hand: KERNEL_RUNS=5000 KERNEL_SEED=1 npx vitest run openReadings --testTimeout 0 */
const RUNS = Number(process.env['KERNEL_RUNS'] ?? 120);
const SEED = Number(process.env['KERNEL_SEED'] ?? 20_240_118);

test('any valid open program: kernel and explanation agree on everybody, on products, and on who comes', () => {
  const outcomes = { same: 0, 'not finite': 0 };
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const text = openText(g);
      const program = loadScenario({ name: 'random', file: 'random.yaml', text });
      const action = (decider: number, day: number) => (decider * 7 + day * 3) % program.actions.length;
      try {
        outcomes[compareOpen({ program, users: 3, days: 3, seed: `s${g(fc.nat, 99)}`, action })]++;
      } catch (error) {
        throw new Error(`${(error as Error).message}\n${text}`, { cause: error });
      }
    }),
    { numRuns: RUNS, seed: SEED, endOnFailure: true },
  );
  expect(outcomes['not finite']).toBeLessThan(RUNS / 3);
});

test.each([
  ['open-shop', fixture('open-shop', ['value: 0.02', 'value: 0.3'], ['founders: 100', 'founders: 10'])],
  [
    'open-shop with little room',
    fixture('open-shop', ['room: 3', 'room: 0.3'], ['value: 0.02', 'value: 0.4']),
  ],
  ['product-shop', fixture('product-shop', ['users: 50', 'users: 12'])],
])('kernel and explanation agree on %s', (_, program) => {
  const action = (decider: number, day: number) => (decider + (day >> 1)) % program.actions.length;
  const users = program.decision ? 2 : 12;
  expect(compareOpen({ program, users, days: 12, seed: 'every', action })).toBe('same');
});
