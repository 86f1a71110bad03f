import { describe, expect, it } from 'vitest';
import { explainedVariance } from '../../../agents/deep/explainedVariance.ts';

const RETURNS = [1, 4, 2, 7, 100];
/** The last one does not count. */
const CELLS = Uint32Array.of(3, 0, 2, 1);

const explainedBy = (values: readonly number[], returns = RETURNS) =>
  explainedVariance(CELLS, Float32Array.from(values), Float32Array.from(returns));

describe('explainedVariance()', () => {
  it('is 1 for values that know the returns, whatever else they say', () => {
    expect(explainedBy([1, 4, 2, 7, -50])).toBe(1);
  });

  it('is 0 for values that are all alike, wherever they are', () => {
    expect(explainedBy([3.5, 3.5, 3.5, 3.5, 0])).toBe(0);
    expect(explainedBy([9, 9, 9, 9, 0])).toBe(0);
  });

  it('does not mind a bias that is the same everywhere', () => {
    expect(explainedBy([11, 14, 12, 17, 0])).toBe(1);
  });

  it('is the part of the variance that is gone: halves leave a quarter', () => {
    expect(explainedBy([0.5, 2, 1, 3.5, 0])).toBeCloseTo(0.75, 10);
  });

  it('is below 0 for values that mislead', () => {
    expect(explainedBy([-1, -4, -2, -7, 0])).toBeCloseTo(-3, 10);
  });

  it('is 0 where there is nothing to explain', () => {
    expect(explainedBy([1, 2, 3, 4, 5], [6, 6, 6, 6, 100])).toBe(0);
    expect(explainedVariance(new Uint32Array(0), new Float32Array(0), new Float32Array(0))).toBe(0);
  });
});
