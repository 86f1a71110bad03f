import { describe, expect, it } from 'vitest';
import { againstRule } from '../../../src/training/alerts/againstRule.ts';
import { collapse } from '../../../src/training/alerts/collapse.ts';
import { entropyGone } from '../../../src/training/alerts/entropyGone.ts';
import { exploding } from '../../../src/training/alerts/exploding.ts';
import { fallenBack } from '../../../src/training/alerts/fallenBack.ts';
import { noProgress } from '../../../src/training/alerts/noProgress.ts';
import { overestimation } from '../../../src/training/alerts/overestimation.ts';
import { rewardWithoutRetention } from '../../../src/training/alerts/rewardWithoutRetention.ts';
import { alertsOf } from '../../../src/training/alertsOf.ts';
import { historyAfter } from '../../../src/training/trainingHistory.ts';
import { type MadeTraining, type MadeValidation, madeHistory, validatedAs } from './madeHistory.ts';

const RULE = { return: 11 };

/** Validations after every third episode, with these returns. */
function returns(...values: readonly number[]): Record<number, MadeValidation> {
  return Object.fromEntries(values.map((value, k) => [3 * (k + 1), { return: value }]));
}

function told(watch: typeof collapse, training: MadeTraining): string | undefined {
  return watch(madeHistory(training))?.line;
}

describe('overestimation', () => {
  const healthy: MadeTraining = {
    rule: RULE,
    done: 18,
    learning: (episode) => ({ qMean: episode / 4, qMax: 3 * episode }),
    validations: returns(-2, 6, 8, 10, 11, 12),
  };

  it('is told where the mean value is more than twice what is earned', () => {
    const learning = (episode: number) => ({ qMean: 2 * episode });
    expect(told(overestimation, { ...healthy, learning })).toBe(
      'Q mean 34, 2.83 times what is earned: overestimation?',
    );
  });

  it('is told where the largest value grows and the return does not', () => {
    const training: MadeTraining = {
      ...healthy,
      learning: (episode) => ({ qMean: 3, qMax: 2 ** (episode / 2) }),
      validations: returns(10, 10.5, 11, 11, 10.8, 11.2),
    };
    expect(told(overestimation, training)).toBe(
      'Q max 22.6 times what it was, the return is not: overestimation?',
    );
    expect(told(overestimation, { ...training, validations: returns(1, 2, 4, 8, 12, 16) })).toBeUndefined();
  });

  it('is not told of values that grow with the returns, nor where values are of something else', () => {
    expect(told(overestimation, healthy)).toBeUndefined();
    const learning = (episode: number) => ({ qMean: 2 * episode });
    const setup = { settings: { discount: 0.98, returnShare: 1 } };
    expect(told(overestimation, { ...healthy, learning, setup })).toBeUndefined();
  });

  it('lets values be as large as the discount looks ahead, in a short episode', () => {
    // Of 11 in 150 decisions, 0.999 looks 1,000 ahead: 73.
    const learning = (episode: number) => ({ qMean: 4 * episode });
    const setup = { settings: { discount: 0.999 } };
    expect(told(overestimation, { ...healthy, learning, setup })).toBeUndefined();
    expect(told(overestimation, { ...healthy, learning })).toContain('Q mean 68');
  });

  it('waits until something was validated', () => {
    const learning = (episode: number) => ({ qMean: 100 * episode });
    expect(told(overestimation, { ...healthy, learning, validations: {} })).toBeUndefined();
  });
});

describe('collapse to one action', () => {
  const one = { return: 9, mix: [0.99, 0.01, 0, 0] };
  const several = { return: 9, mix: [0.7, 0.1, 0.1, 0.1] };

  it('is told where the rule does several things', () => {
    const alert = collapse(madeHistory({ rule: RULE, done: 3, validations: { 3: one } }));
    expect(alert?.line).toBe('99.0 % of decisions are none: collapsed to one action?');
    expect(alert?.means).toContain('By itself that need not be wrong: always none may be best');
  });

  it('is told where it did several things before, and that it may be right where the rule does it too', () => {
    const alert = collapse(madeHistory({ rule: one, done: 6, validations: { 3: several, 6: one } }));
    expect(alert?.episode).toBe(6);
    expect(alert?.means).toContain('The rule marketer does nearly the same, so it may be right.');
  });

  it('is not told where it never did anything else and the rule does not either, nor of several actions', () => {
    expect(told(collapse, { rule: one, done: 6, validations: { 3: one, 6: one } })).toBeUndefined();
    expect(told(collapse, { done: 6, validations: { 3: one, 6: one } })).toBeUndefined();
    expect(told(collapse, { rule: RULE, done: 6, validations: { 3: one, 6: several } })).toBeUndefined();
    expect(told(collapse, { rule: RULE, done: 2 })).toBeUndefined();
  });
});

