import { describe, expect, it } from 'vitest';
import { addBestArm, bestArm } from '../../../agents/bandits/bestArm.ts';
import { Decision } from '../../../agents/bandits/decision.ts';
import { timeStep } from '../../support/experience.ts';

/** The decision for the second of two users, with these actions available. */
function decisionWith(...available: readonly number[]): Decision {
  const { observation } = timeStep('first', [{ state: 0 }, { state: 0 }]);
  const rows = Uint8Array.from([...available.map(() => 1), ...available]);
  return new Decision(available.length, { ...observation, available: rows }, 0).turnTo(1);
}

const SCORES = Float64Array.of(2, 5, 5, 1, 5);

function lawOf(decision: Decision): number[] {
  const probabilities = new Float64Array(2 * SCORES.length);
  addBestArm(SCORES, decision, probabilities, 0.5);
  return [...probabilities.subarray(SCORES.length)];
}

describe('bestArm()', () => {
  it.each([
    [
      [1, 1, 1, 1, 1],
      [1, 2, 4],
      [0, 1 / 6, 1 / 6, 0, 1 / 6],
    ],
    [
      [1, 0, 1, 1, 1],
      [2, 4],
      [0, 0, 1 / 4, 0, 1 / 4],
    ],
    [[1, 0, 0, 1, 0], [0], [1 / 2, 0, 0, 0, 0]],
    [[0, 0, 0, 1, 0], [3], [0, 0, 0, 1 / 2, 0]],
    [[0, 0, 0, 0, 0], [0], [1 / 2, 0, 0, 0, 0]],
  ])('takes one of the best that are available, of %j one of %j', (available, best, law) => {
    const decision = decisionWith(...available);
    const words = Array.from({ length: 12 }, (_, k) => ((k + 0.5) * 2 ** 32) / 12);
    const counts = words.map((word) => bestArm(SCORES, decision, word | 0));
    for (const arm of best) expect(counts.filter((k) => k === arm).length).toBe(12 / best.length);
    expect(bestArm(SCORES, decision)).toBe(best[0]);
    expect(lawOf(decision)).toEqual(law.map((p) => expect.closeTo(p, 12)));
  });
});
