import { describe, expect, it } from 'vitest';
import { actionOf, random } from '../../../agents/rules/random.ts';
import { choicesOf, mixedObservation, withAvailability } from '../../contracts/policyContract.ts';
import { compatible } from '../../support/chiSquare.ts';

describe('random(count, key)', () => {
  it('takes other actions on another day and with another key', () => {
    const observation = mixedObservation(100);
    const policy = random(5, 1);
    const [first, second] = [choicesOf(policy, observation), choicesOf(policy, observation)];
    expect(second).not.toEqual(first);
    expect(choicesOf(random(5, 2), observation)).not.toEqual(first);
  });

  it('takes every pair of actions on two days equally often: no day tells of the next', () => {
    const observation = mixedObservation(21_000);
    const policy = random(3, 1);
    const [today, tomorrow] = [choicesOf(policy, observation), choicesOf(policy, observation)];
    const counts = Array<number>(9).fill(0);
    for (const [i, action] of today.entries())
      if (observation.active[i] === 1) counts[3 * action + tomorrow[i]]++;
    expect(
      compatible(
        counts,
        counts.map(() => 2_000),
      ),
    ).toBe(true);
  });
});

describe('random(count, key), where not everyone may be given everything', () => {
  it('gives every available action the same probability', () => {
    const observation = withAvailability(mixedObservation(2_000), 3);
    const probabilities = new Float32Array(6_000);
    random(3, 1).actionProbabilities!(observation, probabilities);
    for (let i = 0; i < 2_000; i++) {
      const row = [...observation.available!.subarray(3 * i, 3 * i + 3)];
      const offered = row.includes(1) ? row : [1, 0, 0];
      const each = Math.fround(1 / offered.filter((one) => one === 1).length);
      expect([...probabilities.subarray(3 * i, 3 * i + 3)]).toEqual(offered.map((one) => one * each));
    }
  });
});

describe('actionOf(word, count)', () => {
  it('maps the ends of the 32-bit words, signed or not, to the first and the last action', () => {
    expect([0, -1, 0xffffffff, 0x80000000 | 0].map((word) => actionOf(word, 4))).toEqual([0, 3, 3, 2]);
  });
});
