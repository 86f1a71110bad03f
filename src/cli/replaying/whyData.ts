import { type RuleAdvice, ruleAdvice } from '../../replay/advice/ruleAdvice.ts';
import type { ExplainedUserDay } from '../../replay/explainUserDay.ts';
import type { Replay } from '../../replay/replay.ts';

/** Why a user's day went as it did, as it is printed as JSON. */
export interface WhyData {
  readonly why: ExplainedUserDay;
  /** the lines of the rule that decided; left out where none did */
  readonly rule?: RuleAdvice;
}

/** Explains a day of a user. */
export function whyData(replay: Replay, user: number, day: number): WhyData {
  const why = replay.explain(user, day);
  const rule = ruleAdvice(replay, why);
  return rule ? { why, rule } : { why };
}
