import type { TimeStep } from '../../environments/contract.ts';
import type { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { Pieces } from './patiently.ts';

/** Users who are lived in a few milliseconds. */
const ROWS_AT_ONCE = 20_000;

/** Lives the next day of a population in pieces of a few milliseconds, between which nothing else may be asked of it. */
export function dayInPieces(environment: PopulationEnvironment, actions: Uint8Array): Pieces<TimeStep> {
  return environment.stepInPieces(actions, ROWS_AT_ONCE);
}
