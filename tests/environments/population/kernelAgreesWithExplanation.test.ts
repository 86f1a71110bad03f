import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadScenario } from '../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { compareOpen } from './compareOpen.ts';
import { compareReadings } from './compareReadings.ts';
import { everyProgram } from './exampleProgram.ts';
import { scenarioText } from './scenarioText.ts';

/** More runs and other seeds by hand: KERNEL_RUNS=5000 KERNEL_SEED=1 npx vitest run kernelAgrees --testTimeout 0 */
const RUNS = Number(process.env['KERNEL_RUNS'] ?? 150);
const SEED = Number(process.env['KERNEL_SEED'] ?? 20_240_117);

const MOST_SHRINKS = 300;

/** A different action for each user and day. */
const actionsOf = (program: Program) => (user: number, day: number) =>
  (user * 7 + day * 3) % program.actions.length;

function compare(text: string, seed: string): 'same' | 'not finite' {
  const program = loadScenario({ name: 'random', file: 'random.yaml', text });
  try {
    return compareReadings({ program, users: 6, days: 3, seed, action: actionsOf(program) });
  } catch (error) {
    throw new Error(`seed ${seed}: ${(error as Error).message}\n${text}`, { cause: error });
  }
}

test('any valid program: kernel and explanation agree on every number of every user and day', () => {
  let notFinite = 0;
  let shrinks = 0;
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const text = scenarioText(g);
      const seed = `s${g(fc.nat, 1000)}`;
      // A disagreement is made smaller for so long only.
      if (shrinks > MOST_SHRINKS) return;
      if (shrinks > 0) shrinks++;
      try {
        if (compare(text, seed) === 'not finite') notFinite++;
      } catch (error) {
        shrinks = Math.max(shrinks, 1);
        throw error;
      }
    }),
    { numRuns: RUNS, seed: SEED },
  );
  // Programs that come to a value that is not finite are compared only until they do.
  expect(notFinite).toBeLessThan(RUNS / 4);
});

test.each(everyProgram().map((program) => [program.name, program] as const))(
  'kernel and explanation agree on the scenario %s',
  (_, program) => {
    const lives = { days: Math.min(program.horizon, 14), seed: 'every', action: actionsOf(program) };
    const outcome =
      program.arrivals || program.decision
        ? compareOpen({ program, users: program.decision ? 2 : 40, ...lives })
        : compareReadings({ program, users: 8, ...lives });
    expect(outcome).toBe('same');
  },
);
