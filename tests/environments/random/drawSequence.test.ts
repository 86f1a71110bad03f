import { describe, expect, it } from 'vitest';
import { drawSequence } from '../../../environments/random/drawSequence.ts';
import { drawKey, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { birthKeys } from './draws.ts';
import { ALPHA, uniformPValue } from './pValues.ts';

const { a, b } = drawKey(9, 4, 77);
const BIRTHS = birthKeys(40_000);

function take(birth: number, count: number): number[] {
  const next = drawSequence(birth, a, b);
  return Array.from({ length: count }, next);
}

describe('drawSequence(birth, a, b)', () => {
  it('starts with the uniform draw of the same key and repeats itself', () => {
    const draws = take(BIRTHS[3], 5);
    expect(draws[0]).toBe(uniformDraw(BIRTHS[3], a, b));
    expect(take(BIRTHS[3], 5)).toEqual(draws);
    expect(new Set(draws).size).toBe(5);
  });

  it.each([0, 1, 5])('draw %i and the next are independent', (n) => {
    const counts = new Uint32Array(256);
    for (const birth of BIRTHS) {
      const draws = take(birth, n + 2);
      counts[16 * Math.floor(draws[n] * 16) + Math.floor(draws[n + 1] * 16)]++;
    }
    expect(uniformPValue(counts)).toBeGreaterThan(ALPHA);
  });

  it('falls evenly along one long sequence', () => {
    const counts = new Uint32Array(256);
    for (const draw of take(BIRTHS[0], 65_536)) counts[Math.floor(draw * 256)]++;
    expect(uniformPValue(counts)).toBeGreaterThan(ALPHA);
  });
});
