import { seedList } from '../../../experiment/seedList.ts';
import type { Work, Workbench } from '../../lesson.ts';
import { within } from '../../work.ts';
import { SEEDS, solved, trainSeeds } from './seedRuns.ts';

/** What the five seeds came to. */
export interface Spread {
  readonly names: readonly string[];
  /** what a customer is worth under each */
  readonly values: readonly number[];
  readonly rule: number;
  readonly optimum: number;
  /** best minus worst, in per cent of the rule */
  readonly spread: number;
  /** how many beat the rule */
  readonly winners: number;
}

/** Trains the five. */
export function* findSpread(bench: Workbench): Work<Spread> {
  const world = solved(bench);
  const names = seedList(bench.seed, SEEDS);
  const values = yield* within(trainSeeds(world, names), 0.05, 1);
  const { rule, exact } = world;
  return {
    names,
    values,
    rule,
    optimum: exact.solution.optimum,
    spread: (100 * (Math.max(...values) - Math.min(...values))) / rule,
    winners: values.filter((value) => value > rule).length,
  };
}
