import { describe, expect, it } from 'vitest';
import { expectedSarsa } from '../../../agents/tabular/expectedSarsa.ts';
import { monteCarlo } from '../../../agents/tabular/monteCarlo.ts';
import { nStepSarsa } from '../../../agents/tabular/nStepSarsa.ts';
import { sarsa } from '../../../agents/tabular/sarsa.ts';
import { sarsaLambda } from '../../../agents/tabular/sarsaLambda.ts';
import { exploringAlways, largestError, learnedValues } from '../../support/learnedValues.ts';
import { optimalValues, valuesUnder } from '../../support/restInvestLeaveValues.ts';

const DISCOUNT = 0.9;

/** The ε-greedy policy around investing in state 0; in state 1 all actions are worth the same. */
function exploringInvestor(epsilon: number): number[][] {
  const [rest, best] = [epsilon / 3, 1 - epsilon + epsilon / 3];
  return [
    [rest, best, rest],
    [best, rest, rest],
  ];
}

function settingsWith(epsilon: number) {
  return { discount: DISCOUNT, ...exploringAlways(epsilon) };
}

describe.each([0.2, 0.4])('the ε-greedy policy with ε = %d', (epsilon) => {
  const truth = valuesUnder(exploringInvestor(epsilon), DISCOUNT);

  it('has a fixed point of its own: investing is best, and worth less than if it never explored', () => {
    expect(truth[0][1]).toBeGreaterThan(Math.max(truth[0][0], truth[0][2]));
    expect(truth[0][1]).toBeLessThan(optimalValues(DISCOUNT)[0][1] - 0.5);
  });

  it.each([2, 20])('is what expected-sarsa learns to 1e-9, with episodes of %i days', (horizon) => {
    const settings = { ...settingsWith(epsilon), stepSize: 0.5, stepSizeVisits: 0 };
    const lesson = { users: 200, horizon, episodes: 600 / horizon };
    expect(largestError(learnedValues(expectedSarsa, settings, lesson), truth)).toBeLessThan(1e-9);
  });

  it.each([
    [2, 500],
    [12, 200],
  ])(
    'is what sarsa learns to 0.05, its next actions being luck, from episodes of %i days',
    (horizon, episodes) => {
      const settings = { ...settingsWith(epsilon), stepSize: 0.5, stepSizeVisits: 20, stepSizePower: 1 };
      const values = learnedValues(sarsa, settings, { users: 1_000, horizon, episodes });
      expect(largestError(values, truth)).toBeLessThan(0.05);
    },
  );

  it.each([
    { kind: nStepSarsa, close: 0.05 },
    { kind: sarsaLambda, close: 0.05 },
    { kind: monteCarlo, close: 0.1 },
  ])('is what $kind.name learns to $close, the next days being luck', ({ kind, close }) => {
    const settings = { ...settingsWith(epsilon), stepSize: 0.5, stepSizeVisits: 20, stepSizePower: 1 };
    const values = learnedValues(kind, settings, { users: 1_000, horizon: 12, episodes: 200 });
    expect(largestError(values, truth)).toBeLessThan(close);
  });
});
