import { describe, expect, it } from 'vitest';
import { difference } from './difference.ts';

describe('the scenario game-pacing', () => {
  const paywall = { policy: 'paywall', minus: 'none', metric: 'return' };
  const kind = { policy: 'alwaysKind', minus: 'none', metric: 'playDays' };

  it('makes harder levels for everyone pay only where lost levels are not felt', () => {
    expect(difference('game-pacing', {}, paywall)).toBeLessThan(-0.1);
    expect(difference('game-pacing', { sting: 0 }, paywall)).toBeGreaterThan(0.2);
  });

  it('makes easier levels for everyone cost days of play because winning without effort bores', () => {
    expect(difference('game-pacing', {}, kind)).toBeLessThan(-2);
    expect(difference('game-pacing', { tedium: 0 }, kind)).toBeGreaterThan(-1);
  });
});
