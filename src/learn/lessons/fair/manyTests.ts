import { type Interval, meanInterval } from '../../../statistics/interval.ts';
import { mean } from '../../../statistics/mean.ts';
import type { Work, Workbench } from '../../lesson.ts';
import { within } from '../../work.ts';
import { type BothTests, halfWidth, testBothWays } from './pairing.ts';

/** People under each policy, each time. */
export const USERS = 500;

/** How often it is tested. */
export const TESTS = 12;

/** The tests; the first is that of the ordinary command. */
export function* manyTests(bench: Workbench): Work<BothTests[]> {
  const tests: BothTests[] = [];
  for (let k = 0; k < TESTS; k++) {
    const work = testBothWays(bench, USERS, k === 0 ? bench.seed : `${bench.seed}/test/${k}`);
    tests.push(yield* within(work, k / TESTS, (k + 1) / TESTS));
  }
  return tests;
}

/** What the tests come to. */
export interface Summed {
  /** half the width of the intervals, on average */
  readonly paired: number;
  readonly unpaired: number;
  /** how many times narrower they are with shared luck */
  readonly ratio: number;
  /** tests whose interval does not hold 0 */
  readonly tellPaired: number;
  readonly tellUnpaired: number;
  /** the difference, over all tests */
  readonly overall: Interval;
}

/** Adds the tests up. */
export function summed(tests: readonly BothTests[]): Summed {
  const widths = (kind: keyof BothTests) => mean(tests.map((test) => halfWidth(test[kind])));
  const telling = (kind: keyof BothTests) =>
    tests.filter((test) => test[kind].low > 0 || test[kind].high < 0).length;
  return {
    paired: widths('paired'),
    unpaired: widths('unpaired'),
    ratio: widths('unpaired') / widths('paired'),
    tellPaired: telling('paired'),
    tellUnpaired: telling('unpaired'),
    overall: meanInterval(tests.map((test) => test.paired.mean)),
  };
}
