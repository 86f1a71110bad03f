import { describe, expect, it } from 'vitest';
import { gainOf } from './played.ts';

describe('the scenario game-pacing', () => {
  it('makes harder levels for everyone pay only where lost levels are not felt', () => {
    expect(gainOf('game-pacing', 'paywall', 'return')).toBeLessThan(-0.1);
    expect(gainOf('game-pacing', 'paywall', 'return', { sting: 0 })).toBeGreaterThan(0.2);
  });

  it('makes easier levels for everyone cost days of play because winning without effort bores', () => {
    expect(gainOf('game-pacing', 'alwaysKind', 'playDays')).toBeLessThan(-2);
    expect(gainOf('game-pacing', 'alwaysKind', 'playDays', { tedium: 0 })).toBeGreaterThan(-1);
  });
});
