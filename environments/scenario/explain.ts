import { drawKey, uniformDraw } from '../random/keyedDraw.ts';
import { purposeOf } from '../random/purpose.ts';
import { explainAvailability, takenAction } from './explainAvailability.ts';
import { draws } from './expression.ts';
import type { DayFormula, Definition, Program } from './program.ts';
import { type ExplainedFormula, Reading, totalOf, type UserDay } from './reading.ts';
import { stepsOf } from './vectors.ts';

export type { ExplainedDraw, ExplainedFormula, UserDay } from './reading.ts';

export interface ExplainedTransition extends ExplainedFormula {
  /** index of the stage it leads to */
  readonly to: number;
  /** the draw has to fall below this for this transition or one before it */
  readonly upTo: number;
}

/** Everything that happened to one user on one day. */
export interface ExplainedDay {
  /** for each action that is not for everyone, whether it was available this morning: 0 or NaN is no */
  readonly offered: readonly ExplainedFormula[];
  /** index of the action taken: the chosen one, or the first available where it was not */
  readonly action: number;
  readonly day: readonly ExplainedFormula[];
  readonly transitions: readonly ExplainedTransition[];
  /** the lifecycle draw in [0, 1) */
  readonly uniform: number;
  /** index of the stage in the evening */
  readonly stage: number;
  readonly reward: readonly ExplainedFormula[];
  /** sum of the parts */
  readonly total: number;
  /** whether the day counted as a visit: 0 or NaN is no; undefined where the scenario does not say what a visit is */
  readonly visit: ExplainedFormula | undefined;
  readonly metrics: readonly ExplainedFormula[];
  readonly observe: readonly ExplainedFormula[];
  /** traits and state as they are this evening */
  readonly values: Readonly<Record<string, number>>;
}

/**
 * Evaluates one user's day with mathjs, formula by formula. It shares nothing with the simulation but the checked
 * program and the draws, and is what the kernels are tested against.
 */
export function explainDay(program: Program, user: UserDay): ExplainedDay {
  const reading = new Reading(program, user);
  reading.setTime(user);
  reading.set({ stage: user.stage });
  // Asked the evening before, of the same values.
  const offered = explainAvailability(program, { ...user, day: user.day - 1, tenure: user.tenure - 1 });
  const action = takenAction(program, user.action, offered);
  reading.setAction(action);
  const day = stepsOf(program.day).flatMap((step) => explainStep(step, reading));
  const { transitions, uniform, stage } = explainLifecycle(program, user, reading);
  reading.set({ stage });
  const all = (definitions: readonly Definition[]) =>
    definitions.map((d) => reading.evaluate(d.name, d.formula));
  const reward = all(program.reward);
  return {
    offered,
    action,
    day,
    transitions,
    uniform,
    stage,
    reward,
    total: totalOf(reward),
    visit: program.visit && reading.evaluate(program.visit.name, program.visit.formula),
    metrics: all(program.metrics),
    observe: all(program.observe),
    values: reading.columns(),
  };
}

/** One formula of the day, or those of a vector, all of which see the values of before. */
function explainStep(step: readonly DayFormula[], reading: Reading): ExplainedFormula[] {
  const values: Record<string, number | boolean> = {};
  const explained = step.map(({ name, formula, isState }) => {
    const one = reading.evaluate(name, formula);
    values[name] = isState ? one.value : reading.last;
    return one;
  });
  reading.set(values);
  return explained;
}

/** A user at birth. */
export interface BornUser extends Pick<UserDay, 'seedKey' | 'birth' | 'segment' | 'channel'> {
  /** the evening on which it came; 0 for who was there from the start */
  readonly bornOn?: number;
  /** traits of who brought it, by name */
  readonly referrer?: Readonly<Record<string, number>> | undefined;
}

export interface ExplainedTrait extends ExplainedFormula {
  /** true: the referrer's, whatever the formula would have drawn */
  readonly inherited?: boolean;
}

/** What a user is born with. */
export interface ExplainedBirth {
  readonly traits: readonly ExplainedTrait[];
  readonly state: readonly ExplainedFormula[];
  readonly values: Readonly<Record<string, number>>;
}

/** Evaluates a user's birth with mathjs. */
export function explainBirth(program: Program, user: BornUser): ExplainedBirth {
  const { bornOn: day = 0, referrer } = user;
  const reading = new Reading(program, { ...user, day, tenure: 0, stage: 0, action: 0, values: {} });
  const define = ({ name, formula }: Definition) => {
    const explained = reading.evaluate(name, formula);
    reading.set({ [name]: explained.value });
    return explained;
  };
  const traits = program.traits.map((trait) => {
    const own = define(trait);
    if (!referrer || !isAlike(program, reading, trait)) return own;
    const value = referrer[trait.name];
    reading.set({ [trait.name]: value });
    return { ...own, value, inherited: true };
  });
  const state = program.state.map(define);
  return { traits, state, values: reading.columns() };
}

/** Whether who was referred has this trait of the referrer. */
function isAlike({ arrivals }: Program, reading: Reading, { name, formula }: Definition): boolean {
  return (
    draws(formula.expression) && reading.uniform(`arrivals.likeness.${name}`) < (arrivals?.likeness ?? 0)
  );
}

function explainLifecycle(program: Program, user: UserDay, reading: Reading) {
  const { a, b } = drawKey(user.seedKey, user.day, purposeOf('lifecycle'));
  const uniform = uniformDraw(user.birth, a, b);
  let sum = 0;
  const transitions = program.stages[user.stage].transitions.map(({ to, formula }): ExplainedTransition => {
    const explained = reading.evaluate(program.stages[to].name, formula);
    sum += Math.max(explained.value, 0);
    return { ...explained, to, upTo: sum };
  });
  const taken = transitions.find((transition) => uniform < transition.upTo);
  return { transitions, uniform, stage: taken?.to ?? user.stage };
}
