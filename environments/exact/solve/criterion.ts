import type { Objective } from '../../scenario/program.ts';
import type { FiniteDecisionProcess } from '../process.ts';
import { averageReward } from './averageReward.ts';
import { chainUnder, type ExactPolicy } from './chain.ts';
import { chainAverage, chainValue } from './chainValue.ts';
import { finiteHorizon, horizonValue } from './finiteHorizon.ts';
import { policyIteration } from './policyIteration.ts';

/** What is maximised. */
export interface Criterion {
  /** `horizon`: rewards of so many `days`; `discounted`, `total`: of a whole life; `average`: per day in the long run */
  readonly kind: Objective['criterion'];
  /** γ, above 0 and at most 1 */
  readonly discount: number;
  /** of the horizon */
  readonly days: number;
}

/** The best over the true state. */
export interface Solution {
  readonly criterion: Criterion;
  /** what a user is worth as it enters; for `average` the gain, currency per user and day */
  readonly optimum: number;
  /** states; what a user in it is worth; for `average` relative to one state of each closed component */
  readonly values: Float64Array;
  /** states; every optimal action; for `horizon` on the first day */
  readonly actions: readonly (readonly number[])[];
  /** states; an optimal action with so many days to go, which only `horizon` depends on */
  policy(daysToGo: number): Uint8Array;
}

/**
 * Finds the optimum of a finite decision process.
 *
 * @throws NoSolutionError where the criterion has no finite optimum
 */
export function solve(process: FiniteDecisionProcess, criterion: Criterion): Solution {
  const { kind, discount, days } = criterion;
  if (kind === 'horizon') {
    const { values, actions, policy } = finiteHorizon(process, discount, days);
    return { criterion, optimum: atEntry(process, values), values, actions, policy };
  }
  if (kind === 'average') {
    const { gains, relative, actions, policy } = averageReward(process);
    return { criterion, optimum: atEntry(process, gains), values: relative, actions, policy: () => policy };
  }
  const { values, actions, policy } = policyIteration(process, discount);
  return { criterion, optimum: atEntry(process, values), values, actions, policy: () => policy };
}

/** What a policy is worth: to a user as it enters, and from each state on. */
export interface PolicyWorth {
  /** as `Solution.optimum` */
  readonly value: number;
  /** as `Solution.values` */
  readonly values: Float64Array;
}

/** Evaluates a stationary policy exactly. Values may be infinite without a discount, where life need not end. */
export function policyWorth(
  process: FiniteDecisionProcess,
  policy: ExactPolicy,
  { kind, discount, days }: Criterion,
): PolicyWorth {
  const chain = chainUnder(process, policy);
  if (kind === 'average') {
    const { gains, relative } = chainAverage(chain);
    return { value: atEntry(process, gains), values: relative };
  }
  const values = kind === 'horizon' ? horizonValue(chain, discount, days) : chainValue(chain, discount);
  return { value: atEntry(process, values), values };
}

/** Mean over the states in which users are born. */
export function atEntry({ entry }: FiniteDecisionProcess, values: Float64Array): number {
  return entry.reduce((sum, probability, s) => (probability > 0 ? sum + probability * values[s] : sum), 0);
}
