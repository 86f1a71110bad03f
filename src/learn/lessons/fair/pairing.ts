import { always } from '../../../../agents/rules/always.ts';
import { PopulationEnvironment } from '../../../../environments/population/populationEnvironment.ts';
import { seeds } from '../../../experiment/configuration.ts';
import { evaluate } from '../../../experiment/evaluate.ts';
import { type Interval, meanInterval, pairedInterval } from '../../../statistics/interval.ts';
import { mean } from '../../../statistics/mean.ts';
import type { Work, Workbench } from '../../lesson.ts';
import { metricOf } from '../../metricOf.ts';

/** The scenario. */
export const WORLD = 'coupon-trap';
/** Days that are lived. */
export const DAYS = 90;

/** The rule minus doing nothing, in return per user, tested in both ways on equally many people. */
export interface BothTests {
  /** the same people with the same luck under both */
  readonly paired: Interval;
  /** other people for each, as in an A/B test */
  readonly unpaired: Interval;
}

/**
 * Tests the marketer's rule against doing nothing.
 *
 * @param users in each of the two groups
 * @param seed decides about the people of the rule, and about both groups where they are the same
 */
export function* testBothWays(bench: Workbench, users: number, seed: string): Work<BothTests> {
  const program = bench.world(WORLD);
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const rule = spec.rules.find(({ name }) => name === 'marketer')!;
  const returns = (name: string, policy: Parameters<typeof evaluate>[1]) =>
    metricOf(evaluate(program, policy, { users, seed: name, days: DAYS }), 'return');
  const under = returns(seeds.heldOut(seed), rule.create(0));
  yield 0.3;
  const same = returns(seeds.heldOut(seed), always(0));
  yield 0.6;
  const others = returns(seeds.heldOut(`${seed}/others`), always(0));
  return { paired: pairedInterval([under], [same]), unpaired: unpairedInterval(under, others) };
}

/** 95 % interval of the difference of the means of two independent samples of many users. */
export function unpairedInterval(a: Float64Array, b: Float64Array): Interval {
  const half = (values: Float64Array) => {
    const { mean: center, high } = meanInterval(values);
    return high - center;
  };
  const difference = mean(a) - mean(b);
  const width = Math.hypot(half(a), half(b));
  return { mean: difference, low: difference - width, high: difference + width };
}

/** Half the width of an interval. */
export function halfWidth({ low, high }: Interval): number {
  return (high - low) / 2;
}
