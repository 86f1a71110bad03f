import { describe, expect, it } from 'vitest';
import { standardNormal } from '../../../environments/random/distributions/normal.ts';
import { drawKey, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import {
  type Interval,
  meanInterval,
  pairedInterval,
  seedInterval,
} from '../../../src/statistics/interval.ts';

const REPETITIONS = 3_000;

/**
 * How many of 3,000 intervals of 95 % may hold the truth: 2,850 ± 3.3 standard deviations of a binomial law, which
 * 999 of 1,000 samples keep to. That is 93.7 to 96.3 %.
 */
const SPREAD = 3.3 * Math.sqrt(REPETITIONS * 0.95 * 0.05);

/** A standard normal for each index, keyed by purpose and repetition. */
function normals(purpose: string, repetition: number): (index: number) => number {
  const { a, b } = drawKey(1, repetition, purposeOf(purpose));
  return (index) => standardNormal(uniformDraw(index, a, b));
}

/** How often an interval holds the truth. */
function held(truth: number, interval: (repetition: number) => Interval): number {
  let count = 0;
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const { low, high } = interval(repetition);
    if (low <= truth && truth <= high) count++;
  }
  return count;
}

function expectCoverage(count: number): void {
  expect(count).toBeGreaterThan(0.95 * REPETITIONS - SPREAD);
  expect(count).toBeLessThan(0.95 * REPETITIONS + SPREAD);
}

/** Users of five seeds: each seed has luck of its own, as large as that of the mean of its users. */
function fiveSeeds(
  name: string,
  repetition: number,
  shape: (z: number) => number,
  users = 40,
): Float64Array[] {
  const luck = normals(`${name} seed`, repetition);
  const user = normals(`${name} user`, repetition);
  return Array.from({ length: 5 }, (_, seed) =>
    Float64Array.from({ length: users }, (_, i) => 0.2 * luck(seed) + shape(user(seed * users + i))),
  );
}

function oneSeed(
  name: string,
  repetition: number,
  shape: (z: number) => number,
  users: number,
): Float64Array {
  const user = normals(name, repetition);
  return Float64Array.from({ length: users }, (_, i) => shape(user(i)));
}

const normal = (z: number) => z;
/** Log-normal users, moved to mean 0: a skewness of 6, as of people's yearly spending. */
const heavy = (z: number) => Math.exp(z) - Math.exp(0.5);

describe('95 % intervals hold the truth in 95 % of repetitions', () => {
  it('seedInterval() of five seeds, each with luck of its own', () => {
    expectCoverage(held(0, (repetition) => seedInterval(fiveSeeds('a', repetition, normal))));
  });

  it('seedInterval() of five seeds of heavy-tailed users', () => {
    expectCoverage(held(0, (repetition) => seedInterval(fiveSeeds('heavy', repetition, heavy, 100))));
  });

  it('seedInterval() of one seed with many users', () => {
    expectCoverage(held(0, (repetition) => seedInterval([oneSeed('one', repetition, normal, 300)])));
  });

  it('seedInterval() of one seed with many heavy-tailed users', () => {
    expectCoverage(held(0, (repetition) => seedInterval([oneSeed('tail', repetition, heavy, 1_000)])));
  });

  it('pairedInterval() of two policies without a difference, on five seeds of the same users', () => {
    expectCoverage(
      held(0, (repetition) => {
        const people = fiveSeeds('people', repetition, heavy, 50);
        const under = (policy: string) => {
          const luck = fiveSeeds(policy, repetition, normal, 50);
          return people.map((values, seed) => values.map((value, i) => value + luck[seed][i]));
        };
        return pairedInterval(under('a'), under('b'));
      }),
    );
  });

  it('pairedInterval() of one seed with many heavy-tailed users whom one policy moves more', () => {
    expectCoverage(
      held(0.1, (repetition) => {
        const people = oneSeed('people', repetition, heavy, 600);
        const luck = oneSeed('luck', repetition, normal, 600);
        return pairedInterval([people.map((value, i) => 1.5 * value + luck[i] + 0.1)], [people]);
      }),
    );
  });
});

describe('what the intervals would be without care', () => {
  it('users of five seeds taken for one crowd are overconfident: their interval holds the truth far too seldom', () => {
    const crowd = (seeds: readonly Float64Array[]) => meanInterval(seeds.flatMap((values) => [...values]));
    expect(held(0, (repetition) => crowd(fiveSeeds('a', repetition, normal)))).toBeLessThan(
      0.85 * REPETITIONS,
    );
  });

  it('pairing by user makes the interval of a difference several times shorter', () => {
    const [one] = fiveSeeds('width', 0, heavy, 2_000);
    const other = one.map((value, i) => value + 0.1 * normals('noise', 0)(i));
    const paired = pairedInterval([one], [other]);
    const unpaired = Math.hypot(
      ...[one, other].map((values) => meanInterval(values).high - meanInterval(values).mean),
    );
    expect(paired.high - paired.mean).toBeLessThan(unpaired / 5);
  });
});
