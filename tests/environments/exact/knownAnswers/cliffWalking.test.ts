import { describe, expect, it } from 'vitest';
import type { FiniteDecisionProcess } from '../../../../environments/exact/process.ts';
import { policyIteration } from '../../../../environments/exact/solve/policyIteration.ts';
import { valueIteration } from '../../../../environments/exact/solve/valueIteration.ts';
import { classic, solved, stateWith } from '../solved.ts';

const ACTIONS = [
  [-1, 0],
  [1, 0],
  [0, 1],
  [0, -1],
];

describe('Sutton and Barto (2018), example 6.6: cliff walking', () => {
  const result = solved(classic('cliff-walking'));

  it('the optimum is −13 from the start, along the edge', () => {
    expect(result.solution.optimum).toBe(-13);
    expect(stateWith(result, { row: 4, column: 1 })).toMatchObject({ value: -13, actions: ['up'] });
    for (let column = 1; column <= 11; column++)
      expect(stateWith(result, { row: 3, column })).toMatchObject({ value: column - 13, actions: ['right'] });
    expect(stateWith(result, { row: 3, column: 12 })).toMatchObject({ value: -1, actions: ['down'] });
  });

  it('has no state on the cliff', () => {
    expect(result.process.states).toHaveLength(37);
  });

  it('the best 0.1-soft policy is worth −20.707677', () => {
    expect(softByHand(0.1)).toBeCloseTo(-20.707677, 6);
    const soft = softened(result.process, 0.1);
    const start = result.process.entry.indexOf(1);
    expect(policyIteration(soft, 1).values[start]).toBeCloseTo(softByHand(0.1), 9);
    expect(valueIteration(soft, 1).values[start]).toBeCloseTo(softByHand(0.1), 8);
  });
});

/** The process of somebody whose hand slips to a random action with probability ε. */
function softened(process: FiniteDecisionProcess, epsilon: number): FiniteDecisionProcess {
  const { actions, states } = process;
  const offsets = [0];
  const [targets, probabilities, rewards]: [number[], number[], number[]] = [[], [], []];
  for (let s = 0; s < states.length; s++) {
    for (let a = 0; a < actions; a++) {
      let reward = 0;
      for (let taken = 0; taken < actions; taken++) {
        const weight = epsilon / actions + (taken === a ? 1 - epsilon : 0);
        const row = process.rowOf[s * actions + taken];
        reward += weight * process.rewards[row];
        for (let k = process.offsets[row]; k < process.offsets[row + 1]; k++) {
          targets.push(process.targets[k]);
          probabilities.push(weight * process.probabilities[k]);
        }
      }
      rewards.push(reward);
      offsets.push(targets.length);
    }
  }
  return {
    ...process,
    rowOf: Int32Array.from({ length: states.length * actions }, (_, k) => k),
    rewards: Float64Array.from(rewards),
    offsets: Int32Array.from(offsets),
    targets: Int32Array.from(targets),
    probabilities: Float64Array.from(probabilities),
  };
}

/** Value iteration on the field itself, without the scenario. */
function softByHand(epsilon: number): number {
  const values = Array.from({ length: 4 }, () => Array<number>(12).fill(0));
  const after = (row: number, column: number, [down, right]: number[]): number => {
    const y = Math.min(Math.max(row + down, 0), 3);
    const x = Math.min(Math.max(column + right, 0), 11);
    if (y === 3 && x > 0 && x < 11) return -100 + values[3][0];
    return y === 3 && x === 11 ? -1 : -1 + values[y][x];
  };
  for (let change = 1; change > 1e-13; ) {
    change = 0;
    for (let row = 0; row < 4; row++) {
      for (let column = 0; column < (row === 3 ? 1 : 12); column++) {
        const worth = ACTIONS.map((move) => after(row, column, move));
        const mean = worth.reduce((sum, value) => sum + value, 0) / 4;
        const value = (1 - epsilon) * Math.max(...worth) + epsilon * mean;
        change = Math.max(change, Math.abs(value - values[row][column]));
        values[row][column] = value;
      }
    }
  }
  return values[3][0];
}
