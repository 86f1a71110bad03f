import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../environments/scenario/loadScenario.ts';
import { type Estimator, surprises } from '../../../src/replay/marks/surprises.ts';
import { atOnce } from '../../../src/replay/patiently.ts';
import type { Recording } from '../../../src/replay/recording.ts';

/** Everyone gets the given reward on each day, and 10 more on day 30. */
const program = loadScenario({
  name: 'x',
  file: 'x.yaml',
  text: `
title: A day that nobody expected
story: It comes once.
phenomenon: What was not expected is a surprise.
horizon: 60
state: { seen: 0 }
actions: { none: { family: none, cost: 0 }, other: { family: interaction, cost: 0 } }
day: { seen: day }
lifecycle: { here: { gone: 0 }, gone: {} }
reward: { daily: "1 + (day == 30 ? 10 : 0)" }
observe: { seen: { value: seen, bins: [10] } }
`,
});

const recording: Recording = { program, seed: '1', users: 20, actions: new Uint8Array(20 * 60), label: 'x' };
const constant = (value: number, width: number, discount: number): Estimator => ({
  values: ({ active }) => new Float64Array(active.length * width).fill(value),
  discount,
});

describe('surprises()', () => {
  it('finds the day on which rewards were not what was expected', () => {
    // With γ = 0.9 and V = 12 the error is 1 + 0.9 · 12 − 12 = −0.2 on ordinary days and 9.8 on day 30.
    for (const width of [1, 2]) {
      const [mark, ...others] = atOnce(surprises(recording, constant(12, width, 0.9)));
      expect(others).toEqual([]);
      expect(mark).toMatchObject({ day: 30, kind: 'surprise' });
      expect(mark.strength).toBeCloseTo(9.8 / 0.2, 5);
      expect(mark.about).toBe('values were off by 9.8 a user, usually 0.20 (TD error, estimates)');
    }
  });

  it('counts the value of the action that was taken', () => {
    const byAction: Estimator = {
      values: ({ active }) =>
        Float64Array.from({ length: active.length * 2 }, (_, k) => (k % 2 === 0 ? 10 : 99)),
      discount: 0,
    };
    // 1 − 10 = −9 and 11 − 10 = 1: the expected day is now the odd one, and no error is above the usual.
    expect(atOnce(surprises(recording, byAction))).toEqual([]);
    const other = { ...recording, actions: new Uint8Array(20 * 60).fill(1) };
    expect(atOnce(surprises(other, byAction))).toEqual([]);
    const mixed = {
      ...recording,
      actions: Uint8Array.from({ length: 1200 }, (_, k) => (k < 600 ? 0 : k < 620 ? 1 : 0)),
    };
    expect(atOnce(surprises(mixed, byAction)).map(({ day }) => day)).toEqual([31]);
  });
});
