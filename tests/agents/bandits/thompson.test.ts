import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NormalArms } from '../../../agents/bandits/normalArms.ts';
import { thompsonBernoulli } from '../../../agents/bandits/thompsonBernoulli.ts';
import { thompsonGaussian } from '../../../agents/bandits/thompsonGaussian.ts';
import { compatible } from '../../support/chiSquare.ts';
import { lawOfLargest } from './lawOfLargest.ts';
import { banditFor, choicesIn, liveDay } from './oneUser.ts';

const USERS = 20_000;

const dayOf = (action: number, reward: number) => ({ state: 1, action, reward });

function expectLaw(counts: readonly number[], law: readonly number[]): void {
  expect(
    compatible(
      counts,
      law.map((p) => p * USERS),
    ),
    `${counts} where ${law} are expected`,
  ).toBe(true);
}

describe('thompson-bernoulli', () => {
  it('takes each arm as often as its success rate is the largest, given what was seen', () => {
    const agent = banditFor(thompsonBernoulli, {}, USERS);
    const seen = [
      [6, 2],
      [3, 0],
      [1, 4],
    ];
    for (const [action, [successes, failures]] of seen.entries()) {
      for (let k = 0; k < successes; k++) liveDay(agent, dayOf(action, 1));
      for (let k = 0; k < failures; k++) liveDay(agent, dayOf(action, 0));
    }
    const densities = seen.map(
      ([successes, failures]) =>
        (x: number) =>
          x ** successes * (1 - x) ** failures,
    );
    expectLaw(choicesIn(agent, 1, USERS), lawOfLargest(densities, 0, 1));
    expectLaw(choicesIn(agent, 0, USERS), [1 / 3, 1 / 3, 1 / 3]);
    expect(agent.actionValues!(1)).toEqual([7 / 10, 4 / 5, 2 / 7]);
  });

  it('counts a reward between 0 and 1 as a success with that probability', () => {
    const agent = banditFor(thompsonBernoulli, {}, USERS);
    const users = Array.from({ length: USERS }, () => dayOf(0, 0.25));
    for (let day = 0; day < 3; day++) liveDay(agent, ...users);
    const successes = (agent.save()['successes'] as Float64Array)[3];
    const failures = (agent.save()['failures'] as Float64Array)[3];
    expect(successes + failures).toBe(3 * USERS);
    expect(Math.abs(successes - 0.75 * USERS)).toBeLessThan(5 * Math.sqrt(3 * USERS * 0.25 * 0.75));
  });

  it('counts what lies outside the scale as its ends, and says how much of it there was', () => {
    const agent = banditFor(thompsonBernoulli, { rewardLow: -2, rewardHigh: 2 });
    expect(liveDay(agent, dayOf(0, 5), dayOf(0, 2), dayOf(1, -2), dayOf(1, -2.5))).toEqual({
      reward: 0.625,
      clipped: 0.5,
    });
    expect(liveDay(agent, dayOf(0, 2))).toEqual({ reward: 2, clipped: 0 });
    // Beta(4, 1) and Beta(1, 3), on a scale of −2 to 2.
    expect(agent.actionValues!(1)).toEqual([expect.closeTo(1.2, 12), -1, 0]);
  });

  it('refuses a scale without length', () => {
    expect(() => banditFor(thompsonBernoulli, { rewardLow: 1 })).toThrow(
      'expected thompson-bernoulli rewardHigh to be above rewardLow, got 1 and 1',
    );
  });
});

/** Everything that was seen: rewards by action in state 1. */
const REWARDS = [[1, 2.5, 2, 4], [3], []];

/** Where, how wide and with how many degrees of freedom the t distribution of each mean is, by the formulas. */
function posteriorsOf(rewards: readonly (readonly number[])[], weight: number) {
  const all = rewards.flat();
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / Math.max(values.length, 1);
  const squares = (values: readonly number[]) =>
    values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0);
  return rewards.map((values) => {
    const [n, own] = [values.length, mean(values)];
    const freedom = weight + n;
    const apart = ((weight * n) / freedom) * (own - mean(all)) ** 2;
    const square =
      ((weight * squares(all)) / Math.max(all.length, 1) + squares(values) + apart) / freedom ** 2;
    return { location: (weight * mean(all) + n * own) / freedom, scale: Math.sqrt(square), freedom };
  });
}

describe('thompson-gaussian', () => {
  it.each([1, 3])(
    'takes each arm as often as its mean is the largest, with a prior of %d rewards',
    (weight) => {
      const agent = banditFor(thompsonGaussian, { priorWeight: weight }, USERS);
      for (const [action, rewards] of REWARDS.entries())
        for (const reward of rewards) liveDay(agent, dayOf(action, reward));
      const densities = posteriorsOf(REWARDS, weight).map(
        ({ location, scale, freedom }) =>
          (x: number) =>
            (1 + ((x - location) / scale) ** 2 / freedom) ** (-(freedom + 1) / 2),
      );
      expectLaw(choicesIn(agent, 1, USERS), lawOfLargest(densities, -600, 600));
    },
  );

  it('does the same where the reward has another unit and another zero', () => {
    const [agent, other] = [1, 1024].map((factor) => {
      const made = banditFor(thompsonGaussian, {}, 500);
      for (const [action, rewards] of REWARDS.entries())
        for (const reward of rewards) liveDay(made, dayOf(action, factor * (reward + 3)));
      return made;
    });
    expect(choicesIn(other, 1, 500)).toEqual(choicesIn(agent, 1, 500));
  });

  it('takes any arm before the first reward, and does not think a few equal rewards certain', () => {
    const agent = banditFor(thompsonGaussian, {}, USERS);
    expectLaw(choicesIn(agent, 1, USERS), [1 / 3, 1 / 3, 1 / 3]);
    for (const reward of [0, 4]) liveDay(agent, dayOf(0, 1), dayOf(1, reward), dayOf(2, 1.5));
    for (const count of choicesIn(agent, 1, USERS)) expect(count).toBeGreaterThan(USERS / 10);
  });
});

describe('NormalArms', () => {
  it('has the posterior of the formulas, whatever the rewards', () => {
    const rewards = fc.array(
      fc.integer({ min: -800, max: 800 }).map((n) => n / 8),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(fc.tuple(rewards, rewards), ([one, other]) => {
        const arms = new NormalArms(1, 2, 1.5);
        for (const reward of one) arms.note(0, reward);
        for (const reward of other) arms.note(1, reward);
        for (const [arm, { location, scale, freedom }] of posteriorsOf([one, other], 1.5).entries()) {
          expect(arms.mean(arm)).toBeCloseTo(location, 9);
          expect(arms.scale(arm)).toBeCloseTo(scale, 6);
          expect(arms.freedom(arm)).toBe(freedom);
        }
      }),
    );
  });
});
