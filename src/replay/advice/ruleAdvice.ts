import { firstAvailable } from '../../../environments/population/firstAvailable.ts';
import { type ExplainedRule, explainRule } from '../../../environments/scenario/explainRule.ts';
import type { FilePlace } from '../../../environments/scenario/rulePlaces.ts';
import type { ExplainedLivedDay, ExplainedUserDay } from '../explainUserDay.ts';
import { forcedOn } from '../forks/forcedOn.ts';
import { actionsOn, decisionDay, decisionRow } from '../recording.ts';
import type { Replay } from '../replay.ts';
import { productMorning } from './productMorning.ts';

/** What the rule of a recording does with one user on one morning, line by line, and what came of it. */
export interface RuleAdvice {
  readonly user: number;
  readonly day: number;
  /** the day on whose morning it was decided: an earlier one where a decision stands for several days */
  readonly decidedOn: number;
  readonly rule: ExplainedRule;
  /** where each line of the rule stands; undefined where no file is known */
  readonly places: readonly FilePlace[] | undefined;
  /** indices of the actions that it would give and that were not available */
  readonly missing: readonly number[];
  /** probability of each action, once that of those that were missing belongs to the first one available */
  readonly law: readonly number[];
  /** index of the recorded action */
  readonly taken: number;
  readonly because: TakenBecause;
}

/** Why the recorded action was taken. */
export type TakenBecause =
  /** the rule gives it */
  | { readonly kind: 'rule' }
  /** a fork forced an action; this one, or the first available where it was not */
  | { readonly kind: 'fork'; readonly action: number }
  /** all users share a budget, which did not pay for what the rule gives */
  | { readonly kind: 'budget' }
  /** something else did: the recording does not tell */
  | { readonly kind: 'untold' };

/**
 * Evaluates the rule of a recording for the day of a user.
 *
 * @returns undefined where no rule decided, or nothing was decided for the user that day
 */
export function ruleAdvice(replay: Replay, explained: ExplainedUserDay): RuleAdvice | undefined {
  const { recording } = replay;
  const { program, rule: played } = recording;
  const rule = played && program.rules.find(({ name }) => name === played.name);
  if (!rule || explained.kind !== 'day') return undefined;
  const { user, day } = explained;
  const decidedOn = decisionDay(program, day);
  const { features, available } = morningOf(replay, explained, decidedOn);
  const told = explainRule(program, rule, features);
  const law = lawOfAvailable(told.probabilities, available);
  const taken = actionsOn(recording, day)[decisionRow(recording, user)];
  return {
    user,
    day,
    decidedOn,
    rule: told,
    places: played.places,
    missing: [...told.probabilities.keys()].filter((k) => told.probabilities[k] > 0 && !available[k]),
    law,
    taken,
    because: becauseOf(replay, explained, law[taken] > 0),
  };
}

/** What a rule sees of the one whom it decides for, and which actions may be given. */
interface Morning {
  readonly features: ArrayLike<number>;
  /** 1: available */
  readonly available: Uint8Array;
}

function morningOf(
  replay: Replay,
  { user, morning, explained }: ExplainedLivedDay,
  decidedOn: number,
): Morning {
  const { recording } = replay;
  const { actions, decision } = recording.program;
  if (decision) {
    const own = productMorning(replay, user, decidedOn);
    return { features: own.features, available: own.available ?? new Uint8Array(actions.length).fill(1) };
  }
  const refused = new Set(explained.offered.flatMap(({ name, value }) => (value ? [] : [name])));
  return {
    features: morning.features.map(({ value }) => value),
    available: Uint8Array.from(actions, ({ name }) => Number(!refused.has(name))),
  };
}

function lawOfAvailable(law: readonly number[], available: Uint8Array): number[] {
  const first = firstAvailable(available, 0, law.length);
  const missing = law.reduce((sum, p, action) => (available[action] ? sum : sum + p), 0);
  return law.map((p, action) => (available[action] ? p : 0) + (action === first ? missing : 0));
}

function becauseOf(replay: Replay, { user, day }: ExplainedLivedDay, isOfRule: boolean): TakenBecause {
  const fork = forcedOn(replay, user, day);
  if (fork) return { kind: 'fork', action: fork.action };
  if (isOfRule) return { kind: 'rule' };
  return { kind: replay.recording.program.budget ? 'budget' : 'untold' };
}
