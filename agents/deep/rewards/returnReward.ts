import type { EnvironmentSpec, TimeStep } from '../../../environments/contract.ts';
import type { LearnedDay, LearnedReward } from './learnedReward.ts';
import type { ReturnTimes } from './returnTimes.ts';

/** How much the time to the next visit counts. */
export interface ReturnPlan {
  /** γ, from visit to visit */
  readonly discount: number;
  /** part of the reward that is about coming back; the rest is the world's own */
  readonly share: number;
  /** a gap so many times as long as expected is as bad as never coming back */
  readonly cap: number;
}

/**
 * A reward for coming back, and coming back soon: on the day of a visit d days after the one before,
 * 1 − min(d / d̂, c) / c, where d̂ is what was to be expected of this user at the visit before. Who never comes back
 * gets nothing any more. The future is discounted from visit to visit, not from day to day: a day without one does
 * not count as time.
 *
 * What is earned between visits counts in full, so that staying without ever coming must end some day.
 *
 * Source: after Cai et al. (2023), "Reinforcing user retention in a billion scale short video recommender system"
 * (RLUR): discount at session boundaries only, return time normalised by a prediction of it. There it is a cost, in a
 * world where everyone returns; here, where people leave for good, a cost per visit would reward leaving, so that it
 * is turned into a gain between 0 and 1. The prediction here is a regression on those who came back.
 */
export function returnReward(spec: EnvironmentSpec, plan: ReturnPlan, times: ReturnTimes): LearnedReward {
  const width = spec.features.length;
  const gaps = new Uint32Array(spec.users);
  const expected = new Float32Array(spec.users);
  const seen = new Float32Array(spec.users * width);
  const day: LearnedDay = {
    rewards: new Float32Array(spec.users),
    discounts: new Float32Array(spec.users),
  };
  const begin = ({ observation }: TimeStep) => {
    gaps.fill(0);
    seen.set(observation.features);
    times.predict(observation, expected);
  };
  return {
    of(step, next) {
      const visits = next.visits!;
      if (step.stepType === 'first') begin(step);
      const back: number[] = [];
      for (let i = 0; i < spec.users; i++) {
        if (step.observation.active[i] === 0) continue;
        gaps[i]++;
        if (visits[i] === 1) back.push(i);
        const soon = visits[i] === 1 ? 1 - Math.min(gaps[i] / expected[i], plan.cap) / plan.cap : 0;
        day.rewards[i] = (1 - plan.share) * next.rewards[i] + plan.share * soon;
        day.discounts[i] = next.discounts[i] * (visits[i] === 1 ? plan.discount : 1);
      }
      times.learn(seen, back, gaps);
      const expectedNow = expected.slice();
      times.predict(next.observation, expectedNow);
      for (const user of back) {
        gaps[user] = 0;
        expected[user] = expectedNow[user];
        for (let k = user * width; k < (user + 1) * width; k++) seen[k] = next.observation.features[k];
      }
      return day;
    },
    kept: times.kept,
  };
}