describe('entropy gone', () => {
  const certain = { done: 10, learning: () => ({ entropy: 0.03 }) };

  it('is told early in a training', () => {
    expect(told(entropyGone, certain)).toBe('entropy 0.03, 2.2 % of the most: it has stopped trying');
    expect(entropyGone(madeHistory(certain))?.advice).toContain('(entropyWeight)');
  });

  it('is not told at its end, nor of a policy that still tries, nor of an agent without one', () => {
    expect(told(entropyGone, { ...certain, done: 25 })).toBeUndefined();
    expect(told(entropyGone, { ...certain, learning: () => ({ entropy: 0.2 }) })).toBeUndefined();
    expect(told(entropyGone, { done: 10, learning: () => ({ loss: 1 }) })).toBeUndefined();
  });
});

describe('reward up while retention falls', () => {
  const validations = { 3: { return: 8, retention: 0.6 }, 6: { return: 12, retention: 0.5 } };

  it('is told where both are clear', () => {
    expect(told(rewardWithoutRetention, { done: 6, validations })).toBe(
      'return up, 8 to 12, but 60.0 % to 50.0 % stay',
    );
  });

  it('is told of the validation at which most were still there', () => {
    const more = { 3: { return: 8, retention: 0.55 }, 6: { return: 10, retention: 0.7 }, ...at9(12, 0.5) };
    expect(told(rewardWithoutRetention, { done: 9, validations: more })).toContain('70.0 % to 50.0 %');
  });

  it.each([
    ['both rise', at9(12, 0.7)],
    ['both fall', at9(6, 0.5)],
    ['hardly anybody is lost', at9(12, 0.59)],
    ['hardly more is earned', at9(8.2, 0.5)],
  ])('is not told where %s', (_, last) => {
    expect(
      told(rewardWithoutRetention, { done: 9, validations: { 3: validations[3], ...last } }),
    ).toBeUndefined();
  });
});

function at9(value: number, retention: number): Record<number, MadeValidation> {
  return { 9: { return: value, retention } };
}

describe('exploding losses, errors and gradients', () => {
  const calm = (episode: number) => 0.1 + 0.02 * (episode % 3);

  it.each(['loss', 'valueLoss', 'gradientNorm', 'tdError'])('is told of the %s', (name) => {
    const learning = (episode: number) => ({ [name]: episode < 9 ? calm(episode) : 3 });
    expect(told(exploding, { done: 10, learning })).toBe(
      `${name} is 25 times what it was: learning is unstable`,
    );
  });

  it('is told at once of what is no number any more', () => {
    const learning = (episode: number) => ({ loss: episode < 3 ? 1 : Number.NaN });
    expect(told(exploding, { done: 3, learning })).toBe(
      'loss is no number any more: learning has broken down',
    );
    const alert = exploding(madeHistory({ done: 3, learning }));
    expect(alert?.told).toBe(
      'By what the agent said last: one figure that is infinite or no number is enough.',
    );
    expect(alert?.means).toContain('no number');
  });

  it('is not told of one bad day, of a fall, of the first episodes, or of a loss around 0', () => {
    const oneDay = (episode: number) => ({ loss: episode === 9 ? 50 : calm(episode) });
    expect(told(exploding, { done: 10, learning: oneDay })).toBeUndefined();
    expect(told(exploding, { done: 9, learning: oneDay })).toBeUndefined();
    expect(told(exploding, { done: 10, learning: (e) => ({ loss: 100 / e ** 2 }) })).toBeUndefined();
    expect(told(exploding, { done: 4, learning: (e) => ({ loss: 100 ** e }) })).toBeUndefined();
    expect(
      told(exploding, { done: 10, learning: (e) => ({ policyLoss: e < 9 ? 0.001 : 1 }) }),
    ).toBeUndefined();
  });
});

