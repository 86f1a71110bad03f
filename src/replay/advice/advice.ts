/** What a policy thinks of each action for one user on one morning. These are its estimates, not the truth. */
export interface Advice {
  readonly kind: 'advice';
  readonly user: number;
  readonly day: number;
  /** the day on whose morning it was decided: an earlier one where a decision stands for several days */
  readonly decidedOn: number;
  readonly actions: readonly AdvisedAction[];
  /** index of the action it would choose; of a policy that draws, the most probable one */
  readonly chosen: number;
  /** index of the recorded action, which a budget may have changed */
  readonly taken: number;
  /** best score − second-best, of the available actions; undefined where there are no two scores */
  readonly gap: number | undefined;
  readonly hidden: Hidden;
}

export interface AdvisedAction {
  /** index */
  readonly action: number;
  readonly name: string;
  readonly available: boolean;
  /** what the policy acts by, where it acts by estimates and the action is available */
  readonly score: number | undefined;
  /** with which it draws the action, where it has no scores */
  readonly probability: number | undefined;
}

/** What the policy would choose if it could not see something of the user. */
export type Hidden = Hidings | { readonly kind: 'untold'; readonly reason: string };

export interface Hidings {
  readonly kind: 'told';
  /** observed names that were hidden, one at a time */
  readonly tried: readonly string[];
  /** those whose hiding changes the choice */
  readonly changes: readonly ChangedChoice[];
}

/** A choice that hangs on one observed name. */
export interface ChangedChoice {
  readonly name: string;
  /** what the user shows: a number, or the name of a member */
  readonly shown: number | string;
  /** what stood for it: the median of those who were there, or what most of them are */
  readonly instead: number | string;
  /** index of the action chosen then */
  readonly chosen: number;
}

/** Nothing is thought of a user, with why. */
export interface NoAdvice {
  readonly kind: 'none';
  readonly reason: string;
}
