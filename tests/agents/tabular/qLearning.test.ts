import { describe, expect, it } from 'vitest';
import { doubleQLearning } from '../../../agents/tabular/doubleQLearning.ts';
import { qLearning } from '../../../agents/tabular/qLearning.ts';
import { watkinsQLambda } from '../../../agents/tabular/watkinsQLambda.ts';
import { ALWAYS_EXPLORING, largestError, learnedValues } from '../../support/learnedValues.ts';
import { optimalValues, valuesUnder } from '../../support/restInvestLeaveValues.ts';

const EXPLORING = { discount: 0.9, stepSize: 0.5, stepSizeVisits: 0, ...ALWAYS_EXPLORING };

describe('optimalValues(0.9), by hand', () => {
  it('is the solution of the Bellman equations of investing', () => {
    const invest = [0, 1, 0];
    expect(largestError(valuesUnder([invest, invest], 0.9), optimalValues(0.9))).toBeLessThan(1e-12);
    expect(optimalValues(0.9)[0][1]).toBeCloseTo(1.7 / 0.19, 12);
  });
});

describe('q-learning', () => {
  it('reaches the optimal values to 1e-9: leaving ends what is to come', () => {
    const values = learnedValues(qLearning, EXPLORING, { users: 60, horizon: 30, episodes: 60 });
    expect(largestError(values, optimalValues(0.9))).toBeLessThan(1e-9);
    expect(values[0][2]).toBe(2);
  });

  it.each([2, 3])(
    'reaches the same values where episodes are cut off on day %i: the horizon ends nothing',
    (horizon) => {
      const values = learnedValues(qLearning, EXPLORING, { users: 60, horizon, episodes: 300 });
      expect(largestError(values, optimalValues(0.9))).toBeLessThan(1e-9);
    },
  );

  it('learns the value of acting greedily even while it always explores, and of nothing where γ is 0', () => {
    const values = learnedValues(
      qLearning,
      { ...EXPLORING, discount: 0 },
      { users: 60, horizon: 5, episodes: 40 },
    );
    expect(
      largestError(values, [
        [0.5, -1, 2],
        [3, 3, 3],
      ]),
    ).toBeLessThan(1e-9);
  });
});

describe.each([doubleQLearning, watkinsQLambda])('$name', (kind) => {
  it.each([2, 3, 30])(
    'reaches the optimal values to 1e-9 as well, from episodes of %i days, always exploring',
    (horizon) => {
      const values = learnedValues(kind, EXPLORING, { users: 60, horizon, episodes: 300 });
      expect(largestError(values, optimalValues(0.9))).toBeLessThan(1e-9);
    },
  );
});
