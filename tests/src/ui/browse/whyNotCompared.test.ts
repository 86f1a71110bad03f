import { describe, expect, it } from 'vitest';
import { whyNotCompared } from '../../../../src/ui/browse/whyNotCompared.ts';
import { readRun, run } from './someLists.ts';

const marked = run('a', readRun());
const { settings } = readRun();

describe('whyNotCompared()', () => {
  it('takes runs of one scenario, seed and number of held-out users, however they were trained', () => {
    const agent = {
      ...settings,
      agent: {},
      training: { ...settings.training, users: '10', observe: 'full' },
    };
    expect(whyNotCompared(marked, run('b', readRun({ settings: agent }), 9, 'sarsa'))).toBeUndefined();
  });

  it.each([
    [readRun({ seed: '2' }), 'the seed is 1 in the marked run, 2 in this one'],
    [readRun({ heldOut: '100' }), 'the number of held-out users is 2000 in the marked run, 100 in this one'],
    [
      readRun({ settings: { ...settings, scenario: { ...settings.scenario, habitGain: '0' } } }),
      'the parameter habitGain is 0.4 in the marked run, 0 in this one',
    ],
  ])('says which of them differs', (other, reason) => {
    expect(whyNotCompared(marked, run('b', other))).toBe(reason);
  });

  it('names both scenarios', () => {
    const other = { ...run('b', readRun()), scenario: 'leaky-growth' };
    expect(whyNotCompared(marked, other)).toBe(
      'the scenario is coupon-trap in the marked run, leaky-growth in this one',
    );
  });
});
