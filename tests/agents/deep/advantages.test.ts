import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advantagesOf } from '../../../agents/deep/advantages.ts';
import { Rollout } from '../../../agents/deep/memory/rollout.ts';
import { FeatureScale } from '../../../agents/deep/scaling/featureScale.ts';
import { dayOf, specOf } from './days.ts';
import { expectClose } from './simd/trials.ts';

/** A user's part of a rollout. */
interface Part {
  readonly rewards: readonly number[];
  readonly values: readonly number[];
  /** the value of what was seen after the last day */
  readonly last: number;
  /** the day on which it leaves for good; −1: before the first one; beyond the last one: never */
  readonly leaves: number;
}

const DAYS = 9;
const DISCOUNT = Math.fround(0.9);
const number = fc.double({ min: -5, max: 5, noNaN: true }).map(Math.fround);
const daily = fc.array(number, { minLength: DAYS, maxLength: DAYS });
const part = fc.record<Part>({
  rewards: daily,
  values: daily,
  last: number,
  leaves: fc.oneof(fc.integer({ min: -1, max: DAYS }), fc.constant(Infinity)),
});
const population = fc.array(part, { minLength: 1, maxLength: 4 });

/** Aₜ = Σₖ (γλ)ᵏ δₜ₊ₖ with δₜ = rₜ + γ V(sₜ₊₁) − V(sₜ), where nothing follows who leaves. */
function definition(
  { rewards, values, last, leaves }: Part,
  day: number,
  lambda: number,
  scale: number,
): number {
  const valueOn = (t: number) => (t > leaves ? 0 : t < DAYS ? values[t] : last);
  let sum = 0;
  for (let t = day; t < Math.min(DAYS, leaves + 1); t++) {
    const delta = scale * rewards[t] + DISCOUNT * valueOn(t + 1) - valueOn(t);
    sum += (DISCOUNT * lambda) ** (t - day) * delta;
  }
  return sum;
}

/** The advantages and returns by user and day, and those of days after leaving. */
function judged(parts: readonly Part[], lambda: number, rewardScale = 1) {
  const users = parts.length;
  const rollout = new Rollout(DAYS, specOf({ users }));
  for (let day = 0; day < DAYS; day++) {
    const step = dayOf(parts.map(({ leaves }) => ({ features: [0], left: day > leaves })));
    const rewards = Float32Array.from(parts, (one) => (day > one.leaves ? 0 : one.rewards[day]));
    const discounts = Float32Array.from(parts, ({ leaves }) => (day >= leaves ? 0 : DISCOUNT));
    rollout.push(step, new Uint8Array(users), { rewards, discounts }, new FeatureScale(1));
  }
  // Whoever has left has no value: what stands there must not count.
  const values = Float32Array.from({ length: DAYS * users }, (_, cell) => {
    const [day, one] = [Math.floor(cell / users), parts[cell % users]];
    return day > one.leaves ? 1000 : one.values[day];
  });
  const last = Float32Array.from(parts, (one) => (one.leaves < DAYS ? 1000 : one.last));
  const { advantages, returns } = advantagesOf(rollout, values, last, { lambda, rewardScale });
  const lived = (array: Float32Array) =>
    parts.map(({ leaves }, i) =>
      [...array].filter((_, cell) => cell % users === i && Math.floor(cell / users) <= leaves),
    );
  const isGone = (cell: number) => Math.floor(cell / users) > parts[cell % users].leaves;
  const gone = [advantages, returns].flatMap((array) => [...array].filter((_, cell) => isGone(cell)));
  return { advantages: lived(advantages), returns: lived(returns), gone };
}

const daysOf = ({ leaves }: Part) => Array.from({ length: Math.min(DAYS, leaves + 1) }, (_, day) => day);

describe('advantagesOf()', () => {
  it.each([0, 0.5, 0.95, 1])('λ = %d: are the discounted sum of one-step errors', (lambda) => {
    fc.assert(
      fc.property(population, fc.double({ min: 0.1, max: 3, noNaN: true }), (parts, scale) => {
        const { advantages } = judged(parts, lambda, scale);
        for (const [i, one] of parts.entries()) {
          const wanted = daysOf(one).map((day) => definition(one, day, lambda, scale));
          expectClose(advantages[i], wanted, 1e-5);
        }
      }),
    );
  });

  it('returns are advantages and values together', () => {
    fc.assert(
      fc.property(population, (parts) => {
        const { advantages, returns } = judged(parts, 0.95);
        for (const [i, { values }] of parts.entries())
          expectClose(
            returns[i],
            advantages[i].map((advantage, day) => advantage + values[day]),
            1e-5,
          );
      }),
    );
  });

  it('λ = 1: the return is what was really earned, and the value of what was seen last', () => {
    fc.assert(
      fc.property(population, (parts) => {
        for (const [i, days] of judged(parts, 1).returns.entries()) {
          const { rewards, last, leaves } = parts[i];
          let wanted = leaves < DAYS ? 0 : last;
          for (const day of daysOf(parts[i]).reverse()) {
            wanted = rewards[day] + (day === leaves ? 0 : DISCOUNT * wanted);
            expectClose([days[day]], [wanted], 1e-5);
          }
        }
      }),
    );
  });

  it('λ = 0: the return is one reward and the value of the next day', () => {
    const one = { rewards: Array(DAYS).fill(2), values: [1, 2, 3, 4, 5, 6, 7, 8, 9], last: 10 };
    const wanted = (days: number, end: number) =>
      Array.from({ length: days }, (_, day) => 2 + DISCOUNT * (day === days - 1 ? end : day + 2));
    expectClose(judged([{ ...one, leaves: Infinity }], 0).returns[0], wanted(DAYS, 10), 1e-6);
    expectClose(judged([{ ...one, leaves: 4 }], 0).returns[0], wanted(5, 0), 1e-6);
  });

  it('nobody changes what is said of anybody else', () => {
    fc.assert(
      fc.property(population, (parts) => {
        const alone = parts.flatMap((one) => judged([one], 0.95).advantages);
        expect(judged(parts, 0.95).advantages).toEqual(alone);
        expect(judged([...parts].reverse(), 0.95).advantages).toEqual([...alone].reverse());
      }),
    );
  });

  it('are 0 for who is gone', () => {
    fc.assert(
      fc.property(population, (parts) => {
        const { gone } = judged(parts, 0.95);
        const lived = parts.reduce((sum, one) => sum + daysOf(one).length, 0);
        expect(gone).toEqual(Array(2 * (DAYS * parts.length - lived)).fill(0));
      }),
    );
  });
});
