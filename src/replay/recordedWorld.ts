import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { Recording } from './recording.ts';

/**
 * A new environment of a recording's world, as snapshots of it are taken and restored: with a decision each day, also
 * where the scenario has one for several days, and sums kept (`measured`).
 */
export function recordedWorld({ program, users }: Recording): PopulationEnvironment {
  const { decision } = program;
  const daily = decision ? { ...program, decision: { ...decision, every: 1 } } : program;
  return new PopulationEnvironment(daily, { users, measured: true });
}
