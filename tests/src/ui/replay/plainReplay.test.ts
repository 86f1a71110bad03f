import { describe, expect, it } from 'vitest';
import { openReplay } from '../../../../src/replay/replay.ts';
import { plainReplay } from '../../../../src/ui/replay/plainReplay.ts';
import { recordedEpisode } from '../../replay/recordedEpisode.ts';

const replay = openReplay(recordedEpisode(2000, 90));

describe('plainReplay()', () => {
  it('prints the population and one user', async () => {
    const text = plainReplay(replay, { day: 41, user: 173, width: 100, glyphs: 'unicode' });
    await expect(text).toMatchFileSnapshot('frames/plain-100.txt');
  });

  it('prints the population only, in ASCII', async () => {
    const text = plainReplay(replay, { day: 41, user: undefined, width: 80, glyphs: 'ascii' });
    expect(text).toMatch(/^[\n -~]*$/);
    await expect(text).toMatchFileSnapshot('frames/plain-80-overview.txt');
  });

  it('has no escape codes and no line that is too long', () => {
    for (const width of [10, 30, 60, 80, 133]) {
      for (const day of [0, 1, 41, 90]) {
        const text = plainReplay(replay, { day, user: 40, width, glyphs: 'unicode' });
        expect(text).not.toContain('\x1b');
        expect(Math.max(...text.split('\n').map((line) => [...line].length))).toBeLessThanOrEqual(width);
      }
    }
  });

  it('gives the parts of a reward with their sum', () => {
    const text = plainReplay(replay, { day: 41, user: 173, width: 100, glyphs: 'ascii' });
    const value = (name: string) => Number(new RegExp(`^ ${name} += (\\S+)`, 'm').exec(text)?.[1]);
    expect(value('retained') + value('margin') + value('cost')).toBeCloseTo(value('total'), 10);
  });
});
