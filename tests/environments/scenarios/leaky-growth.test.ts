import { describe, expect, it } from 'vitest';
import { gainOf } from './played.ts';

const PRODUCTS = 20;

describe('the scenario leaky-growth', () => {
  it('makes the cheapest channel a loss only while the bucket leaks', () => {
    const gain = (set = {}) => gainOf('leaky-growth', 'cheapestChannel', 'return', set, PRODUCTS);
    expect(gain()).toBeLessThan(-0.2);
    expect(gain({ leak: 0.5 })).toBeGreaterThan(0.5);
  });
});
