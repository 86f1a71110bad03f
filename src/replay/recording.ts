import type { Program } from '../../environments/scenario/program.ts';

/** A recorded episode: scenario, seed and actions, from which every day of every user is lived again exactly. */
export interface Recording {
  /** the checked scenario, with the parameters of the run */
  readonly program: Program;
  /** the episode's human seed, as given to `PopulationEnvironment.reset` */
  readonly seed: string;
  /** number of users */
  readonly users: number;
  /** days × users, row-major: row `day − 1` holds the action index of every user on that day */
  readonly actions: Uint8Array;
  /** what the title line calls it, such as a run's id and its policy */
  readonly label: string;
}

/** Number of days recorded; fewer than the scenario's horizon where the episode was cut short. */
export function recordedDays({ actions, users }: Recording): number {
  return actions.length / users;
}

/** Every user's action on one day, from 1 to the last recorded; a view. */
export function actionsOn({ actions, users }: Recording, day: number): Uint8Array {
  return actions.subarray((day - 1) * users, day * users);
}

/**
 * Checks that a recording can be an episode of its scenario.
 *
 * @throws RangeError naming what does not fit
 */
export function checkRecording(recording: Recording): void {
  const { users, actions, program } = recording;
  if (!Number.isInteger(users) || users < 1)
    throw new RangeError(`expected users to be a whole number of at least 1, got ${users}`);
  const days = recordedDays(recording);
  if (!Number.isInteger(days))
    throw new RangeError(`expected one action per user and day, got ${actions.length} for ${users} users`);
  if (days > program.horizon)
    throw new RangeError(`expected at most ${program.horizon} days, the scenario's horizon, got ${days}`);
  const strange = actions.findIndex((action) => action >= program.actions.length);
  if (strange < 0) return;
  const where = `day ${Math.floor(strange / users) + 1}, user ${strange % users}`;
  throw new RangeError(
    `expected actions from 0 to ${program.actions.length - 1}, got ${actions[strange]} on ${where}`,
  );
}
