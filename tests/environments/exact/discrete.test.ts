import { describe, expect, it } from 'vitest';
import { always } from '../../../agents/rules/always.ts';
import { enumerate } from '../../../environments/exact/enumerate.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { written } from './solved.ts';

const USERS = 40_000;

/** One day whose reward is a formula of one draw, squared so that a mean in its place would show. */
function oneDay(formula: string) {
  return written(`horizon: 1
parameters: { three: { value: 3 } }
actions: { none: {} }
day: { x: "${formula}" }
reward: { r: x * x }
observe: {}`);
}

const mean = (values: readonly number[], probabilities: readonly number[]) =>
  values.reduce((sum, value, k) => sum + value * value * probabilities[k], 0);

const poisson = (m: number, k: number) => {
  let p = Math.exp(-m);
  for (let i = 1; i <= k; i++) p *= m / i;
  return p;
};
const firstFive = [0, 1, 2, 3, 4].map((k) => poisson(3, k));

describe('draws with endlessly many outcomes, of which finitely many matter', () => {
  it.each([
    ['floor(6 * uniform(0, 1))', mean([0, 1, 2, 3, 4, 5], Array(6).fill(1 / 6))],
    ['1 + floor(uniform(0, 1) * 6)', mean([1, 2, 3, 4, 5, 6], Array(6).fill(1 / 6))],
    ['floor(-uniform(0, three))', mean([-3, -2, -1], Array(3).fill(1 / 3))],
    ['floor(three / 2 - uniform(0, 2) / 2)', mean([0, 1], [0.5, 0.5])],
    ['uniform(0, 1) < 0.3', 0.3],
    ['0.3 <= uniform(0, 1)', 0.7],
    ['uniform(2, 4) > three + 0.5', 0.25],
    ['5 * (uniform(0, 1) >= 2)', 0],
    ['1 - 2 * uniform(0, 1) < bernoulli(0.5)', 0.5 * 0.5 + 0.5],
    ['min(poisson(3), 5)', mean([0, 1, 2, 3, 4, 5], [...firstFive, 1 - firstFive.reduce((a, b) => a + b)])],
    [
      'min(2.5, poisson(three))',
      mean([0, 1, 2, 2.5], [...firstFive.slice(0, 3), 1 - firstFive[0] - firstFive[1] - firstFive[2]]),
    ],
    ['min(poisson(-1), 4)', 0],
    ['min(poisson(2), -1)', 1],
  ])('%s', (formula, expected) => {
    const program = oneDay(formula);
    const { rewards } = enumerate(program);
    expect(rewards[0]).toBeCloseTo(expected, 12);
    const { values } = evaluate(program, always(0), { users: USERS, seed: 'x' }).metrics[0];
    const simulated = values.reduce((sum, value) => sum + value, 0) / USERS;
    const squares = values.reduce((sum, value) => sum + (value - simulated) ** 2, 0);
    expect(Math.abs(simulated - expected)).toBeLessThanOrEqual((5 * Math.sqrt(squares)) / USERS + 1e-6);
  });

  it('makes a car rental solvable: requests are cut by the cars there are', () => {
    const program = written(`horizon: 30
objective: { criterion: discounted, discount: 0.9 }
state: { cars: { value: 5, range: [0, 10] } }
actions: { none: { more: 0 }, order: { more: 2, cost: 2 } }
day:
  rented: "min(poisson(3), cars)"
  returned: "min(poisson(2), 10 - cars + rented)"
  cars: "min(cars - rented + returned + action.more, 10)"
reward: { rent: 10 * rented, cost: -action.cost }
observe: { cars: cars }`);
    expect(enumerate(program).states).toHaveLength(11);
  });
});
