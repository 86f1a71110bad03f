import type { TimeStep } from '../../environments/contract.ts';
import type { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { recordedWorld } from './recordedWorld.ts';
import type { Replay } from './replay.ts';

/** A population on one evening, to be lived on, and what is seen of it the next morning. */
export interface LivedPopulation {
  readonly environment: PopulationEnvironment;
  readonly step: TimeStep;
}

/** Everybody of a recording on the evening of `day`, 0: at birth, in an environment that is the caller's own. */
export function populationOn(replay: Replay, day: number): LivedPopulation {
  const environment = recordedWorld(replay.recording);
  return { environment, step: environment.restore(replay.snapshotOn(day)) };
}
