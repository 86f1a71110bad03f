import { describe, expect, it } from 'vitest';
import { whyNotCompared } from '../../../../src/ui/browse/whyNotCompared.ts';
import { readRun, run } from './someLists.ts';

const marked = run('a', readRun());
const { settings } = readRun();

describe('whyNotCompared()', () => {
  it('takes runs of one scenario, as the policy of the other meets the people and the world of the marked one', () => {
    const other = {
      agent: {},
      scenario: { ...settings.scenario, habitGain: '0' },
      training: { ...settings.training, seed: '2', heldOut: '100', users: '10', observe: 'full' },
    };
    expect(whyNotCompared(marked, run('b', readRun({ settings: other }), 9, 'sarsa'))).toBeUndefined();
  });

  it('names both scenarios', () => {
    const other = { ...run('b', readRun()), scenario: 'leaky-growth' };
    expect(whyNotCompared(marked, other)).toBe(
      'the marked run is of coupon-trap, this one of leaky-growth; m marks this one',
    );
  });

  it('says which of the two is not finished or cannot be read, and what to do', () => {
    const unfinished = run('b', readRun({ result: undefined }));
    const broken = run('c', { reason: 'no run.json' });
    expect(whyNotCompared(marked, unfinished)).toBe('this run is not finished; enter goes on with it');
    expect(whyNotCompared(unfinished, marked)).toBe(
      'the marked run is not finished; m marks this one instead',
    );
    expect(whyNotCompared(marked, broken)).toBe('this run cannot be read; choose another');
    expect(whyNotCompared(broken, marked)).toBe('the marked run cannot be read; m marks this one instead');
  });
});
