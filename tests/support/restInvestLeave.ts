import type { Environment, EnvironmentSpec, TimeStep } from '../../environments/contract.ts';

/** Its actions by index. */
export const REST = 0;
export const INVEST = 1;
export const LEAVE = 2;

const REWARDS = [
  [0.5, -1, 2],
  [3, 3, 3],
];

/**
 * A world small enough to be solved by hand. Everyone starts in state 0.
 *
 * - State 0: "rest" earns 0.5 and stays; "invest" earns −1 and leads to state 1; "leave" earns 2 and ends it for good.
 * - State 1: whatever is done earns 3 and leads back to state 0.
 *
 * With γ = 0.9, investing is best: V(0) = (−1 + 0.9 · 3) / (1 − 0.81).
 *
 * @param users how many live in it, all alike
 * @param horizon days until an episode is cut off
 */
export function restInvestLeave(users: number, horizon: number): Environment {
  const days = [emptyStep(users), emptyStep(users)];
  let day = 0;
  const today = (stepType: TimeStep['stepType']): TimeStep => ({ stepType, day, ...days[day % 2] });
  return {
    spec: specOf(users, horizon),
    reset() {
      day = 0;
      days[0] = emptyStep(users);
      return today('first');
    },
    step(actions) {
      const { observation: before } = days[day % 2];
      const { observation: after, rewards, discounts } = days[++day % 2];
      for (let i = 0; i < users; i++) {
        const [state, action] = [before.states[i], actions[i]];
        const stays = before.active[i] === 1 && !(state === 0 && action === LEAVE);
        rewards[i] = before.active[i] === 1 ? REWARDS[state][action] : 0;
        after.states[i] = stays && state === 0 && action === INVEST ? 1 : 0;
        after.features[i] = after.states[i];
        after.active[i] = discounts[i] = stays ? 1 : 0;
      }
      return today(day === horizon ? 'last' : 'mid');
    },
  };
}

function emptyStep(users: number): Pick<TimeStep, 'observation' | 'rewards' | 'discounts'> {
  return {
    observation: {
      features: new Float32Array(users),
      states: new Uint32Array(users),
      active: new Uint8Array(users).fill(1),
    },
    rewards: new Float32Array(users),
    discounts: new Float32Array(users).fill(1),
  };
}

/** The wanted action, or the first that is available where it is not. */
function availableInstead(wanted: number, available: Uint8Array, row: number): number {
  if (available[row + wanted] === 1) return wanted;
  return Math.max(available.subarray(row, row + 3).indexOf(1), REST);
}

function specOf(users: number, horizon: number): EnvironmentSpec {
  return {
    name: 'rest-invest-leave',
    users,
    horizon,
    actions: [
      { name: 'rest', family: 'none', cost: 0 },
      { name: 'invest', family: 'interaction', cost: 1 },
      { name: 'leave', family: 'promotion', cost: 0 },
    ],
    features: ['state'],
    bins: [{ name: 'state', count: 2 }],
    stateCount: 2,
    rules: [
      {
        name: 'prudent',
        about: 'invests whenever that is possible',
        create: () => ({
          selectActions({ features, active, available }, actions) {
            for (let i = 0; i < actions.length; i++) {
              const wanted = active[i] === 1 && features[i] === 0 ? INVEST : REST;
              actions[i] = available ? availableInstead(wanted, available, 3 * i) : wanted;
            }
          },
        }),
      },
    ],
  };
}
