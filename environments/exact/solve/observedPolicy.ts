import type { FiniteDecisionProcess } from '../process.ts';
import { AliasedProcess, gains } from './aliasedProcess.ts';
import { bestCertain } from './certainSearch.ts';
import type { Solution } from './criterion.ts';
import { bestRandom } from './randomSearch.ts';

/** The best that can be done by someone who sees only the observation, and has no memory. */
export interface ObservedOptimum {
  /** as `Solution.optimum` */
  readonly optimum: number;
  /** the tabular index of every observation that occurs, rising */
  readonly observations: readonly number[];
  /** observations × actions; probability of each action */
  readonly policy: Float64Array;
  /** worth of the best policy that takes one action in each observation */
  readonly deterministic: number;
  /** whether no better one exists; otherwise it is the best that a search found */
  readonly proven: boolean;
}

/** What is gained by tossing coins has to be more than this part of the worth. */
const WORTH_A_COIN = 1e-9;

/**
 * The best stationary policy over what the agent sees. Where every state looks different it is the optimum itself, but
 * for a horizon, which the optimum counts the days of. Where states look alike the best policy may have to be random
 * (Singh, Jaakkola and Jordan 1994), and only a search can be made.
 */
export function observedOptimum(process: FiniteDecisionProcess, solution: Solution): ObservedOptimum {
  const aliased = new AliasedProcess(process, solution);
  if (aliased.transparent && solution.criterion.kind !== 'horizon') return seenThrough(aliased);
  const certain = bestCertain(aliased);
  const bound = { value: solution.optimum };
  const random = gains(bound, certain, WORTH_A_COIN) ? bestRandom(aliased, certain) : certain;
  const { policy, value } = gains(random, certain, WORTH_A_COIN) ? random : certain;
  return {
    optimum: value,
    observations: aliased.observations,
    policy,
    deterministic: certain.value,
    proven: !gains(bound, { value }, WORTH_A_COIN),
  };
}

/** Where every state looks different what is best in it can be seen. */
function seenThrough(aliased: AliasedProcess): ObservedOptimum {
  const { optimum } = aliased.solution;
  const best = aliased.solution.policy(1);
  const actions = aliased.observations.map(
    (observation) => best[aliased.process.observations.indexOf(observation)],
  );
  const policy = aliased.take(actions);
  return { optimum, observations: aliased.observations, policy, deterministic: optimum, proven: true };
}
