import { describe, expect, it } from 'vitest';
import { openPair } from '../../../../src/replay/pair.ts';
import { plainCompare } from '../../../../src/ui/compare/plainCompare.ts';
import { fixture } from '../../../environments/population/openWorld.ts';
import { bySight } from '../../replay/openRecording.ts';
import { playedBy } from '../../replay/playedBy.ts';
import { examplePair, unlivedPair } from './examplePair.ts';

const pair = examplePair(2000);
const withSeeds = 'tenure compare architecture-example --policies message,coupon --seeds 5';

describe('plainCompare()', () => {
  it('prints everyone, and both lives of one user', async () => {
    const [{ unit }] = pair.mostLost(41, 1);
    const text = plainCompare(pair, { day: 41, user: unit, width: 100, glyphs: 'unicode', withSeeds });
    await expect(text).toMatchFileSnapshot('frames/plain-100.txt');
  });

  it('prints everyone only, in ASCII', async () => {
    const text = plainCompare(pair, { day: 90, width: 80, glyphs: 'ascii' });
    expect(text).toMatch(/^[\n -~]*$/);
    await expect(text).toMatchFileSnapshot('frames/plain-80-ascii.txt');
  });

  it('prints products, whose rewards are nobody’s alone, and newcomers', async () => {
    const program = fixture('product-shop', ['users: 50', 'users: 8'], ['founders: 100', 'founders: 30']);
    const products = openPair(playedBy(program, bySight, 5).replay, playedBy(program, 'serveLow', 5).replay);
    const text = plainCompare(products, { day: 20, user: 26, width: 100, glyphs: 'unicode' });
    expect(text).toContain('user 26 of product 1');
    expect(text).not.toContain('by segment');
    await expect(text).toMatchFileSnapshot('frames/plain-products.txt');
  });

  it('lives what is still to be lived', () => {
    const options = { day: 30, width: 100, glyphs: 'unicode' } as const;
    expect(plainCompare(unlivedPair(50), options)).toBe(plainCompare(examplePair(50), options));
  });

  it('has no escape codes and no line that is too long', () => {
    for (const width of [10, 30, 60, 80, 133])
      for (const day of [0, 1, 41, 90]) {
        const text = plainCompare(pair, { day, user: 40, width, glyphs: 'unicode' });
        expect(text).not.toContain('\x1b');
        expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(width);
      }
  });

  it('says of differences that are none that there is none', () => {
    const same = openPair(pair.a, pair.a);
    const text = plainCompare(same, { day: 90, width: 100, glyphs: 'unicode' });
    expect(text).toContain('0 parted so far');
    expect(text.match(/0 \[0, 0\]/g)).toHaveLength(4 + 2 * 2);
    expect(text).toContain('nobody by day 90');
  });
});
