import { type RuleAdvice, ruleAdvice } from '../../replay/advice/ruleAdvice.ts';
import type { ExplainedUserDay } from '../../replay/explainUserDay.ts';
import type { Pair } from '../../replay/pair.ts';
import type { OfBoth } from '../../replay/pairTally.ts';
import { partingDay } from '../../replay/partingDay.ts';
import type { UserLife } from '../../replay/userLife.ts';

/** Both lives of one user. */
export interface ViewedLives {
  /** row, as users are numbered in a replay */
  readonly user: number;
  /** the day on which they part; undefined: never */
  readonly parting: number | undefined;
  readonly lives: OfBoth<UserLife>;
  /** why the day went as it did */
  readonly explained: OfBoth<ExplainedUserDay>;
  /** the lines of the rule that decided for each; undefined where none did */
  readonly rules: OfBoth<RuleAdvice | undefined>;
}

/** Asks a pair for both lives of a user, and why a day went as it did in each. */
export function viewedLives({ a, b }: Pair, user: number, day: number): ViewedLives {
  const lives = { a: a.life(user), b: b.life(user) };
  const explained = { a: a.explain(user, day), b: b.explain(user, day) };
  return {
    user,
    parting: partingDay(lives.a, lives.b),
    lives,
    explained,
    rules: { a: ruleAdvice(a, explained.a), b: ruleAdvice(b, explained.b) },
  };
}
