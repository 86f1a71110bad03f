import { fileURLToPath } from 'node:url';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import type { Recording } from '../../../src/replay/recording.ts';
import { bySight, played } from './openRecording.ts';
import { recordedEpisode } from './recordedEpisode.ts';

/** A recording of each kind of population: closed, open, with a budget a day or in all, and of products. */
export const RECORDINGS: readonly (readonly [name: string, make: () => Recording])[] = [
  ['closed', () => recordedEpisode(90, 70)],
  ['open', () => played('open').recording],
  ['short room', () => played('short room').recording],
  ['budget a day, open', () => played('budget').recording],
  ['budget a day', () => budgetShop('limit: 0.004')],
  ['budget in all', () => budgetShop('limit: 0.1, per: episode')],
  ['product', () => played('product').recording],
];

/** An evaluation of the shop with little money, recorded. */
export function budgetShop(budget: string): Recording {
  const source = readScenarioFile(fileURLToPath(new URL('../../fixtures/budget-shop.yaml', import.meta.url)));
  const text = source.text.replace('limit: 0.004', budget);
  const program = loadScenario({ ...source, text });
  const { actions } = evaluate(program, bySight, { users: 75, seed: 'played', record: true });
  return { program, users: 75, seed: 'played', actions, label: budget };
}

/** Every topic to everybody by turns, in the scenario whose traits and state are vectors. */
export function vectorShop(): Recording {
  const file = new URL('../../../scenarios/clickbait-feed.yaml', import.meta.url);
  const program = loadScenario(readScenarioFile(fileURLToPath(file)));
  const actions = Uint8Array.from({ length: 40 * 25 }, (_, k) => (k * 7 + (k >> 4)) % program.actions.length);
  return { program, users: 40, seed: 'vectors', actions, label: 'vectors' };
}
