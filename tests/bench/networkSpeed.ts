import { initialWeights } from '../../agents/deep/networks/initialWeights.ts';
import type { Network } from '../../agents/deep/networks/network.ts';
import { table } from '../../src/cli/table.ts';
import { openEngine } from './engines.ts';
import { ADAM, decisionsOf, LOSS, MEASURED, rowsOf } from './networkTask.ts';
import type { EngineName } from './options.ts';

const ROWS = [32, 256, 4096];
/** The engine without vectors takes too long for more. */
const MOST_ROWS_ON_CPU = 256;
const WORK = ['forward', 'training step'] as const;
const RATE = 1e-3;
/** Shorter than this, a sample is repeated. */
const SAMPLE_MS = 4;
/** So many rows before anything is measured. */
const WARM_UP_ROWS = 10_000;

/**
 * Prints how long networks take on each engine beside the plain network, in turns, the best of many samples. It is CPU
 * time, as on a machine with other work a long sample never has the processor for itself; native has several threads.
 */
export async function compareNetworks(engines: readonly EngineName[], rounds: number): Promise<void> {
  const { inputs, hidden, outputs, activation } = MEASURED;
  const names: EngineName[] = ['plain', ...engines.filter((name) => name !== 'plain')];
  console.log(
    `Network ${[inputs, ...hidden, outputs].join('→')} ${activation}, PPO's loss on the softmax, Adam: milliseconds of CPU time, and times as fast as plain typed-array loops; best of ${rounds} samples in turns`,
  );
  const rows: string[][] = [];
  for (const count of ROWS) {
    const measured = names.filter((name) => name !== 'cpu' || count <= MOST_ROWS_ON_CPU);
    for (const work of WORK) {
      const best = await fastestInTurns(measured, work, count, rounds);
      const cell = (name: EngineName) => {
        const ms = best.get(name);
        return ms === undefined ? '–' : `${ms.toFixed(3)} (${(best.get('plain')! / ms).toFixed(2)}×)`;
      };
      rows.push([work, String(count), ...names.map(cell)]);
    }
  }
  for (const line of table(['', 'rows', ...names], rows)) console.log(line);
}

/** Milliseconds of one pass or step on each engine. */
async function fastestInTurns(
  engines: readonly EngineName[],
  work: (typeof WORK)[number],
  rows: number,
  rounds: number,
): Promise<Map<EngineName, number>> {
  const best = new Map<EngineName, number>();
  const repeats = new Map<EngineName, number>();
  // The first round warms up, and says how often a sample has to be repeated.
  for (let round = 0; round <= rounds; round++) {
    for (const name of engines) {
      const { engine } = await openEngine(name);
      const network = engine.create(MEASURED, ADAM, initialWeights(MEASURED, 1, 'bench'));
      const times = repeats.get(name) ?? 1;
      if (round === 0) sample(network, work, rows, Math.ceil(WARM_UP_ROWS / rows));
      const ms = sample(network, work, rows, times);
      network.dispose();
      if (round === 0) repeats.set(name, Math.max(1, Math.ceil(SAMPLE_MS / ms)));
      else best.set(name, Math.min(best.get(name) ?? Infinity, ms));
    }
  }
  return best;
}

/** Milliseconds of CPU time of one of so many. */
function sample(network: Network, work: (typeof WORK)[number], rows: number, times: number): number {
  const inputs = rowsOf(MEASURED, rows);
  const decisions = decisionsOf(rows, 0);
  const begun = process.cpuUsage();
  for (let k = 0; k < times; k++) {
    if (work === 'forward') network.forward(inputs, rows);
    else network.train(inputs, rows, LOSS, decisions, RATE);
  }
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1000 / times;
}