describe('no progress and falling back', () => {
  it('tells of four validations without a new best', () => {
    const validations = returns(5, 12, 11.5, 11.9, 11.7, 11.8);
    expect(told(noProgress, { done: 18, validations })).toBe(
      'no new best for 4 validations, since episode 6: 12 per user',
    );
    expect(told(noProgress, { done: 15, validations })).toBeUndefined();
    expect(told(noProgress, { done: 18, validations: returns(5, 12, 11, 11, 11, 13) })).toBeUndefined();
  });

  it('does not count those that somebody asked for', () => {
    let history = madeHistory({ done: 6, validations: returns(5, 12) });
    for (let time = 0; time < 6; time++)
      history = historyAfter(history, {
        kind: 'evaluated',
        episode: 6,
        validated: validatedAs({ return: 11.5 }, undefined),
      });
    expect(noProgress(history)).toBeUndefined();
    expect(history.validations.filter(({ asked }) => asked)).toHaveLength(6);
  });

  it('tells at once of a fall that is larger than the interval, and then not of standing still', () => {
    const validations = returns(5, 12, 9);
    expect(told(fallenBack, { done: 9, validations })).toBe(
      'fallen back to 9 per user, from 12 after episode 6',
    );
    expect(told(fallenBack, { done: 6, validations })).toBeUndefined();
    expect(told(fallenBack, { done: 9, validations: returns(5, 12, 10.5) })).toBeUndefined();
    expect(told(noProgress, { done: 18, validations: returns(5, 12, 9, 9, 9, 9) })).toBeUndefined();
  });
});

describe('against the rule', () => {
  it('tells of a new best above the rule as something good, with its interval', () => {
    const alert = againstRule(madeHistory({ rule: RULE, done: 6, validations: returns(5, 14) }));
    expect(alert).toMatchObject({
      kind: 'good',
      line: 'new best: 14 [12.2, 15.8] per user, above the rule marketer: 11',
    });
  });

  it('tells of a new best below it, or not to be told apart from it, as no more than that', () => {
    const lines = [8, 11.3].map((value) =>
      againstRule(madeHistory({ rule: RULE, done: 6, validations: returns(5, value) })),
    );
    expect(lines.map((alert) => alert?.kind)).toEqual(['note', 'note']);
    expect(lines.map((alert) => alert?.line)).toEqual([
      'new best: 8 [6.2, 9.8] per user, still below the rule marketer: 11',
      'new best: 11.3 [9.5, 13.1] per user, not to be told apart from the rule marketer: 11',
    ]);
  });

  it('warns of being below it only when half of the training is over', () => {
    const validations = returns(5, 4, 8, 7, 8);
    expect(told(againstRule, { rule: RULE, done: 12, validations })).toBeUndefined();
    expect(madeWarning(validations)).toMatchObject({
      kind: 'warning',
      line: 'below the rule marketer: 8 against 11 per user',
    });
  });

  it('says nothing of the first validation, nor of one that is not the best', () => {
    expect(told(againstRule, { rule: RULE, done: 3, validations: returns(14) })).toBeUndefined();
    expect(told(againstRule, { rule: RULE, done: 6, validations: returns(14, 13) })).toBeUndefined();
  });
});

function madeWarning(validations: Record<number, MadeValidation>) {
  return againstRule(madeHistory({ rule: RULE, done: 15, validations }));
}

describe('all alerts', () => {
  it('are none of a training that goes well, but for its new best', () => {
    const training = {
      rule: RULE,
      done: 12,
      learning: (episode: number) => ({ loss: 1 / episode, qMean: episode / 3, entropy: 0.4 }),
      validations: returns(5, 9, 12, 14),
    };
    expect(alertsOf(madeHistory(training)).map(({ kind }) => kind)).toEqual(['good']);
  });

  it('have warnings first, and words in ASCII', () => {
    const training = {
      rule: RULE,
      done: 12,
      learning: (episode: number) => ({ loss: episode < 10 ? 0.1 : 99, qMean: 100, entropy: 0.001 }),
      validations: { 3: { return: 5, retention: 0.9 }, 12: { return: 14, mix: [1, 0, 0, 0] } },
    };
    const alerts = alertsOf(madeHistory(training));
    expect(alerts.map(({ kind }) => kind)).toEqual([...new Array(5).fill('warning'), 'good']);
    for (const { line, means, told: by, advice } of alerts)
      expect(line + means + by + advice).toMatch(/^[\x20-\x7e]+$/);
  });
});
