import { describe, expect, it } from 'vitest';
import { played } from './played.ts';

/** What tips bring over an offer whenever something happens, per user. */
function loss(asymmetry: number): number {
  const means = played('broken-trust', { asymmetry });
  return means('tips', 'return') - means('campaigns', 'return');
}

describe('the scenario broken-trust', () => {
  it('makes selling at every moment a loss because trust is lost faster than it is won', () => {
    expect(loss(0)).toBeLessThan(-5);
    expect(loss(4)).toBeGreaterThan(5);
  });
});
