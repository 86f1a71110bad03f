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

const REPETITIONS = 4_000;

/**
 * How many of 4,000 intervals of 95 % may hold the truth: 3,800 ± 3.3 standard deviations of a binomial law, which
 * 999 of 1,000 samples keep to.
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

const normal = (z: number) => z;
/** A heavy tail with mean 0: one user in a hundred has seven standard deviations of the median one. */
const heavy = (z: number) => Math.exp(z) - Math.exp(0.5);

describe('95 % intervals hold the truth in 95 % of repetitions', () => {
  it('seedInterval() of five seeds, each with luck of its own', () => {
    expectCoverage(held(0, (repetition) => seedInterval(fiveSeeds('a', repetition, normal))));
  });

  it('seedInterval() of five seeds of heavy-tailed users', () => {
    expectCoverage(held(0, (repetition) => seedInterval(fiveSeeds('heavy', repetition, heavy, 200))));
  });

  it('seedInterval() of one seed with many users', () => {
    expectCoverage(
      held(0, (repetition) =>
        seedInterval([Float64Array.from({ length: 300 }, (_, i) => normals('one', repetition)(i))]),
      ),
    );
  });

  it('seedInterval() of one seed with many heavy-tailed users', () => {
    expectCoverage(
      held(0, (repetition) => {
        const user = normals('one heavy', repetition);
        return seedInterval([Float64Array.from({ length: 2_000 }, (_, i) => heavy(user(i)))]);
      }),
    );
  });

  it('pairedInterval() of two policies without a difference, on five seeds of the same users', () => {
    expectCoverage(
      held(0, (repetition) => {
        const people = fiveSeeds('people', repetition, heavy, 100);
        const under = (policy: string) => {
          const luck = fiveSeeds(policy, repetition, normal, 100);
          return people.map((values, seed) => values.map((value, i) => value + luck[seed][i]));
        };
        return pairedInterval(under('a'), under('b'));
      }),
    );
  });

  it('pairedInterval() of one seed with many heavy-tailed users whom one policy moves more', () => {
    expectCoverage(
      held(0.1, (repetition) => {
        const person = normals('person', repetition);
        const luck = normals('luck', repetition);
        const a = Float64Array.from({ length: 1_000 }, (_, i) => heavy(person(i)) * 1.5 + luck(i) + 0.1);
        const b = Float64Array.from({ length: 1_000 }, (_, i) => heavy(person(i)));
        return pairedInterval([a], [b]);
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
