import { describe, expect, it } from 'vitest';
import { openReplay } from '../../../../src/replay/replay.ts';
import { keyContext, marksOnceLived } from '../../../../src/ui/replay/keyContext.ts';
import { personOf } from '../../../../src/ui/replay/personOf.ts';
import { initialReplayState, type ReplayState } from '../../../../src/ui/replay/replayState.ts';
import { replayView } from '../../../../src/ui/replay/replayView.ts';
import { screenRows } from '../../../../src/ui/replay/screenRows.ts';
import { rowWidth, textOf } from '../../../../src/ui/row.ts';
import { recordedEpisode } from '../../replay/recordedEpisode.ts';

const replay = openReplay(recordedEpisode(500, 60));
const looking = personOf(replay);
const CAN = { fork: true, against: true, kept: true, baseline: true, save: true };
replay.liveUntil(60);

function rowsOf(columns: number, rows: number, change: Partial<ReplayState> = {}) {
  const state = { ...initialReplayState(20, 7), ...change };
  const view = replayView(replay, state, looking, marksOnceLived(replay));
  const size = { columns, rows };
  const context = keyContext({ replay, size, glyphs: 'unicode', can: CAN, personOf: looking });
  return screenRows({ view, state, context, size, glyphs: 'unicode', command: 'tenure replay x' });
}

describe('screenRows()', () => {
  it('is never wider than the terminal and leaves its last row free', () => {
    const changes: Partial<ReplayState>[] = [
      {},
      { page: 'user' },
      { help: true },
      { command: true },
      { why: false },
      { whyTop: 10, playing: true },
      { day: 0 },
      { day: 60, message: 'x'.repeat(300) },
      { line: { kind: 'user', text: '123456789' } },
    ];
    for (const columns of [1, 2, 3, 7, 15, 26, 40, 59, 80, 100, 133, 200]) {
      for (const height of [2, 3, 6, 9, 13, 19, 24, 31, 40, 60]) {
        for (const change of changes) {
          const rows = rowsOf(columns, height, change);
          expect(rows.length).toBeLessThanOrEqual(height - 1);
          expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(columns);
        }
      }
    }
  });

  it('fills the screen, so that the keys stay where they are', () => {
    for (const height of [24, 30, 40]) expect(rowsOf(100, height)).toHaveLength(height - 1);
  });

  it('scrolls the why panel by whyTop and no further than its end', () => {
    const heading = (whyTop: number) =>
      rowsOf(100, 30, { whyTop })
        .map(textOf)
        .find((text) => text.includes('why, day'));
    expect(heading(0)).toContain('1 to 8 of ');
    expect(heading(3)).toContain('4 to 11 of ');
    const end = /to (\d+) of (\d+)/.exec(heading(999) ?? '');
    expect(end?.[1]).toBe(end?.[2]);
  });

  it('says how many stages and actions there is no room for', () => {
    const text = rowsOf(80, 12).map(textOf).join('\n');
    expect(text).toMatch(/… \d more actions/);
  });

  it('does not let a label reach the terminal with control characters', () => {
    const bad = { ...replay.recording, label: 'a\x1b[2Jb\nc' };
    const view = replayView(openReplay(bad), { day: 0, user: 0 }, personOf(openReplay(bad)));
    expect(view.label).toBe('a [2Jb c');
  });
});
