import { describe, expect, it } from 'vitest';
import { type BrowseLists, LISTS } from '../../../../src/ui/browse/browseLists.ts';
import { browseRows } from '../../../../src/ui/browse/browseRows.ts';
import { type BrowseState, initialBrowseState, placed } from '../../../../src/ui/browse/browseState.ts';
import { drawn } from '../drawn.ts';
import { NOW, RUNS, readRun, run, someLists } from './someLists.ts';

const lists = someLists();
const start = initialBrowseState(lists);

function draw(
  columns: number,
  rows: number,
  change: Partial<BrowseState> = {},
  { glyphs = 'unicode', of = lists }: { glyphs?: 'unicode' | 'ascii'; of?: BrowseLists } = {},
): string {
  const size = { columns, rows };
  return drawn(browseRows({ lists: of, state: { ...start, ...change }, size, glyphs, now: NOW }));
}

const linesOf = (frame: string) => frame.trimEnd().split('\n');

describe('BrowseScreen', () => {
  it.each(LISTS)('draws the %s at 80×24, 100×30 and 120×40', async (list) => {
    await expect(draw(80, 24, { list })).toMatchFileSnapshot(`frames/80x24-${list}.txt`);
    await expect(draw(100, 30, { list })).toMatchFileSnapshot(`frames/100x30-${list}.txt`);
    await expect(draw(120, 40, { list })).toMatchFileSnapshot(`frames/120x40-${list}.txt`);
  });

  it('draws a run that is not finished, one that cannot be read, and a mark', async () => {
    const at = (index: number) => placed(start, { chosen: RUNS[index].key }).places;
    const marked = RUNS[0].key;
    await expect(draw(80, 24, { places: at(3), marked })).toMatchFileSnapshot('frames/80x24-unfinished.txt');
    await expect(draw(80, 24, { places: at(4), marked })).toMatchFileSnapshot('frames/80x24-unreadable.txt');
  });

  it('draws a filter being typed, the command, help, and one item alone', async () => {
    const typing = { line: { kind: 'filter', text: 'sarsa' } };
    await expect(draw(80, 24, typing)).toMatchFileSnapshot('frames/80x24-filter.txt');
    await expect(draw(80, 24, { command: true })).toMatchFileSnapshot('frames/80x24-command.txt');
    await expect(draw(80, 24, { help: true })).toMatchFileSnapshot('frames/80x24-help.txt');
    const alone = { list: 'scenarios', alone: true } as const;
    await expect(draw(80, 24, alone)).toMatchFileSnapshot('frames/80x24-alone.txt');
  });

  it('says so where there is nothing to show', () => {
    const none = someLists({ runs: [] });
    expect(linesOf(draw(80, 24, { list: 'runs' }, { of: none }))[1]).toBe(
      '   there are no runs in results yet; 2 shows the scenarios, where t trains one',
    );
    const places = placed(start, { filter: 'nobody' }).places;
    const lines = linesOf(draw(80, 24, { places }));
    expect(lines[0]).toContain('RUNS 0 OF 5');
    expect(lines[1]).toBe('   nothing here has all of "nobody"; esc takes the filter away');
    expect(lines.at(-1)).not.toMatch(/replay|train|mark/);
  });

  it('draws with ASCII only where asked, whatever a seed is made of', () => {
    const odd = someLists({ runs: [run('a/b/c/d', readRun({ seed: 'é\u001b[31m→' })), ...RUNS] });
    for (const list of LISTS) {
      const frame = draw(100, 30, { list }, { glyphs: 'ascii', of: odd });
      expect(frame).toMatch(/^[\n -~]*$/);
    }
    expect(draw(100, 30, {}, { of: odd })).toContain('é [31m→');
  });

  it('counts the columns and lines that there is no room for', () => {
    const [, header] = linesOf(draw(60, 24));
    expect(header).toMatch(/^ {3}agent +return +there % +state +\+4 columns$/);
    const long = linesOf(draw(40, 14, { list: 'scenarios' }));
    expect(long.find((line) => line.includes('more lines'))).toBe(' … 9 more lines; d shows them');
  });

  it('marks what has not been read yet, and draws the rest', () => {
    const unread = { ...lists, runs: [RUNS[0], run('a/b/c/d', readRun())] };
    expect(linesOf(draw(80, 24, {}, { of: unread }))[3]).toBe('   coupon-trap  q-learning  …');
  });

  it('says less, not more, on a screen that is too small', () => {
    for (const columns of [1, 20, 47, 80, 133]) {
      for (const rows of [2, 5, 9, 12, 24, 45]) {
        for (const list of LISTS) {
          const lines = draw(columns, rows, { list }).slice(0, -1).split('\n');
          expect(lines.length).toBeLessThanOrEqual(rows - 1);
          expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(columns);
        }
      }
    }
  });
});
