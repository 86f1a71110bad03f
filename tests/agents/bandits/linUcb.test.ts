import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinearArms } from '../../../agents/bandits/linearArms.ts';
import { linUcb } from '../../../agents/bandits/linUcb.ts';
import { settingsOf } from '../../../agents/kinds.ts';
import type { Agent } from '../../../environments/contract.ts';
import { experienceSpec, timeStep } from '../../support/experience.ts';
import { solveLinear } from '../../support/solveLinear.ts';

interface Lived {
  /** three features */
  readonly x: readonly number[];
  readonly action: number;
  readonly reward: number;
}

const eighths = fc.integer({ min: -40, max: 40 }).map((n) => n / 8);
const lives: fc.Arbitrary<Lived[]> = fc.array(
  fc.record({ x: fc.tuple(eighths, eighths, fc.constant(3)), action: fc.nat(1), reward: eighths }),
  { minLength: 1, maxLength: 30 },
);
const place = fc.tuple(eighths, eighths, fc.constant(3));

/** The features standardised over all that was lived, after an intercept; a constant one is 0. */
function standardiser(lived: readonly Lived[]): (x: readonly number[]) => number[] {
  const columns = [0, 1, 2].map((j) => {
    const values = lived.map(({ x }) => x[j]);
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const variance = values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length;
    return { mean, sd: Math.sqrt(variance) };
  });
  return (x) => [1, ...x.map((v, j) => (columns[j].sd > 1e-9 ? (v - columns[j].mean) / columns[j].sd : 0))];
}

/** θᵀ x and √(xᵀ A⁻¹ x) of an action from scratch, as in the paper. */
function slowly(lived: readonly Lived[], action: number, at: readonly number[], ridge: number) {
  const z = standardiser(lived);
  const own = lived.filter((day) => day.action === action);
  const matrix = [0, 1, 2, 3].map((i) =>
    [0, 1, 2, 3].map((j) => own.reduce((sum, { x }) => sum + z(x)[i] * z(x)[j], i === j ? ridge : 0)),
  );
  const right = [0, 1, 2, 3].map((i) => own.reduce((sum, { x, reward }) => sum + reward * z(x)[i], 0));
  const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, v, k) => sum + v * b[k], 0);
  return {
    estimate: dot(solveLinear(matrix, right), z(at)),
    error: Math.sqrt(dot(solveLinear(matrix, z(at)), z(at))),
  };
}

describe('LinearArms', () => {
  it('has the estimates and errors of the paper on standardised features', () => {
    fc.assert(
      fc.property(lives, place, fc.constantFrom(1, 0.1), (lived, at, ridge) => {
        const arms = new LinearArms(3, 2, ridge);
        for (const { x, action, reward } of lived) {
          arms.see(Float32Array.from(at), 0);
          arms.note(Float32Array.from(x), 0, action, reward);
        }
        arms.see(Float32Array.from([0, ...at]), 1);
        for (const action of [0, 1]) {
          const expected = slowly(lived, action, at, ridge);
          expect(arms.estimate(action)).toBeCloseTo(expected.estimate, 7);
          expect(arms.error(action)).toBeCloseTo(expected.error, 7);
        }
      }),
    );
  });
});

const spec = { ...experienceSpec(1), features: ['one', 'two', 'three'] };

function stepAt(users: readonly (readonly number[])[], rewards: readonly number[] = []) {
  const step = timeStep(
    'first',
    users.map((_, i) => ({ state: 0, reward: rewards[i] ?? 0 })),
  );
  return { ...step, observation: { ...step.observation, features: Float32Array.from(users.flat()) } };
}

function agentAfter(lived: readonly Lived[], exploration: number, unit = 1, zero = 0): Agent {
  const agent = linUcb.create(spec, { key: 1, trainingDays: 100 }, settingsOf(linUcb, { exploration }));
  for (const { x, action, reward } of lived) {
    const step = stepAt([x.map((v) => unit * v + zero)], [reward]);
    agent.update(step, Uint8Array.of(action), step);
  }
  return agent;
}

function lawAt(agent: Agent, x: readonly number[]): number[] {
  const probabilities = new Float64Array(3);
  agent.actionProbabilities!(stepAt([x]).observation, probabilities);
  return [...probabilities];
}

describe('lin-ucb', () => {
  it('takes the action with the largest θᵀ x + α √(xᵀ A⁻¹ x), and greedy() that with the largest θᵀ x', () => {
    fc.assert(
      fc.property(lives, place, fc.constantFrom(0.5, 2), (lived, at, exploration) => {
        const agent = agentAfter(lived, exploration);
        for (const [policy, alpha] of [
          [agent, exploration],
          [agent.greedy(), 0],
        ] as const) {
          const scores = [0, 1, 2].map((action) => {
            const { estimate, error } = slowly(lived, action, at, 1);
            return estimate + alpha * error;
          });
          const chosen = new Uint8Array(1);
          policy.selectActions(stepAt([at]).observation, chosen);
          expect(scores[chosen[0]]).toBeGreaterThan(Math.max(...scores) - 1e-7);
        }
      }),
    );
  });

  it('does the same where the features have another unit and another zero', () => {
    fc.assert(
      fc.property(lives, place, (lived, at) => {
        const [plain, other] = [agentAfter(lived, 1), agentAfter(lived, 1, 4096, -8192)];
        expect(
          lawAt(
            other,
            at.map((v) => 4096 * v - 8192),
          ),
        ).toEqual(lawAt(plain, at));
      }),
    );
  });

  it('takes any action before it has seen anything', () => {
    expect(lawAt(agentAfter([], 1), [3, 1, 4])).toEqual([1 / 3, 1 / 3, 1 / 3]);
  });

  it('learns different best actions for different users from the features alone', () => {
    const users = 400;
    const world = { ...spec, users };
    const agent = linUcb.create(world, { key: 1, trainingDays: 10 }, settingsOf(linUcb, {}));
    const xs = Array.from({ length: users }, (_, i) => [i / users, (i % 7) / 100, 5]);
    const chosen = new Uint8Array(users);
    for (let day = 0; day < 20; day++) {
      const morning = stepAt(xs);
      agent.selectActions(morning.observation, chosen);
      const rewards = xs.map(([x], i) => [x, 1 - x, 0.2][chosen[i]]);
      agent.update(morning, chosen, stepAt(xs, rewards));
    }
    agent.greedy().selectActions(stepAt(xs).observation, chosen);
    const best = xs.map(([x]) => (x > 0.5 ? 0 : 1));
    expect(best.filter((action, i) => chosen[i] !== action).length).toBeLessThan(users / 50);
  });
});
