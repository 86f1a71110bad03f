import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadScenario } from '../../../environments/scenario/loadScenario.ts';
import { compareReadings } from './compareReadings.ts';
import { scenarioText } from './scenarioText.ts';

/** More runs and other seeds by hand: KERNEL_RUNS=5000 KERNEL_SEED=1 npx vitest run kernelAgrees --testTimeout 0 */
const RUNS = Number(process.env['KERNEL_RUNS'] ?? 150);
const SEED = Number(process.env['KERNEL_SEED'] ?? 20_240_117);

function compare(text: string, seed: string): 'same' | 'not finite' {
  const program = loadScenario({ name: 'random', file: 'random.yaml', text });
  const choices = program.actions.length;
  const action = (user: number, day: number) => (user * 7 + day * 3) % choices;
  try {
    return compareReadings({ program, users: 6, days: 3, seed, action });
  } catch (error) {
    throw new Error(`seed ${seed}: ${(error as Error).message}\n${text}`, { cause: error });
  }
}

test('any valid program: kernel and explanation agree on every number of every user and day', () => {
  let notFinite = 0;
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const text = scenarioText(g);
      if (compare(text, `s${g(fc.nat, 1000)}`) === 'not finite') notFinite++;
    }),
    { numRuns: RUNS, seed: SEED },
  );
  // Programs that come to a value that is not finite are compared only until they do.
  expect(notFinite).toBeLessThan(RUNS / 4);
});
