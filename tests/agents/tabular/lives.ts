import fc from 'fast-check';
import { type AgentKind, settingsOf } from '../../../agents/kinds.ts';
import type { Agent, TimeStep } from '../../../environments/contract.ts';
import { ACTIONS, experienceSpec, STATES } from '../../support/experience.ts';
import { exploringAlways } from '../../support/learnedValues.ts';

/*
 * Lives of single users with the actions that were available to them each day, for agents and for slow references
 * that learn from the same ones.
 */

export const GAMMA = 0.9;
export const EPSILON = 0.25;
export const ALPHA = 0.5;

/** The settings of the book: constant step size, everyone explores alike. */
export const BOOK = { discount: GAMMA, stepSize: ALPHA, stepSizeVisits: 0, ...exploringAlways(EPSILON) };

/** What a user is seen in, and what it may be given there. */
export interface Seen {
  readonly state: number;
  readonly available: readonly number[];
}

export interface LivedDay extends Seen {
  /** what was done, one of the available actions */
  readonly action: number;
  /** eighths, which single precision holds exactly */
  readonly reward: number;
}

/** One user's episode. */
export interface Life {
  readonly days: readonly LivedDay[];
  /** whether the user left for good on the last day; otherwise the horizon cut the episode off */
  readonly left: boolean;
  /** where it ended */
  readonly end: Seen;
}

const ALL = Array.from({ length: ACTIONS }, (_, action) => action);
const GONE: Seen = { state: 0, available: [] };
const state = fc.nat(STATES - 1);
const available = fc.oneof(fc.constant(ALL), fc.subarray(ALL, { minLength: 1 }));

const day: fc.Arbitrary<LivedDay> = fc
  .record({ state, available, pick: fc.nat(), reward: fc.integer({ min: -40, max: 40 }) })
  .map(({ pick, reward, ...seen }) => ({
    ...seen,
    action: seen.available[pick % seen.available.length],
    reward: reward / 8,
  }));

/** Any life of 1 to 12 days. */
export const life: fc.Arbitrary<Life> = fc.record({
  days: fc.array(day, { minLength: 1, maxLength: 12 }),
  left: fc.boolean(),
  end: fc.record({ state, available }),
});

/** Any lives of one user after another. */
export const lives = fc.array(life, { minLength: 1, maxLength: 8 });

/** An agent for some users in the world of these lives, with the settings of the book and these. */
export function bookAgent(
  kind: AgentKind,
  settings: Readonly<Record<string, number>> = {},
  { users = 1, states = STATES } = {},
): Agent {
  const spec = { ...experienceSpec(users), stateCount: states };
  const { discount, ...others } = BOOK;
  const book = 'discount' in kind.hyperparameters ? { discount, ...others } : others;
  return kind.create(spec, { key: 1, trainingDays: 100 }, settingsOf(kind, { ...book, ...settings }));
}

/** Days of the longest of these lives. */
export function horizonOf(users: readonly Life[]): number {
  return Math.max(...users.map(({ days }) => days.length));
}

/**
 * Lets an agent learn from one episode of several users. Who ends before the others has left. Where everybody has
 * left, no last step comes, as if the world had stopped there.
 *
 * @param until days after which the episode is broken off
 */
export function live(agent: Agent, users: readonly Life[], until = horizonOf(users)): void {
  const horizon = horizonOf(users);
  for (let t = 0; t < until; t++) {
    const actions = Uint8Array.from(users, ({ days }) => days[t]?.action ?? 0);
    agent.update(stepOf(users, t, horizon), actions, stepOf(users, t + 1, horizon));
  }
}

/** The values of every action in every state. */
export function valuesOf(agent: Agent, states = STATES): number[][] {
  return Array.from({ length: states }, (_, s) => [...agent.actionValues!(s)]);
}

function stepOf(users: readonly Life[], t: number, horizon: number): TimeStep {
  const there = users.map(({ days, left }) => (t < days.length || (t === days.length && !left) ? 1 : 0));
  const last = t === horizon && there.includes(1);
  const seen = users.map(({ days, end }, i) => (there[i] === 1 ? (days[t] ?? end) : GONE));
  const masked = users.some(({ days, end }) =>
    [...days, end].some((each) => each.available.length < ACTIONS),
  );
  const mask = Uint8Array.from(seen.flatMap((each) => ALL.map((a) => (each.available.includes(a) ? 1 : 0))));
  return {
    stepType: t === 0 ? 'first' : last ? 'last' : 'mid',
    day: t,
    observation: {
      features: new Float32Array(0),
      states: Uint32Array.from(seen, (each) => each.state),
      active: Uint8Array.from(there),
      ...(masked ? { available: mask } : {}),
    },
    rewards: Float32Array.from(users, ({ days }) => days[t - 1]?.reward ?? 0),
    discounts: Float32Array.from(there),
  };
}
