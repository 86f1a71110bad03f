import { describe, expect, it } from 'vitest';
import type { ScenarioError } from '../../../environments/scenario/diagnostics.ts';
import { loadScenario } from '../../../environments/scenario/loadScenario.ts';

function mistakes(text: string): string[] {
  try {
    loadScenario({ name: 'shop', file: 'shop.yaml', text });
    return [];
  } catch (error) {
    return (error as ScenarioError).message.split('\n');
  }
}

const REST = `story: s
horizon: -3
objective: { discount: [0.9] }
visit: [1]
actions: { none: { family: non, when: [1] } }
day: { visit: bernouli(0.5) }
reward: { stay: visits }
observe: { visit: visit }`;

describe('mistakes in the shape of a file', () => {
  it('do not hide those in its formulas where no formula depends on them', () => {
    expect(mistakes(REST)).toEqual([
      'shop.yaml:1:1: title: this is required',
      'shop.yaml:2:10: horizon: expected a whole number of days from 1 to 100000, got "-3"',
      expect.stringContaining('shop.yaml:3:24: objective.discount: expected a formula'),
      expect.stringContaining('shop.yaml:4:8: visit: expected a formula'),
      expect.stringContaining('shop.yaml:5:28: actions.none.family: expected one of none'),
      expect.stringContaining('shop.yaml:5:39: actions.none.when: expected a formula'),
      'shop.yaml:6:15: day.visit: unknown function "bernouli"; did you mean "bernoulli"?',
      expect.stringContaining('shop.yaml:7:17: reward.stay: unknown name "visits"'),
    ]);
  });

  it('stand alone where formulas may depend on them, so that nothing is blamed for what is missing', () => {
    expect(mistakes(`title: t\n${REST}`.replace('day:', 'days:'))).toEqual([
      'shop.yaml:3:10: horizon: expected a whole number of days from 1 to 100000, got "-3"',
      expect.stringContaining('shop.yaml:4:24: objective.discount'),
      expect.stringContaining('shop.yaml:5:8: visit: expected a formula'),
      expect.stringContaining('shop.yaml:6:28: actions.none.family'),
      expect.stringContaining('shop.yaml:6:39: actions.none.when'),
      expect.stringContaining('shop.yaml:7:1: unknown key "days"; did you mean "day"?'),
    ]);
  });
});
