import { join } from 'node:path';
import { loadScenario, readScenarioFile } from '../../environments/scenario/loadScenario.ts';
import type { Program } from '../../environments/scenario/program.ts';

/** The file of a scenario that is quick to play. */
export const SMALL_SHOP = join(import.meta.dirname, '..', 'fixtures', 'small-shop.yaml');

/** The same, read and checked. */
export function smallShop(parameters: Readonly<Record<string, number>> = {}): Program {
  return loadScenario(readScenarioFile(SMALL_SHOP), parameters);
}
