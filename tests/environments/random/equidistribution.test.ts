import { describe, expect, it } from 'vitest';
import { drawKey, drawWord } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { streamKey } from '../../../environments/random/streams.ts';
import { birthKeys } from './draws.ts';
import { ALPHA, uniformPValue } from './pValues.ts';

const SEED = streamKey('equidistribution', 'population');
const VISIT = purposeOf('day.visit/0');
const COUNT = 65_536;
const [BIRTH] = birthKeys(1);

/** Words along each axis that a draw may vary on. */
const AXES: Readonly<Record<string, (i: number) => number>> = {
  'birth keys 0, 1, 2, …': along(
    () => drawKey(SEED, 1, VISIT),
    (i) => i,
  ),
  'birth keys of founders': along(
    () => drawKey(SEED, 1, VISIT),
    (i) => FOUNDERS[i],
  ),
  'birth keys that differ in high bits only': along(
    () => drawKey(SEED, 1, VISIT),
    (i) => i << 16,
  ),
  days: (i) => word(drawKey(SEED, i, VISIT)),
  purposes: (i) => word(drawKey(SEED, 1, purposeOf(`day.v${i}/0`))),
  'neighbouring purposes': (i) => word(drawKey(SEED, 1, i)),
  'neighbouring seed keys': (i) => word(drawKey(i, 1, VISIT)),
};

describe.each(Object.keys(AXES))('draws along %s', (axis) => {
  const words = Array.from({ length: COUNT }, (_, i) => AXES[axis](i));

  it.each([24, 16, 8])('fall evenly by the eight bits from bit %i on', (shift) => {
    const counts = new Uint32Array(256);
    for (const w of words) counts[(w >>> shift) & 255]++;
    expect(uniformPValue(counts)).toBeGreaterThan(ALPHA);
  });

  it('set every bit half of the time', () => {
    for (let bit = 0; bit < 32; bit++) {
      const ones = words.reduce((sum, w) => sum + ((w >>> bit) & 1), 0);
      expect(uniformPValue([ones, COUNT - ones]), `bit ${bit}`).toBeGreaterThan(ALPHA);
    }
  });
});

const FOUNDERS = birthKeys(COUNT);

function along(key: () => { a: number; b: number }, birth: (i: number) => number): (i: number) => number {
  const { a, b } = key();
  return (i) => drawWord(birth(i), a, b);
}

function word({ a, b }: { a: number; b: number }): number {
  return drawWord(BIRTH, a, b);
}
