import { describe, expect, it } from 'vitest';
import { streamKey } from '../../../environments/random/streams.ts';
import { ALPHA, uniformPValue } from './pValues.ts';

const STREAMS: readonly string[] = ['population', 'exploration', 'initialisation', 'bootstrap'];

describe('streamKey(seed, stream)', () => {
  it('gives the same keys as ever', () => {
    expect(STREAMS.map((stream) => streamKey('1', stream))).toEqual(FROZEN);
  });

  it('has no collision among 200 seeds and 4 streams', () => {
    const keys = STREAMS.flatMap((stream) =>
      Array.from({ length: 200 }, (_, seed) => streamKey(`${seed}`, stream)),
    );
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('keeps seed and stream apart, wherever the seed ends', () => {
    expect(streamKey('a/b', 'c')).not.toBe(streamKey('a', 'b/c'));
    expect(streamKey('1', '2')).not.toBe(streamKey('2', '1'));
    expect(streamKey('', 'population')).not.toBe(streamKey('0', 'population'));
  });

  it('spreads consecutive seeds evenly', () => {
    const counts = new Uint32Array(64);
    for (let seed = 0; seed < 6_400; seed++) counts[streamKey(`${seed}`, 'population') >>> 26]++;
    expect(uniformPValue(counts)).toBeGreaterThan(ALPHA);
  });
});

const FROZEN: readonly number[] = [1533381201, 2335981047, 3572605091, 4012999950];
