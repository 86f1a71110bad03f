import { type Shape, shapeOf } from '../../environments/population/shape.ts';
import { suggestion } from '../../environments/scenario/diagnostics.ts';
import type { Program } from '../../environments/scenario/program.ts';
import type { FilePlace } from '../../environments/scenario/rulePlaces.ts';
import type { ForkChoice } from './forks/forkChoice.ts';

/** A recorded episode: scenario, seed and actions, from which every day of every user is lived again exactly. */
export interface Recording {
  /** the checked scenario, with the parameters of the run */
  readonly program: Program;
  /** the episode's human seed, as given to `PopulationEnvironment.reset` */
  readonly seed: string;
  /** number of users at the start, or of products where one decision is taken for each of them */
  readonly users: number;
  /** time steps × deciders, row-major: the action index of every user, or product */
  readonly actions: Uint8Array;
  /** what the title line calls it, such as a run's id and its policy */
  readonly label: string;
  /** the rule of the scenario that decided; undefined: another policy did */
  readonly rule?: PlayedRule | undefined;
  /** what the last fork did otherwise in it; undefined: it is none */
  readonly forked?: ForkChoice;
}

/** A rule of the scenario that decided in a recording. */
export interface PlayedRule {
  readonly name: string;
  /** where each of its lines stands; undefined where no file is known */
  readonly places?: readonly FilePlace[];
}

/** How the users of a recording are laid out. */
export function shapeOfRecording({ program, users }: Recording): Shape {
  return shapeOf(program, users);
}

/** Number of days recorded; fewer than the scenario's horizon where the episode was cut short. */
export function recordedDays(recording: Recording): number {
  const { actions, program } = recording;
  const steps = actions.length / shapeOfRecording(recording).deciders;
  return Math.min(steps * daysEach(program), program.horizon);
}

/** The action of every user or product on one day, from 1 to the last recorded; a view. */
export function actionsOn(recording: Recording, day: number): Uint8Array {
  const { deciders } = shapeOfRecording(recording);
  const step = Math.floor((day - 1) / daysEach(recording.program));
  return recording.actions.subarray(step * deciders, (step + 1) * deciders);
}

/** The row of a user's decisions, where one may be taken for all users of a product. */
export function decisionRow(recording: Recording, user: number): number {
  return recording.program.decision ? Math.floor(user / shapeOfRecording(recording).places) : user;
}

/** Every user's action on one day by row, where one may stand for all users of a product. */
export function everyonesActionsOn(recording: Recording, day: number): Uint8Array {
  const actions = actionsOn(recording, day);
  if (!recording.program.decision) return actions;
  const { rows, places } = shapeOfRecording(recording);
  return Uint8Array.from({ length: rows }, (_, row) => actions[Math.floor(row / places)]);
}

/** The day on whose morning the decision for `day` was taken: an earlier one where decisions stand for several days. */
export function decisionDay(program: Pick<Program, 'decision'>, day: number): number {
  const every = daysEach(program);
  return Math.floor((day - 1) / every) * every + 1;
}

function daysEach({ decision }: Pick<Program, 'decision'>): number {
  return decision?.every ?? 1;
}

/**
 * Checks that a recording can be an episode of its scenario.
 *
 * @throws RangeError naming what does not fit
 */
export function checkRecording(recording: Recording): void {
  const { users, actions, program, rule } = recording;
  const rules = program.rules.map(({ name }) => name);
  if (rule && !rules.includes(rule.name))
    throw new RangeError(`${program.name} has no rule "${rule.name}"${suggestion(rule.name, rules)}`);
  if (!Number.isInteger(users) || users < 1)
    throw new RangeError(`expected users to be a whole number of at least 1, got ${users}`);
  const { deciders } = shapeOfRecording(recording);
  if (!Number.isInteger(actions.length / deciders))
    throw new RangeError(`expected one action per user and day, got ${actions.length} for ${deciders} users`);
  if (actions.length / deciders > Math.ceil(program.horizon / daysEach(program)))
    throw new RangeError(
      `expected at most ${program.horizon} days, the scenario's horizon, got ${(actions.length / deciders) * daysEach(program)}`,
    );
  const strange = firstAtLeast(program.actions.length, actions);
  if (strange < 0) return;
  const where = `day ${Math.floor(strange / deciders) * daysEach(program) + 1}, user ${strange % deciders}`;
  throw new RangeError(
    `expected actions from 0 to ${program.actions.length - 1}, got ${actions[strange]} on ${where}`,
  );
}

/** A loop, as there are millions. */
function firstAtLeast(least: number, values: Uint8Array): number {
  for (let k = 0; k < values.length; k++) if (values[k] >= least) return k;
  return -1;
}
