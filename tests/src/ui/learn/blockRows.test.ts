import { describe, expect, it } from 'vitest';
import type { Block } from '../../../../src/learn/block.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { blockRows } from '../../../../src/ui/learn/blockRows.ts';
import { textOf } from '../../../../src/ui/row.ts';

const draw = (block: Block, width = 60) =>
  blockRows(block, { width, glyphs: glyphsOf('unicode') }).map(textOf);

describe('blockRows()', () => {
  it('puts intervals on one scale that holds 0', () => {
    const block: Block = {
      kind: 'intervals',
      title: 'difference',
      rows: [
        { label: 'wide', mean: 0, low: -10, high: 10, text: '0' },
        { label: 'narrow', mean: 5, low: 4, high: 6, text: '5' },
      ],
    };
    const [title, wide, narrow] = draw(block, 35);
    expect(title).toMatch(/^── difference ─+$/);
    expect(wide).toBe(' wide   ━━━━━━━━━━━◆━━━━━━━━━━━  0');
    expect(narrow).toBe(' narrow ···········┆···━━◆━····  5');
  });

  it('keeps 0 on the scale where all intervals lie to one side', () => {
    const rows = [{ label: 'a', mean: -5, low: -6, high: -4, text: '' }];
    const [, line] = draw({ kind: 'intervals', title: 't', rows }, 30);
    expect(line.trimEnd().endsWith('┆')).toBe(true);
  });

  it('draws a chart with a letter for each line, the highest value on top', () => {
    const values = Array.from({ length: 101 }, (_, k) => k);
    const block: Block = {
      kind: 'chart',
      title: 'two lines',
      until: 'the end',
      series: [
        { letter: 'u', label: 'up', values },
        { letter: 'd', label: 'down', values: [...values].reverse() },
      ],
      low: 0,
      high: 100,
    };
    const lines = draw(block, 40);
    expect(lines).toHaveLength(11);
    expect(lines[1]).toMatch(/^ 100 \|d+ +u+$/);
    expect(lines[8]).toMatch(/^ +0 \|u+ +d+$/);
    expect(lines[9]).toMatch(/─ the end$/);
    expect(lines[10]).toBe(' u up   d down');
  });

  it('draws bars up to their fullest, and puts columns in line', () => {
    const rows = [
      { label: 'all', value: 2, text: '2' },
      { label: 'half', value: 1, text: '1' },
      { label: 'too much', value: 9, text: '9' },
    ];
    const [, all, half, most] = draw({ kind: 'bars', title: 'bars', full: 2, rows }, 24);
    expect([all, half, most]).toEqual([
      ' all      ██████████  2',
      ' half     █████       1',
      ' too much ██████████  9',
    ]);
    const table: Block = {
      kind: 'table',
      header: ['who', 'n'],
      rows: [
        ['a', '10'],
        ['bcd e', '7'],
      ],
    };
    expect(draw(table)).toEqual([' who     n', ' a      10', ' bcd e   7']);
  });

  it('is never wider than its room', () => {
    const blocks: Block[] = [
      { kind: 'text', text: 'a line of words that is longer than the room there is for it' },
      { kind: 'grid', title: 'cells', cells: [['a cell', 'another', 'a third one']] },
      { kind: 'table', header: ['a long title', 'another'], rows: [['words', 'and more words']] },
    ];
    for (const block of blocks)
      for (const width of [1, 9, 20])
        for (const line of draw(block, width)) expect([...line].length).toBeLessThanOrEqual(width);
  });
});
