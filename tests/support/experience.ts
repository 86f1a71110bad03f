import fc from 'fast-check';
import type { EnvironmentSpec, TimeStep } from '../../environments/contract.ts';

/** One day of one user: what was done where, and what it earned. */
export interface ExperiencedDay {
  readonly state: number;
  readonly action: number;
  /** eighths, which single precision holds exactly */
  readonly reward: number;
}

/** One user's episode, day by day, and where it ended. */
export interface Experience {
  readonly days: readonly ExperiencedDay[];
  /** whether the user left for good on the last day; otherwise the horizon cut the episode off */
  readonly left: boolean;
  /** the state after the last day */
  readonly end: number;
}

export const STATES = 4;
export const ACTIONS = 3;

const state = fc.nat(STATES - 1);

/** Any episodes of one user, in a world of four states and three actions. */
export const experiences: fc.Arbitrary<Experience[]> = fc.array(
  fc.record({
    days: fc.array(
      fc.record({
        state,
        action: fc.nat(ACTIONS - 1),
        reward: fc.integer({ min: -40, max: 40 }).map((n) => n / 8),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    left: fc.boolean(),
    end: state,
  }),
  { minLength: 1, maxLength: 8 },
);

/** The world of `experiences` for some users, as an agent is told of it. */
export function experienceSpec(users: number): EnvironmentSpec {
  return {
    name: 'experience',
    users,
    horizon: 12,
    actions: ['a', 'b', 'c'].map((name) => ({ name, family: 'none', cost: 0 })),
    features: [],
    bins: [{ name: 'state', count: STATES }],
    stateCount: STATES,
    rules: [],
  };
}

/** A time step of several users, from plain numbers. */
export function timeStep(
  stepType: TimeStep['stepType'],
  users: readonly { readonly state: number; readonly reward?: number; readonly left?: boolean }[],
): TimeStep {
  const there = users.map(({ left = false }) => (left ? 0 : 1));
  return {
    stepType,
    day: 0,
    observation: {
      features: new Float32Array(0),
      states: Uint32Array.from(users, (user) => user.state),
      active: Uint8Array.from(there),
    },
    rewards: Float32Array.from(users, ({ reward = 0 }) => reward),
    discounts: Float32Array.from(there),
  };
}
