import type { ExplainedUserDay } from '../../replay/explainUserDay.ts';
import type { Pair } from '../../replay/pair.ts';
import type { OfBoth } from '../../replay/pairTally.ts';
import { partingDay } from '../../replay/partingDay.ts';
import type { UserLife } from '../../replay/userLife.ts';

/** Both lives of a user who was there from the start; of a product, of its first one. */
export interface ViewedLives {
  readonly unit: number;
  /** the day on which they part; undefined: never */
  readonly parting: number | undefined;
  readonly lives: OfBoth<UserLife>;
  /** why the day went as it did */
  readonly explained: OfBoth<ExplainedUserDay>;
}

/** Asks a pair for both lives of a unit, and why a day went as it did in each. */
export function viewedLives({ a, b, units }: Pair, unit: number, day: number): ViewedLives {
  const row = unit * units.stride;
  const lives = { a: a.life(row), b: b.life(row) };
  return {
    unit,
    parting: partingDay(lives.a, lives.b),
    lives,
    explained: { a: a.explain(row, day), b: b.explain(row, day) },
  };
}
