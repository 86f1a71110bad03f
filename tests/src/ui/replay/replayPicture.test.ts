import { describe, expect, it } from 'vitest';
import { openReplay } from '../../../../src/replay/replay.ts';
import { screenText } from '../../../../src/ui/picture/screenText.ts';
import { replayFilm, replayStill } from '../../../../src/ui/replay/replayPicture.ts';
import { rowWidth } from '../../../../src/ui/row.ts';
import { elementsIn, parseXml, textIn } from '../../../support/xml.ts';
import { recordedEpisode } from '../../replay/recordedEpisode.ts';

const options = { user: 7, size: { columns: 100, rows: 30 }, glyphs: 'unicode' } as const;

describe('replayStill()', () => {
  it('is the screen of a day as it opens, with the whole recording lived', () => {
    const rows = replayStill(openReplay(recordedEpisode(100, 60)), 20, options);
    expect(rows).toHaveLength(29);
    expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(100);
    const text = screenText(rows);
    for (const words of [/paused +day 20\/60/, /user 7/, /why, day 20/]) expect(text).toMatch(words);
  });
});

describe('replayFilm()', () => {
  const film = (days: { from: number; until: number; every: number }) =>
    replayFilm(openReplay(recordedEpisode(500, 60)), days, options);

  it('shows every so many days and the last one, at the pace that the screen says', () => {
    const elements = elementsIn(parseXml(film({ from: 10, until: 20, every: 4 })));
    const texts = elements.filter(({ name }) => name === 'text').map(textIn);
    expect(texts.filter((text) => /^day \d+\/60$/.test(text))).toEqual(
      [10, 14, 18, 20].map((day) => `day ${day}/60`),
    );
    expect(texts.some((text) => text === '4 days/s')).toBe(true);
    expect(textIn(elements.find(({ name }) => name === 'style')!)).toContain('g{animation:6s ');
  });

  it('takes less than 300 kB for thirty screens of 100 columns and 30 rows', () => {
    expect(Buffer.byteLength(film({ from: 20, until: 49, every: 1 }))).toBeLessThan(300_000);
  });
});
