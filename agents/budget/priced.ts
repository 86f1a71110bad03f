import type {
  Agent,
  BudgetSpec,
  EnvironmentSpec,
  Observation,
  Policy,
  TimeStep,
} from '../../environments/contract.ts';
import { Allowance } from './allowance.ts';
import { clearingPrice } from './clearing.ts';
import { pricesOf } from './prices.ts';
import { ranked } from './ranked.ts';

/** Part of the way that the price goes each day to where today's budget would clear. */
const RATE = 0.02;
/** The same for a policy without scores, of the size of rewards, for each budget's worth that is asked for too much. */
const ASKING_RATE = 0.01;
const PRICE = 'budget.price';

/**
 * Teaches an agent what a unit of budget is worth: it pays a price for what it does, so that its values weigh today's
 * spending against tomorrow's. Of an agent that scores its actions, the price moves toward where the budget clears by
 * these scores; of any other it rises while more is asked for than there is and falls while less is.
 *
 * Source: the Lagrangian of a constrained decision process, Altman (1999), chapter 3; learned beside the policy and
 * more slowly, Tessler, Mankowitz and Mannor (2019), "Reward constrained policy optimization".
 */
export function priced(agent: Agent, spec: EnvironmentSpec, budget: BudgetSpec): Agent {
  const prices = pricesOf(spec, budget);
  const allowance = new Allowance(budget, spec);
  let price = 0;
  let away = 0;
  // What is wanted is told by the policy without its exploration, which would ask for some at any price.
  let watched = agent.greedy();
  let wanted = new Uint8Array(0);
  return {
    ...agent,
    selectActions(observation, actions) {
      if (wanted.length !== actions.length) wanted = new Uint8Array(actions.length);
      watched.selectActions(observation, wanted);
      const today = allowance.today(observation.budget ?? Infinity);
      away = distance(watched, wanted, observation, prices, today);
      agent.selectActions(observation, actions);
    },
    update(step, taken, next) {
      const figures = agent.update(step, taken, { ...next, rewards: charged(next, taken, prices, price) });
      const size = watched.actionScores ? RATE : ASKING_RATE * worthOf(step, next, prices);
      price = Math.max(price + size * away, 0);
      // A memory is of what was really done, and of one episode.
      wanted.set(taken);
      if (next.stepType === 'last') watched = agent.greedy();
      return { ...figures, price };
    },
    greedy: () => ranked(agent.greedy(), spec, budget),
    save: () => ({ ...agent.save(), [PRICE]: price }),
    restore({ [PRICE]: saved, ...snapshot }) {
      if (typeof saved !== 'number' || !(saved >= 0))
        throw new Error('the snapshot has no price of the budget');
      agent.restore(snapshot);
      price = saved;
    },
    ...(agent.savePolicy && { savePolicy: () => ({ ...agent.savePolicy?.(), [PRICE]: price }) }),
    ...(agent.restorePolicy && {
      restorePolicy({ [PRICE]: saved, ...snapshot }) {
        agent.restorePolicy?.(snapshot);
        if (typeof saved === 'number') price = saved;
      },
    }),
  };
}

function charged(
  { rewards }: TimeStep,
  taken: Uint8Array,
  prices: readonly number[],
  price: number,
): Float32Array {
  return rewards.map((reward, user) => reward - price * prices[taken[user]]);
}

/** How far the price is from where the budget clears: in scores, or in budgets asked for too much, at most 1. */
function distance(
  policy: Policy,
  wanted: Uint8Array,
  observation: Observation,
  prices: readonly number[],
  budget: number,
): number {
  if (policy.actionScores) {
    const scores = new Float64Array(observation.active.length * prices.length);
    policy.actionScores(observation, scores);
    return clearingPrice(observation, scores, prices, budget);
  }
  const asked = wanted.reduce((sum, action) => sum + prices[action], 0);
  return budget > 0 ? Math.min(asked / budget - 1, 1) : 0;
}

/** About what a unit of budget could be worth: the size of rewards over that of prices. */
function worthOf(
  { observation: { active } }: TimeStep,
  { rewards }: TimeStep,
  prices: readonly number[],
): number {
  const paid = prices.filter((one) => one > 0);
  let sum = 0;
  let count = 0;
  for (let i = 0; i < active.length; i++) {
    if (active[i] === 0) continue;
    sum += Math.abs(rewards[i]);
    count++;
  }
  if (sum === 0 || paid.length === 0) return 0;
  return sum / count / (paid.reduce((total, one) => total + one, 0) / paid.length);
}
