import { describe, expect, it } from 'vitest';
import { openReplay } from '../../../../src/replay/replay.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { titleRow } from '../../../../src/ui/replay/panels/titleRow.ts';
import { personOf } from '../../../../src/ui/replay/personOf.ts';
import { type ReplayView, replayView } from '../../../../src/ui/replay/replayView.ts';
import { rowWidth, textOf } from '../../../../src/ui/row.ts';
import { recordedEpisode } from '../../replay/recordedEpisode.ts';

const replay = openReplay(recordedEpisode(20, 60));
const some = {
  ...replayView(replay, { day: 0, user: 0 }, personOf(replay)),
  label: 'coupon-trap/q-learning',
  day: 41,
  born: 1513,
  users: 2000,
  filter: 'stage:atRisk',
};
const paces = ['paused, 41 days lived so far', 'paused'];
const lineIn = (width: number, view: ReplayView = some) =>
  textOf(titleRow(view, paces, { width, glyphs: glyphsOf('unicode') }));

describe('titleRow()', () => {
  it('shortens all other words before those who are counted, and of whom', () => {
    expect(lineIn(120)).toMatch(
      /^ tenure replay {2}coupon-trap\/q-learning {2}1,513 of 2,000 users: stage:atRisk +paused, 41 days lived so far {3}day 41\/60$/,
    );
    expect(lineIn(80)).toBe(
      ' tenure replay  coupon-…  1,513 of 2,000 users: stage:atRisk paused   day 41/60',
    );
    expect(lineIn(75)).toBe(' tenure replay  coupon-t…  1,513 of 2,000: stage:atRisk paused   day 41/60');
    expect(lineIn(66)).toMatch(/^ tenure replay {2}1,513 of 2,000: stage:atRisk +paused {3}day 41\/60$/);
    expect(lineIn(50)).toMatch(/^ 1,513 of 2,000: stage:atRisk +paused {3}day 41\/60$/);
  });

  it('is never too wide, and keeps the filter wherever there is room for it beside the day', () => {
    for (let width = 1; width <= 140; width++) {
      const line = titleRow(some, paces, { width, glyphs: glyphsOf('unicode') });
      expect(rowWidth(line)).toBeLessThanOrEqual(width);
      if (width >= 50) expect(textOf(line)).toMatch(/ 1,513 of 2,000( users)?: stage:atRisk /);
    }
  });

  it('tells of everyone how many there are', () => {
    expect(lineIn(80, { ...some, filter: undefined, born: 2000 })).toMatch(
      /^ tenure replay {2}coupon-t… {2}2,000 users paused, 41 days lived so far {3}day 41\/60$/,
    );
  });
});
