import { describe, expect, it } from 'vitest';
import { compareContext } from '../../../../src/ui/compare/compareContext.ts';
import { compareRows } from '../../../../src/ui/compare/compareRows.ts';
import {
  type CompareState,
  initialCompareState,
  shownDay,
  shownPair,
} from '../../../../src/ui/compare/compareState.ts';
import { compareView } from '../../../../src/ui/compare/compareView.ts';
import { viewedLives } from '../../../../src/ui/compare/viewedLives.ts';
import type { GlyphSet } from '../../../../src/ui/glyphs.ts';
import { drawn } from '../drawn.ts';
import { examplePair, unlivedPair } from './examplePair.ts';

const opened = examplePair(2000);
const withSeeds = 'tenure compare architecture-example --policies message,coupon --seeds 5';

interface Drawn {
  readonly user?: number;
  readonly change?: Partial<CompareState>;
  readonly glyphs?: GlyphSet;
  readonly about?: string;
  readonly told?: readonly string[];
  readonly pair?: typeof opened;
}

function draw(columns: number, rows: number, how: Drawn = {}): string {
  const { user, change, glyphs = 'unicode', about, told, pair = opened } = how;
  const state = { ...initialCompareState(41, user), ...change };
  const size = { columns, rows };
  const shown = shownPair(state, pair);
  const day = shownDay(state, shown);
  const screen = {
    view: compareView(shown, day, {
      about,
      told,
      user,
      withSeeds: about === undefined ? withSeeds : undefined,
    }),
    viewed: state.lives && viewedLives(shown, state.lives.user, day),
    state,
    context: compareContext({ pair, size, glyphs, saves: true }),
    size,
    glyphs,
    command: `tenure replay 7f3a --against coupon --day ${day}`,
  };
  return drawn(compareRows(screen));
}

const gained = opened.mostGained(41, 1)[0].unit;

describe('CompareScreen', () => {
  it.each([
    [80, 24, 0],
    [80, 24, 1],
    [80, 24, 2],
    [100, 30, 0],
    [100, 30, 1],
    [120, 40, 0],
    [120, 40, 1],
    [200, 60, 0],
  ])('draws %i×%i, page %i', async (columns, rows, page) => {
    const frame = draw(columns, rows, { change: { page } });
    await expect(frame).toMatchFileSnapshot(`frames/${columns}x${rows}-page-${page}.txt`);
  });

  it.each([
    [80, 24],
    [100, 30],
    [120, 40],
    [200, 60],
  ])('draws both lives of a user, %i×%i', async (columns, rows) => {
    const change = { day: opened.partingOf(gained) ?? 0 };
    const frame = draw(columns, rows, { user: gained, change });
    await expect(frame).toMatchFileSnapshot(`frames/${columns}x${rows}-lives.txt`);
  });

  it('draws why in the room of the strips', async () => {
    const change = { lives: { user: gained, cameFrom: 0, top: 0, why: true } };
    await expect(draw(80, 24, { change })).toMatchFileSnapshot('frames/80x24-why.txt');
  });

  it('tells what came of a fork beside the lives it is about, and no others', () => {
    const told = ['with the same luck: here on day 90 either way'];
    expect(draw(100, 40, { user: gained, told })).toContain(told[0]);
    const other = { lives: { user: gained + 1, cameFrom: 0, top: 0, why: false } };
    expect(draw(100, 40, { user: gained, told, change: other })).not.toContain(told[0]);
  });

  it('draws with ASCII only where asked', async () => {
    const everyone = [0, 1].map((page) => draw(100, 30, { glyphs: 'ascii', change: { page } })).join('');
    const lives = draw(100, 30, { glyphs: 'ascii', user: gained });
    expect(everyone + lives).toMatch(/^[\n -~]*$/);
    await expect(everyone + lives).toMatchFileSnapshot('frames/100x30-ascii.txt');
  });

  it('draws help', async () => {
    await expect(draw(100, 40, { change: { help: true } })).toMatchFileSnapshot('frames/100x40-help.txt');
  });

  it('swaps A and B', async () => {
    const frame = draw(100, 30, { change: { swapped: true, page: 1 } });
    await expect(frame).toMatchFileSnapshot('frames/100x30-swapped.txt');
  });

  it('says of a fork what was done otherwise, and nothing of seeds', () => {
    const about = 'what happened, and what would have: coupon for user 173 on day 41';
    const frame = draw(100, 30, { about, change: { page: 1 } });
    expect(frame.split('\n')[1]).toMatch(
      /^ what happened, and what would have: coupon for user 173 on day 41 /,
    );
    expect(frame).not.toContain('--seeds');
  });

  it('shows the days lived so far on the way to another, and leaves the rest open', () => {
    const pair = unlivedPair(300);
    pair.liveUntil(20);
    const lines = draw(100, 30, { pair }).split('\n');
    expect(lines[0]).toMatch(/paused {3}living on to 41 {3}day 20\/90$/);
    expect(lines.find((line) => line.startsWith(' A  '))).toMatch(/ 300 .* · +· +·$/);
    expect(pair.livedDays).toBe(20);
  });

  it('shows a message, a line being typed, and the command', () => {
    const last = (change: Partial<CompareState>) => draw(80, 24, { change }).trimEnd().split('\n').slice(21);
    expect(last({ message: 'nobody parts later' })[0]).toBe(' nobody parts later');
    expect(last({ line: { kind: 'user', text: '17' } })[0]).toBe(
      ' both lives of: 17_  0 to 1999, then enter; esc gives up',
    );
    expect(last({ command: true })).toEqual([' tenure replay 7f3a --against coupon --day 41']);
  });
});
