import { describe, expect, it } from 'vitest';
import { ppo } from '../../../agents/deep/ppo.ts';
import { dailyReward } from '../../../agents/deep/rewards/dailyReward.ts';
import { type ReturnPlan, returnReward } from '../../../agents/deep/rewards/returnReward.ts';
import { ReturnTimes } from '../../../agents/deep/rewards/returnTimes.ts';
import { FeatureScale } from '../../../agents/deep/scaling/featureScale.ts';
import { simdEngine } from '../../../agents/deep/simd/simdNetwork.ts';
import { SettingError, settingsOf } from '../../../agents/kinds.ts';
import type { EnvironmentSpec, Observation, TimeStep } from '../../../environments/contract.ts';
import { restInvestLeave } from '../../support/restInvestLeave.ts';

const PLAN: ReturnPlan = { discount: 0.9, share: 1, cap: 3 };

function specOf(users: number): EnvironmentSpec {
  return { ...restInvestLeave(users, 50).spec, features: ['x'] };
}

function observed(features: readonly number[], active: readonly number[]): Observation {
  return {
    features: Float32Array.from(features),
    states: new Uint32Array(active.length),
    active: Uint8Array.from(active),
  };
}

interface Evening {
  readonly active: readonly number[];
  readonly visits?: readonly number[];
  readonly rewards?: readonly number[];
  readonly features?: readonly number[];
}

/** The days of a few users, as the world would give them. */
function daysOf(evenings: readonly Evening[]): TimeStep[] {
  return evenings.map(({ active, visits, rewards, features }, day) => ({
    stepType: day === 0 ? 'first' : day === evenings.length - 1 ? 'last' : 'mid',
    day,
    observation: observed(features ?? active.map(() => 0), active),
    rewards: Float32Array.from(rewards ?? active.map(() => 0)),
    discounts: Float32Array.from(active),
    ...(visits && { visits: Uint8Array.from(visits) }),
  }));
}

/** What is learned from each day; an expectation of the same number of days for everyone. */
function learned(
  days: readonly TimeStep[],
  plan: ReturnPlan,
  expected: number,
): { rewards: number[]; discounts: number[] }[] {
  const times = {
    predict: (_: Observation, into: Float32Array) => into.fill(expected),
    learn: () => {},
    kept: { save: () => ({}), restore: () => () => {} },
  } as unknown as ReturnTimes;
  const reward = returnReward(specOf(days[0].rewards.length), plan, times);
  return days.slice(1).map((next, k) => {
    const { rewards, discounts } = reward.of(days[k], next);
    return { rewards: [...rewards], discounts: [...discounts] };
  });
}

describe('returnReward()', () => {
  it('gives 1 − d / (c d̂) on the day of a visit d days after the one before, nothing on other days', () => {
    const one = [1];
    const days = daysOf([
      { active: one },
      { active: one, visits: [1] },
      { active: one, visits: [0] },
      { active: one, visits: [1] },
      { active: one, visits: [0] },
    ]);
    const rewards = learned(days, PLAN, 2).map((day) => day.rewards[0]);
    expect(rewards[0]).toBeCloseTo(1 - 1 / 2 / 3, 6);
    expect(rewards[1]).toBe(0);
    expect(rewards[2]).toBeCloseTo(1 - 2 / 2 / 3, 6);
    expect(rewards[3]).toBe(0);
  });

  it('gives nothing for a visit later than c times what was expected, and never less', () => {
    const evenings = Array.from({ length: 9 }, (_, day) => ({ active: [1], visits: [day === 8 ? 1 : 0] }));
    expect(learned(daysOf(evenings), PLAN, 1).at(-1)!.rewards[0]).toBe(0);
  });

  it('discounts at visits only, and ends for who left, whether they came that day or not', () => {
    const days = daysOf([{ active: [1, 1, 1, 1] }, { active: [1, 1, 0, 0], visits: [1, 0, 1, 0] }]);
    const [{ discounts }] = learned(days, PLAN, 1);
    expect(discounts[0]).toBeCloseTo(0.9, 6);
    expect(discounts.slice(1)).toEqual([1, 0, 0]);
  });

  it('mixes with the reward of the world by its share', () => {
    const days = daysOf([{ active: [1, 1] }, { active: [1, 1], visits: [1, 0], rewards: [10, 10] }]);
    const [{ rewards }] = learned(days, { ...PLAN, share: 0.25 }, 1);
    expect(rewards[0]).toBeCloseTo(0.75 * 10 + 0.25 * (1 - 1 / 3), 5);
    expect(rewards[1]).toBeCloseTo(7.5, 5);
  });

  it('counts the days anew in every episode', () => {
    const quiet = Array.from({ length: 5 }, () => ({ active: [1], visits: [0] }));
    const first = daysOf([{ active: [1] }, ...quiet]);
    const second = daysOf([{ active: [1] }, { active: [1], visits: [1] }]);
    const reward = returnReward(specOf(1), PLAN, {
      predict: (_: Observation, into: Float32Array) => into.fill(1),
      learn: () => {},
    } as unknown as ReturnTimes);
    for (let day = 1; day < first.length; day++) reward.of(first[day - 1], first[day]);
    expect(reward.of(second[0], second[1]).rewards[0]).toBeCloseTo(1 - 1 / 3, 6);
  });

  it('is refused, before anything is learned, where the scenario does not say what a visit is', () => {
    const settings = settingsOf(ppo, { returnShare: 1 });
    const create = (visits: boolean) =>
      ppo.create({ ...specOf(1), visits }, { key: 1, trainingDays: 1 }, settings);
    expect(() => create(false)).toThrow(SettingError);
    expect(() => create(false)).toThrow(/"visit:" formula/);
    expect(() => create(true)).not.toThrow();
  });
});

describe('dailyReward()', () => {
  it("is the world's own, discounted day by day", () => {
    const [before, after] = daysOf([{ active: [1, 1] }, { active: [1, 0], rewards: [2, 3] }]);
    const { rewards, discounts } = dailyReward(0.5).of(before, after);
    expect([...rewards]).toEqual([2, 3]);
    expect([...discounts]).toEqual([0.5, 0]);
  });
});

describe('ReturnTimes', () => {
  it('learns from visits how long it takes until the next one, by what was seen', () => {
    const users = 100;
    const features = new FeatureScale(1);
    const seen = Float32Array.from({ length: users }, (_, i) => i % 2);
    const everyone = observed([...seen], Array<number>(users).fill(1));
    features.see(everyone);
    const times = new ReturnTimes(simdEngine, features, 1);
    const who = Array.from({ length: users }, (_, i) => i);
    const gaps = Uint32Array.from(who, (i) => (i % 2 === 0 ? 2 : 8));
    for (let day = 0; day < 800; day++) times.learn(seen, who, gaps);
    const expected = new Float32Array(users);
    times.predict(everyone, expected);
    expect(Math.abs(expected[0] - 2)).toBeLessThan(0.2);
    expect(Math.abs(expected[1] - 8)).toBeLessThan(0.4);
  });
});
