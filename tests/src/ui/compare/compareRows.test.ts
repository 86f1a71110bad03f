import { describe, expect, it } from 'vitest';
import { openPair } from '../../../../src/replay/pair.ts';
import { openReplay } from '../../../../src/replay/replay.ts';
import { compareContext } from '../../../../src/ui/compare/compareContext.ts';
import { comparePages } from '../../../../src/ui/compare/compareLayout.ts';
import { compareRows } from '../../../../src/ui/compare/compareRows.ts';
import { type CompareState, initialCompareState } from '../../../../src/ui/compare/compareState.ts';
import { compareView } from '../../../../src/ui/compare/compareView.ts';
import { survivalRows } from '../../../../src/ui/compare/panels/survivalRows.ts';
import { viewedLives } from '../../../../src/ui/compare/viewedLives.ts';
import { type GlyphSet, glyphsOf } from '../../../../src/ui/glyphs.ts';
import { type Row, rowWidth, textOf } from '../../../../src/ui/row.ts';
import { examplePair } from './examplePair.ts';

const pair = examplePair(500);

function rowsOf(columns: number, rows: number, change: Partial<CompareState> = {}): Row[] {
  const state = { ...initialCompareState(41, undefined), ...change };
  const size = { columns, rows };
  return compareRows({
    view: compareView(pair, state.day, {}),
    viewed: state.lives && viewedLives(pair, state.lives.user, state.day),
    state,
    context: compareContext({ pair, size, glyphs: 'unicode', saves: true }),
    size,
    glyphs: 'unicode',
    command: 'tenure replay x --against y',
  });
}

describe('compareRows()', () => {
  it('is never wider than the terminal and leaves its last row free', () => {
    const changes: Partial<CompareState>[] = [
      {},
      { page: 1 },
      { page: 9 },
      { help: true },
      { command: true },
      { day: 0 },
      { day: 90, message: 'x'.repeat(300) },
      { lives: { user: 7, cameFrom: 0, top: 9, why: false } },
      { lives: { user: 7, cameFrom: 0, top: 9, why: true } },
    ];
    for (const columns of [1, 2, 3, 7, 15, 26, 40, 59, 80, 100, 133, 200])
      for (const height of [2, 3, 6, 9, 13, 19, 24, 31, 40, 60])
        for (const change of changes) {
          const rows = rowsOf(columns, height, change);
          expect(rows.length).toBeLessThanOrEqual(height - 1);
          expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(columns);
        }
  });

  it('says of both curves how they are drawn', () => {
    const view = compareView(pair, 41, {});
    const titleIn = (set: GlyphSet) =>
      textOf(survivalRows(view, { width: 80, glyphs: glyphsOf(set) }, 12)[0]);
    expect(titleIn('unicode')).toContain('still here of 500 users (A solid, B dashed) ─');
    expect(titleIn('ascii')).toContain('still here of 500 users (A *, B -) -');
  });

  it('fills the screen, so that the keys stay where they are', () => {
    for (const height of [24, 30, 40])
      for (const page of [0, 1, 2]) expect(rowsOf(100, height, { page })).toHaveLength(height - 1);
  });

  it('says how much there is no room for', () => {
    const short = [0, 1, 2, 3, 4].map((page) => rowsOf(80, 10, { page }).map(textOf).join('\n')).join('\n');
    expect(short).toMatch(/… \d more stages/);
    expect(short).toMatch(/… \d+ more lines/);
    expect(short).toMatch(/1 to 1 of the first 100/);
  });

  it('shows the chosen user in the lists, however far down', () => {
    const listed = [...pair.mostGained(41, 100), ...pair.mostLost(41, 100)];
    for (const at of [0, 1, 30, listed.length - 1]) {
      const { unit } = listed[at];
      const marked = rowsOf(100, 30, { page: 1, chosen: unit }).map(textOf);
      expect(marked.filter((text) => text.startsWith(' ▶'))).toEqual([expect.stringMatching(` ▶ +${unit} `)]);
    }
  });

  it('does not let a label reach the terminal with control characters', () => {
    const labelled = openReplay({ ...pair.a.recording, label: 'a\x1b[2Jb\nc' });
    const { names } = compareView(openPair(labelled, pair.b), 0, {});
    expect(names.a).toBe('a [2Jb c');
  });
});

describe('comparePages()', () => {
  it('has every panel once, in as few pages as there can be, each as high as the screen', () => {
    for (const rows of [24, 30, 36, 40, 50, 60]) {
      const pages = comparePages(compareView(pair, 41, {}), { columns: 100, rows }, 'unicode');
      const all = pages.flat().map(({ panel }) => panel);
      expect(all).toEqual(['stages', 'survival', 'differences', 'lists', 'segments']);
      for (const page of pages)
        expect(page.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(rows - 6);
    }
  });
});
