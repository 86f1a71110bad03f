import type { Definition, Program } from './program.ts';
import { type ExplainedFormula, Reading, totalOf } from './reading.ts';

/** One product on the evening of a day, with the figures over its users. */
export interface ProductDay {
  /** key of the world's random stream */
  readonly seedKey: number;
  /** the product's birth key */
  readonly birth: number;
  readonly day: number;
  /** index of the action taken for everyone */
  readonly action: number;
  /** by name, as `mean(satisfaction)` */
  readonly figures: Readonly<Record<string, number>>;
}

/** What follows a product's day. */
export interface ExplainedProduct {
  readonly reward: readonly ExplainedFormula[];
  /** sum of the parts, for each user at the start */
  readonly total: number;
  readonly metrics: readonly ExplainedFormula[];
  readonly observe: readonly ExplainedFormula[];
  /** newcomers a day by each channel */
  readonly rates: readonly ExplainedFormula[];
}

/** Evaluates with mathjs what is computed once a day for a whole product. */
export function explainProduct(program: Program, { day, figures, ...product }: ProductDay): ExplainedProduct {
  const user = { ...product, day, tenure: 0, segment: 0, stage: 0, values: figures };
  const reading = new Reading(program, user);
  reading.setTime({ day, tenure: 0 });
  reading.setAction(product.action);
  const all = (definitions: readonly Definition[]) =>
    definitions.map(({ name, formula }) => reading.evaluate(name, formula));
  const reward = all(program.reward);
  return {
    reward,
    total: totalOf(reward),
    metrics: all(program.metrics),
    observe: all(program.observe),
    rates: all(program.arrivals?.channels ?? []),
  };
}
