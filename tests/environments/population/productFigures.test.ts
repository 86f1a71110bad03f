import { describe, expect, it } from 'vitest';
import { UNBORN } from '../../../environments/population/people.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { load } from '../scenario/smallScenario.ts';
import { fixture, lives } from './openWorld.ts';

const FOUNDERS = 50;
const DISCOUNT = ['horizon: 42', 'horizon: 40\nobjective: { discount: 0.9 }'] as const;
const DAILY = ['every: 7', 'every: 1'] as const;
const SUMS = ['return', 'cost', 'contacts', 'moodiness_'];
const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
const choice = (product: number, week: number) => (product + week * week) % 3;

/** Rewards and features of every product after each step, and its sums at the end. */
function played(program: Program, { users = 3, firstUser = 0 } = {}) {
  const environment = new PopulationEnvironment(program, { users, firstUser, measured: true });
  let step = environment.reset('p');
  const first = firstUser / FOUNDERS;
  const steps = [{ day: 0, rewards: [...step.rewards], features: [...step.observation.features] }];
  while (step.stepType !== 'last') {
    const week = Math.floor(step.day / 7);
    step = environment.step(Uint8Array.from({ length: users }, (_, k) => choice(first + k, week)));
    steps.push({ day: step.day, rewards: [...step.rewards], features: [...step.observation.features] });
  }
  return { steps, sums: SUMS.map((name) => [...environment.column(`sum_${name}`)]) };
}

describe('a product', () => {
  it('is rewarded and seen by what its users come to, computed from their columns', () => {
    const program = fixture('product-shop', DAILY);
    const environment = new PopulationEnvironment(program, { users: 2 });
    let { features } = environment.reset('f').observation;
    expect([...features.slice(0, 3)].map((x) => x.toFixed(6))[2]).toBe('1.000000');
    for (let day = 1; day <= 40; day++) {
      const morning = environment.stages.slice();
      const actions = [choice(0, day), choice(1, day)];
      const { rewards, observation } = environment.step(Uint8Array.from(actions));
      ({ features } = observation);
      for (const group of [0, 1]) {
        const { places } = environment.shape;
        const rows = [...morning.keys()].filter(
          (row) => Math.floor(row / places) === group && morning[row] === 0 && environment.bornOn[row] < day,
        );
        const { stages, segments, bornOn } = environment;
        const present = rows.filter((row) => stages[row] === 0).length / FOUNDERS;
        const won = rows.filter((row) => bornOn[row] > 0 && day - bornOn[row] === 1).length / FOUNDERS;
        const reward = 0.05 * present + 0.2 * won - [0, 0.02, 0.02][actions[group]];
        expect(rewards[group]).toBeCloseTo(reward, 6);
        const mood = mean(rows.map((row) => environment.column('mood')[row]));
        const loyal = mean(rows.map((row) => Number(segments[row] === 0)));
        const seen = [mood, loyal, rows.length / FOUNDERS];
        for (const [k, value] of seen.entries()) expect(features[3 * group + k]).toBeCloseTo(value, 5);
      }
    }
    expect(environment.stages.includes(UNBORN)).toBe(true);
  });

  it('decided for every week is rewarded by the discounted days, as if it did the same on each of them', () => {
    const weekly = played(fixture('product-shop', DISCOUNT));
    const daily = played(fixture('product-shop', DISCOUNT, DAILY));
    expect(weekly.steps.map(({ day }) => day)).toEqual([0, 7, 14, 21, 28, 35, 40]);
    for (const [k, { day, rewards, features }] of weekly.steps.entries()) {
      expect(features).toEqual(daily.steps[day].features);
      const days = daily.steps.filter(
        (step) => step.day <= day && step.day > (weekly.steps[k - 1]?.day ?? 0),
      );
      for (const [product, reward] of rewards.entries()) {
        const sum = days.reduce((total, step, i) => total + 0.9 ** i * step.rewards[product], 0);
        expect(reward).toBeCloseTo(sum, 5);
      }
    }
    expect(weekly.sums).toEqual(daily.sums);
    const returns = daily.steps.reduce((sum, { day, rewards }) => sum + 0.9 ** (day - 1) * rewards[1], 0);
    expect(weekly.sums[0][1]).toBeCloseTo(returns, 5);
  });

  it('counts the cost of decisions and of newcomers, contacts, and metrics, for each user at the start', () => {
    const program = fixture('product-shop', DAILY);
    const environment = new PopulationEnvironment(program, { users: 2, measured: true });
    let step = environment.reset('c');
    const sums = [0, 0].map(() => ({ cost: 0, contacts: 0, moodiness: 0 }));
    while (step.stepType !== 'last') {
      const actions = [choice(0, step.day), choice(1, step.day)];
      step = environment.step(Uint8Array.from(actions));
      for (const [group, sum] of sums.entries()) {
        const { places } = environment.shape;
        const came = [...environment.bornOn].filter(
          (day, row) => Math.floor(row / places) === group && day === step.day,
        );
        sum.cost += [0, 0.02, 0.02][actions[group]] + came.length / FOUNDERS;
        sum.contacts += Number(actions[group] > 0);
        sum.moodiness += step.observation.features[3 * group];
      }
    }
    for (const [group, { cost, contacts, moodiness }] of sums.entries()) {
      const got = SUMS.slice(1).map((name) => environment.column(`sum_${name}`)[group]);
      expect(got[0]).toBeCloseTo(cost, 6);
      expect(got[1]).toBe(contacts);
      expect(got[2]).toBeCloseTo(moodiness, 3);
    }
  });

  it('is the same whichever others are simulated beside it', () => {
    const program = fixture('product-shop', [
      'moodiness: { value: mean(mood)',
      'moodiness: { value: "mean(mood) + normal(0, 1)"',
    ]);
    const all = played(program, { users: 4 });
    for (const [firstUser, users] of [
      [0, 1],
      [50, 2],
      [150, 1],
    ] as const) {
      const part = played(program, { users, firstUser });
      const from = firstUser / FOUNDERS;
      expect(part.sums).toEqual(all.sums.map((sums) => sums.slice(from, from + users)));
      const cut = all.steps.map((step) => ({
        ...step,
        rewards: step.rewards.slice(from, from + users),
        features: step.features.slice(3 * from, 3 * (from + users)),
      }));
      expect(part.steps).toEqual(cut);
    }
  });

  it('has people with the same lives, however many others are simulated', () => {
    const act = (product: number, day: number) => choice(product, day);
    const program = fixture('product-shop', DAILY);
    const [few, many] = [1, 3].map((users) => lives(program, { users, act, days: 25 }));
    const life = (all: string | undefined) =>
      all?.split('\n').map((line) => line.split(' ').slice(0, -1).join());
    expect(few.size).toBeGreaterThan(60);
    for (const [birth, days] of few) expect(life(many.get(birth))).toEqual(life(days));
  });

  it('may ask by the day: on day 0 nothing is earned and nobody comes', () => {
    const program = load(`
title: t
story: s
horizon: 3
decision: { by: product, users: 4 }
actions: { a: {} }
arrivals: { founders: 4, channels: { c: { rate: 8 / day } } }
reward: { r: 1 / day + 0 / weekday }
observe: { n: total(1) }
`);
    const environment = new PopulationEnvironment(program, { users: 2, measured: true });
    expect([...environment.reset('a').rewards]).toEqual([0, 0]);
    expect([...environment.step(new Uint8Array(2)).rewards]).toEqual([1, 1]);
    expect([...environment.column('sum_return')]).toEqual([1, 1]);
  });
});
