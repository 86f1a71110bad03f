import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../../src/replay/advice/advice.ts';
import { userCondition, userValue } from '../../../../src/replay/conditions/userCondition.ts';
import { openReplay } from '../../../../src/replay/replay.ts';
import { keyContext, marksOnceLived } from '../../../../src/ui/replay/keyContext.ts';
import { mixByDay } from '../../../../src/ui/replay/mixByDay.ts';
import { type AdviceOf, personOf } from '../../../../src/ui/replay/personOf.ts';
import { initialReplayState, type ReplayState } from '../../../../src/ui/replay/replayState.ts';
import { replayView } from '../../../../src/ui/replay/replayView.ts';
import { screenRows } from '../../../../src/ui/replay/screenRows.ts';
import { recordedEpisode } from '../../replay/recordedEpisode.ts';
import { drawn } from '../drawn.ts';

const replay = openReplay(recordedEpisode(2000, 90));
const CAN = { fork: true, against: true, kept: true, baseline: true, save: true };
replay.liveUntil(90);

function draw(
  columns: number,
  rows: number,
  change: Partial<ReplayState> = {},
  glyphs: 'unicode' | 'ascii' = 'unicode',
  adviceOf?: AdviceOf,
) {
  const state = { ...initialReplayState(41, 173), ...change };
  const looking = personOf(replay, adviceOf);
  const view = replayView(replay, state, looking, marksOnceLived(replay));
  const command = `tenure replay 7f3a --day ${state.day} --user ${state.user}`;
  const size = { columns, rows };
  const context = keyContext({ replay, size, glyphs, can: CAN, personOf: looking });
  return drawn(screenRows({ view, state, context, size, glyphs, command }));
}

const ADVICE: Advice = {
  kind: 'advice',
  user: 173,
  day: 41,
  decidedOn: 41,
  actions: [7.7, 9.1, 9.8, undefined].map((score, action) => ({
    action,
    name: ['none', 'recommend', 'message', 'coupon'][action],
    available: score !== undefined,
    score,
    probability: undefined,
  })),
  chosen: 2,
  taken: 0,
  gap: 0.7,
  hidden: {
    kind: 'told',
    tried: ['recency', 'contact'],
    changes: [{ name: 'recency', shown: 0, instead: 4, chosen: 0 }],
  },
};

describe('ReplayScreen', () => {
  it.each([
    [80, 24, 'overview'],
    [80, 24, 'users'],
    [80, 24, 'user'],
    [100, 30, 'overview'],
    [120, 40, 'overview'],
  ] as const)('draws %i×%i, %s', async (columns, rows, page) => {
    const frame = draw(columns, rows, { page });
    await expect(frame).toMatchFileSnapshot(`frames/${columns}x${rows}-${page}.txt`);
  });

  it('draws with ASCII only where asked', async () => {
    const frame = draw(100, 30, { playing: true }, 'ascii');
    expect(frame).toMatch(/^[\n -~]*$/);
    await expect(frame).toMatchFileSnapshot('frames/100x30-ascii.txt');
  });

  it('draws help', async () => {
    await expect(draw(80, 24, { help: true })).toMatchFileSnapshot('frames/80x24-help.txt');
  });

  it('draws some users only, the matrix of moves, actions by day and hidden values', async () => {
    const filter = userCondition(replay.recording.program, 'stage:dormant or moved');
    await expect(draw(100, 30, { filter })).toMatchFileSnapshot('frames/100x30-filter.txt');
    const baseline = { name: 'marketer', mix: mixByDay(replay) };
    const other = { flow: 'matrix', mix: 'days', hidden: true, baseline, bookmarks: [20, 60] } as const;
    await expect(draw(120, 40, other)).toMatchFileSnapshot('frames/120x40-other.txt');
  });

  it('draws the picture of users by number, and shaded by a value', async () => {
    const grid = initialReplayState(41, 173).grid;
    await expect(draw(80, 24, { page: 'users', grid: { ...grid, order: 'number' } })).toMatchFileSnapshot(
      'frames/80x24-by-number.txt',
    );
    const shade = userValue(replay.recording.program, 'satisfaction');
    await expect(draw(80, 24, { page: 'users', grid: { ...grid, shade, zoom: 2 } })).toMatchFileSnapshot(
      'frames/80x24-shaded.txt',
    );
  });

  it('draws what the policy thinks', async () => {
    const frame = draw(100, 30, { page: 'user' }, 'unicode', () => ADVICE);
    await expect(frame).toMatchFileSnapshot('frames/100x30-advice.txt');
  });

  it('draws day 0 and the days after leaving', async () => {
    const gone = Array.from({ length: 2000 }, (_, user) => user).find(
      (user) => (replay.life(user).leftOn ?? 99) < 30,
    );
    await expect(draw(100, 30, { day: 0 })).toMatchFileSnapshot('frames/100x30-birth.txt');
    await expect(draw(100, 30, { user: gone ?? 0 })).toMatchFileSnapshot('frames/100x30-gone.txt');
  });

  it('shows a number being typed, a message, and the command', () => {
    const last = (change: Partial<ReplayState>) => draw(80, 24, change).trimEnd().split('\n').slice(21);
    expect(last({ line: { kind: 'day', text: '4' } })[0]).toBe(
      ' go to day: 4_  0 to 90, then enter; esc gives up',
    );
    expect(last({ message: 'nobody left on day 41' })[0]).toBe(' nobody left on day 41');
    expect(last({ command: true })).toEqual([' tenure replay 7f3a --day 41 --user 173']);
  });

  it('says less, not more, on a line that is too short', () => {
    for (const columns of [1, 20, 47, 80, 133]) {
      for (const rows of [2, 12, 24, 45]) {
        for (const page of ['overview', 'users', 'user'] as const) {
          const lines = draw(columns, rows, { page }).slice(0, -1).split('\n');
          expect(lines.length).toBeLessThanOrEqual(rows - 1);
          expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(columns);
        }
      }
    }
  });
});
