import type { EnvironmentSpec, TimeStep } from '../../../environments/contract.ts';

/** A world of some size, as an agent is told of it. */
export function specOf({
  users = 1,
  features = 1,
  actions = 2,
  horizon = 100,
}: Partial<Record<'users' | 'features' | 'actions' | 'horizon', number>>): EnvironmentSpec {
  return {
    name: 'days',
    users,
    horizon,
    actions: Array.from({ length: actions }, (_, k) => ({ name: `action ${k}`, family: 'none', cost: 0 })),
    features: Array.from({ length: features }, (_, k) => `feature ${k}`),
    bins: [],
    stateCount: 1,
    rules: [],
  };
}

/** One user on one day. */
export interface UserDay {
  readonly features: readonly number[];
  readonly left?: boolean;
  readonly reward?: number;
  /** actions; 1 or 0 */
  readonly available?: readonly number[];
}

/** A time step of some users, from plain numbers. */
export function dayOf(users: readonly UserDay[], stepType: TimeStep['stepType'] = 'mid'): TimeStep {
  const there = users.map(({ left = false }) => (left ? 0 : 1));
  const told = users.every(({ available }) => available !== undefined);
  return {
    stepType,
    day: 0,
    observation: {
      features: Float32Array.from(users.flatMap(({ features }) => features)),
      states: new Uint32Array(users.length),
      active: Uint8Array.from(there),
      ...(told && { available: Uint8Array.from(users.flatMap(({ available = [] }) => available)) }),
    },
    rewards: Float32Array.from(users, ({ reward = 0 }) => reward),
    discounts: Float32Array.from(there),
  };
}
