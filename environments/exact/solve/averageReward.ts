import type { FiniteDecisionProcess } from '../process.ts';
import { availableActions, bestActions } from './actionValues.ts';
import { NoSolutionError } from './block.ts';
import { chainUnder, deterministic } from './chain.ts';
import { type ChainAverage, chainAverage } from './chainValue.ts';

/** The best policy for the reward per day in the long run. */
export interface OptimalAverage extends ChainAverage {
  /** states; every optimal action */
  readonly actions: readonly (readonly number[])[];
  /** states; an optimal action */
  readonly policy: Uint8Array;
}

const MOST_ROUNDS = 1_000;

/**
 * The policy with the highest gain from every state; of those, one with the highest relative values.
 *
 * Source: Howard (1960); policy iteration for chains with several closed components, Puterman (1994), section 9.2.
 */
export function averageReward(process: FiniteDecisionProcess): OptimalAverage {
  const policy = Uint8Array.from(process.states, (_, s) => availableActions(process, s)[0]);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const average = chainAverage(chainUnder(process, deterministic(process, policy)));
    const actions = process.states.map((_, s) => bestInTheLongRun(process, average, s));
    if (!improve(actions, policy)) return { ...average, actions, policy };
  }
  throw new NoSolutionError(`the policy did not settle within ${MOST_ROUNDS} rounds`);
}

/** First the gain counts, then the relative value. */
function bestInTheLongRun(
  process: FiniteDecisionProcess,
  { gains, relative }: ChainAverage,
  state: number,
): number[] {
  const lasting = { ...process, rewards: new Float64Array(process.rewards.length) };
  const gainful = bestActions(lasting, gains, 1, state);
  return bestActions(process, relative, 1, state, gainful);
}

function improve(best: readonly (readonly number[])[], policy: Uint8Array): boolean {
  let better = false;
  for (const [s, actions] of best.entries()) {
    if (actions.includes(policy[s])) continue;
    [policy[s]] = actions;
    better = true;
  }
  return better;
}
