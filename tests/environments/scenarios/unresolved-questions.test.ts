import { describe, expect, it } from 'vitest';
import { played } from './played.ts';

describe('the scenario unresolved-questions', () => {
  it('makes the bot for everything a loss', () => {
    const means = played('unresolved-questions');
    expect(means('botOnly', 'return') - means('routing', 'return')).toBeLessThan(-5);
  });

  it('keeps the same people whoever answers, where unresolved questions do no harm', () => {
    const means = played('unresolved-questions', { harm: 0 });
    expect(means('botOnly', 'retention.end')).toBe(means('peopleOnly', 'retention.end'));
    expect(means('botOnly', 'return')).toBeGreaterThan(means('routing', 'return'));
  });
});
