import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { load, type Sections, smallScenario } from '../scenario/smallScenario.ts';

const USERS = 300;

function make(sections: Sections) {
  const program = load(smallScenario({ horizon: 'horizon: 4', rules: '', checks: '', ...sections }));
  const environment = new PopulationEnvironment(program, { users: USERS, measured: true });
  environment.reset('leaving');
  return { environment, step: () => environment.step(new Uint8Array(USERS).fill(1)) };
}

describe('leaving for good', () => {
  const { environment, step } = make({
    lifecycle: 'lifecycle: { new: { gone: 0.5 }, gone: {} }',
    reward: 'reward: { r: 1 }',
    metrics: 'metrics: { days: 1, last: { value: day, over: last } }',
    day: 'day: { visit: true, mood: mood + 1 }',
    observe: 'observe: { one: 1, mood: { value: mood, bins: [1, 2] }, phase: stage }',
  });
  const days = Array.from({ length: 4 }, () => {
    const { rewards, discounts, observation, stepType } = step();
    const { features, states, active } = observation;
    return {
      stepType,
      rewards: rewards.slice(),
      discounts: discounts.slice(),
      active: active.slice(),
      states: states.slice(),
      features: features.slice(),
      stages: environment.stages.slice(),
      mood: environment.column('mood').slice(),
    };
  });
  const users = Array.from({ length: USERS }, (_, i) => i);
  const lastDay = users.map((i) => days.findIndex(({ stages }) => stages[i] === 1));

  it('happens on every day to some and to some never', () => {
    expect([...new Set(lastDay)].sort()).toEqual([-1, 0, 1, 2, 3]);
  });

  it('gives the reward of the day on which it happens, with discount 0 and no decision afterwards', () => {
    for (const i of users) {
      const k = lastDay[i];
      if (k < 0) continue;
      expect([days[k].rewards[i], days[k].discounts[i], days[k].active[i]]).toEqual([1, 0, 0]);
      expect([...days[k].features.subarray(4 * i, 4 * i + 4)]).toEqual([1, k + 1.5, 0, 1]);
    }
  });

  it('leaves nothing but zeros on later days, and the state of the last evening', () => {
    for (const i of users) {
      for (const [k, day] of days.entries()) {
        if (lastDay[i] < 0 || k <= lastDay[i]) continue;
        expect([day.rewards[i], day.discounts[i], day.active[i], day.states[i]]).toEqual([0, 0, 0, 0]);
        expect([...day.features.subarray(4 * i, 4 * i + 4)]).toEqual([0, 0, 0, 0]);
        expect(day.mood[i]).toBe(days[lastDay[i]].mood[i]);
      }
    }
  });

  it('ends the sums and the contacts', () => {
    for (const i of users) {
      const lived = lastDay[i] < 0 ? 4 : lastDay[i] + 1;
      const sums = ['sum_return', 'sum_days_', 'sum_last_', 'sum_contacts'].map(
        (name) => environment.column(name)[i],
      );
      expect(sums).toEqual([lived, lived, lived, lived]);
      expect(environment.column('sum_cost')[i]).toBeCloseTo(0.1 * lived, 12);
    }
  });

  it('is not the horizon, which leaves a discount of 1', () => {
    const stayed = users.filter((i) => lastDay[i] < 0);
    expect(days.map(({ stepType }) => stepType)).toEqual(['mid', 'mid', 'mid', 'last']);
    expect(stayed.every((i) => days[3].discounts[i] === 1 && days[3].active[i] === 1)).toBe(true);
  });
});

describe('the lifecycle', () => {
  it('tries the ways out in their order with one draw, and the rest stays', () => {
    const { environment, step } = make({
      lifecycle: 'lifecycle: { new: { a: 0.25, b: 0.5 }, a: { b: 0 }, b: { b: 1 }, gone: {} }',
      observe: 'observe: { mood: mood }',
    });
    step();
    const counts = [0, 1, 2].map((stage) => environment.stages.filter((s) => s === stage).length / USERS);
    // 4 standard errors of 300 users are 0.12.
    for (const [k, share] of [0.25, 0.25, 0.5].entries())
      expect(Math.abs(counts[k] - share)).toBeLessThan(0.12);
    step();
    expect(environment.stages.filter((stage) => stage === 1).length).toBeGreaterThan(counts[1] * USERS);
  });

  it('takes the first way out for sure where the probabilities sum to more than 1', () => {
    const { environment, step } = make({
      lifecycle: 'lifecycle: { new: { a: 1.5, b: 1 }, a: { b: 0 }, b: { a: 0 }, gone: {} }',
      observe: 'observe: { mood: mood }',
    });
    step();
    expect(new Set(environment.stages)).toEqual(new Set([1]));
  });

  it('sees the values of the evening, and reward and metrics see the stage of the evening', () => {
    const { environment, step } = make({
      day: 'day: { visit: true, mood: 7 }',
      lifecycle: 'lifecycle: { new: { gone: mood == 7 }, gone: {} }',
      reward: 'reward: { r: stage == gone }',
      observe: 'observe: { phase: stage }',
    });
    expect(new Set(step().rewards)).toEqual(new Set([1]));
    expect(new Set(environment.stages)).toEqual(new Set([1]));
  });
});
