import { describe, expect, it } from 'vitest';
import { uniformSampler } from '../../../../agents/deep/memory/uniformSampler.ts';
import { compatible } from '../../../support/chiSquare.ts';
import { bufferOf, drawn, frequencies } from './samplers.ts';

describe('uniformSampler', () => {
  it.each([
    ['filled in part', 5],
    ['full', 8],
    ['overfull', 21],
  ])('draws every transition of a buffer that is %s equally often', (_, count) => {
    const size = Math.min(count, 8);
    const counts = frequencies(uniformSampler(bufferOf(8, count), 1), size);
    expect(compatible(counts, Array(size).fill(20_000 / size))).toBe(true);
  });

  it('draws each place of a batch on its own: pairs are equally likely as well', () => {
    const sampler = uniformSampler(bufferOf(3, 3), 1);
    const counts = Array<number>(9).fill(0);
    for (let round = 0; round < 9_000; round++) {
      const [one, other] = drawn(sampler, round, 2).places;
      counts[3 * one + other]++;
    }
    expect(compatible(counts, Array(9).fill(1000))).toBe(true);
  });

  it('gives every transition the weight 1', () => {
    expect(drawn(uniformSampler(bufferOf(8, 8), 1), 0, 5).weights).toEqual(new Float32Array(5).fill(1));
  });

  it('draws the same again in the same round with the same key, and otherwise something else', () => {
    const buffer = bufferOf(1000, 1000);
    const batch = (key: number, round: number) => drawn(uniformSampler(buffer, key), round, 20).places;
    expect(batch(1, 3)).toEqual(batch(1, 3));
    expect(batch(1, 3)).not.toEqual(batch(1, 4));
    expect(batch(1, 3)).not.toEqual(batch(2, 3));
  });
});
