import { describe, expect, it } from 'vitest';
import { myopic } from '../../../agents/tabular/myopic.ts';
import { ALWAYS_EXPLORING, largestError, learnedValues } from '../../support/learnedValues.ts';

describe('myopic', () => {
  it('learns the rewards of the same day and nothing further', () => {
    const settings = { stepSize: 0.5, stepSizeVisits: 0, ...ALWAYS_EXPLORING };
    const values = learnedValues(myopic, settings, { users: 60, horizon: 5, episodes: 40 });
    expect(
      largestError(values, [
        [0.5, -1, 2],
        [3, 3, 3],
      ]),
    ).toBeLessThan(1e-9);
  });

  it('has no discount to set', () => {
    expect(Object.keys(myopic.hyperparameters)).not.toContain('discount');
  });
});
