import type { Interval } from '../statistics/interval.ts';

/** What a policy came to on some users, or products where one decision is taken for all users of one. */
export interface PlayedPolicy {
  /** users or products */
  readonly units: number;
  /** per user or product */
  readonly return: Interval;
  /** part of them still there at the horizon, 0 to 1 */
  readonly retention: Interval;
  /** actions; decisions for each, over all days */
  readonly decisions: readonly number[];
  /**
   * stages × actions; the same by the stage of that morning; undefined where one decision is taken for all users of a
   * product
   */
  readonly decisionsByStage: readonly (readonly number[])[] | undefined;
  /** days × stages; users in each stage every evening */
  readonly stageCounts: readonly (readonly number[])[];
}

/** How far a policy is beyond another one on the same users with the same luck, paired by user. */
export interface Beyond {
  readonly return: Interval;
  readonly retention: Interval;
}

/** Part of the decisions that went to each action, 0 to 1; all 0 where none was taken. */
export function actionMix({ decisions }: Pick<PlayedPolicy, 'decisions'>): number[] {
  const all = decisions.reduce((sum, count) => sum + count, 0);
  return decisions.map((count) => (all > 0 ? count / all : 0));
}
