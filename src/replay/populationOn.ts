import type { TimeStep } from '../../environments/contract.ts';
import type { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { dayInPieces } from './dayInPieces.ts';
import { daysUntil } from './liveTo.ts';
import { atOnce, type Pieces } from './patiently.ts';
import { recordedWorld } from './recordedWorld.ts';
import { actionsOn } from './recording.ts';
import type { Replay } from './replay.ts';

/** A population on one evening, to be lived on, and what is seen of it the next morning. */
export interface LivedPopulation {
  readonly environment: PopulationEnvironment;
  readonly step: TimeStep;
}

/**
 * Everybody of a recording on the evening of `day`, 0: at birth, in an environment that is the caller's own.
 *
 * @throws RangeError if there is no such day
 */
export function populationOn(replay: Replay, day: number): LivedPopulation {
  return atOnce(populationWork(replay, day));
}

/** The same in pieces, none longer than it takes to come back to an evening. */
export function* populationWork(replay: Replay, day: number): Pieces<LivedPopulation> {
  const { recording, days } = replay;
  if (day <= days) for (const _ of daysUntil(replay, day)) yield;
  const environment = recordedWorld(recording);
  yield;
  const kept = replay.snapshotBefore(day);
  let step = kept ? environment.restore(kept) : environment.reset(recording.seed);
  while (environment.day < day) {
    yield;
    step = yield* dayInPieces(environment, actionsOn(recording, environment.day + 1));
  }
  return { environment, step };
}
