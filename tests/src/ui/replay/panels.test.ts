import { describe, expect, it } from 'vitest';
import { bar } from '../../../../src/ui/bar.ts';
import { apart, change, figure, percent, thousands } from '../../../../src/ui/formatNumber.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { letters } from '../../../../src/ui/letters.ts';
import { drawWords, verdict } from '../../../../src/ui/replay/panels/drawWords.ts';
import { rulerText } from '../../../../src/ui/replay/panels/rulerText.ts';
import { stripWindow } from '../../../../src/ui/replay/panels/stripWindow.ts';
import { clip, heading, row, rowWidth, span, spread, textOf } from '../../../../src/ui/row.ts';
import { sparkline } from '../../../../src/ui/sparkline.ts';
import { wordWrap } from '../../../../src/ui/wordWrap.ts';

const unicode = glyphsOf('unicode');
const ascii = glyphsOf('ascii');

describe('numbers', () => {
  it('thousands(value) sets commas', () => {
    expect([0, 999, 1000, 1234567].map(thousands)).toEqual(['0', '999', '1,000', '1,234,567']);
  });

  it('percent(part, whole) has one decimal and survives an empty whole', () => {
    expect([percent(1, 3), percent(3, 3), percent(0, 0)]).toEqual(['33.3%', '100.0%', '0.0%']);
  });

  it('figure(value) has four digits that count', () => {
    expect(
      [0, -2, 0.1 + 0.2, Math.fround(0.6), 0.00001234, 123456.789, -0].map((value) => figure(value)),
    ).toEqual(['0', '-2', '0.3', '0.6', '1.23e-5', '123500', '0']);
  });

  it('apart(a, b) shows which is larger, however close', () => {
    expect(apart(0.123, 0.402)).toEqual(['0.123', '0.402']);
    expect(apart(0.402113, 0.402114)).toEqual(['0.402113', '0.402114']);
    expect(apart(0.5, 0.5)).toEqual(['0.5', '0.5']);
  });

  it('change(value) has a sign', () => {
    expect([change(1200, '−'), change(-3, '−'), change(0, '−')]).toEqual(['+1,200', '−3', '']);
  });
});

describe('pictures', () => {
  it('bar(part, width) is as long as the part, and never nothing for something', () => {
    expect(bar(0.5, 4, unicode)).toBe('██  ');
    expect(bar(0.3, 4, unicode)).toBe('█▎  ');
    expect(bar(0.001, 4, unicode)).toBe('▏   ');
    expect(bar(0, 4, unicode)).toBe('    ');
    expect(bar(1, 4, ascii)).toBe('####');
  });

  it('sparkline(values, range) has a height per value and a blank for none', () => {
    expect(sparkline([0, 0.5, 1, undefined], [0, 1], unicode)).toBe('▁▅█ ');
    expect(sparkline([3, 3], [3, 3], ascii)).toBe('__');
  });

  it('letters(names) differ, the first letter first', () => {
    expect(letters(['new', 'active', 'at_risk', 'atrisk', 'a'], true)).toEqual(['N', 'A', 'T', 'R', 'B']);
    const many = letters(
      Array.from({ length: 62 }, () => 'x'),
      false,
    );
    expect(new Set(many).size).toBe(62);
  });

  it('stripWindow(day, days, cells) keeps today in the middle and the ends in place', () => {
    expect(stripWindow(41, 90, 51)).toEqual({ from: 16, to: 66 });
    expect(stripWindow(3, 90, 51)).toEqual({ from: 0, to: 50 });
    expect(stripWindow(89, 90, 51)).toEqual({ from: 40, to: 90 });
    expect(stripWindow(5, 10, 51)).toEqual({ from: 0, to: 10 });
  });

  it('rulerText(window, day) points at today, with tens where they fit', () => {
    expect(rulerText({ from: 0, to: 24 }, 4, 'v')).toBe('0   v4    10        20   ');
    expect(rulerText({ from: 0, to: 24 }, 9, 'v')).toBe('0        v9         20   ');
    expect(rulerText({ from: 0, to: 24 }, 24, 'v')).toBe('0         10          24v');
    expect(rulerText({ from: 5, to: 5 }, 5, 'v')).toHaveLength(1);
  });
});

describe('rows', () => {
  it('clip(text) ends in an ellipsis', () => {
    expect([clip('abcdef', 4, unicode), clip('abc', 4, unicode), clip('abc', 0, unicode)]).toEqual([
      'abc…',
      'abc',
      '',
    ]);
  });

  it('spread(left, right) cuts the left where they meet', () => {
    expect(textOf(spread(row('left'), row('right'), 12, unicode))).toBe('left   right');
    expect(textOf(spread(row('a long left'), row('right'), 12, unicode))).toBe('a lon… right');
  });

  it('heading(title, more) is a line of the whole width', () => {
    expect(textOf(heading('title', 'more', 24, ascii))).toBe('-- title ------- more --');
    expect(textOf(heading('title', 'much more', 16, ascii))).toBe('-- title -------');
  });

  it('wordWrap(label, words) indents further lines, or begins below a wide label', () => {
    const words = 'one two three four five six seven eight'.split(' ').map((word) => span(word));
    expect(wordWrap(row('label '), words, 30).map(textOf)).toEqual([
      'label one two three four five',
      '      six seven eight',
    ]);
    const below = wordWrap(row('a label that is wide '), words, 30);
    expect(below.map(textOf)[1]).toBe('    one two three four five');
    const long = wordWrap(row(), [span('x'.repeat(70))], 30);
    expect(long.map(rowWidth)).toEqual([30, 30, 10]);
  });
});

describe('draws', () => {
  it('verdict(uniform, threshold) compares', () => {
    expect(verdict(0.123, 0.402, unicode)).toBe('0.123 < 0.402 → yes');
    expect(verdict(0.9, 0.402, ascii)).toBe('0.9 >= 0.402 -> no');
  });

  it('drawWords(draw) names the law', () => {
    const draw = { uniform: 0.87, value: 1.126391, arguments: [0, 1], distribution: 'normal' } as const;
    expect(drawWords(draw, unicode)).toBe('draw 0.87 → normal(0, 1) = 1.126');
    const count = { uniform: undefined, value: 4, arguments: [2.5], distribution: 'poisson' } as const;
    expect(drawWords(count, unicode)).toBe('draw poisson(2.5) = 4');
    const yes = { uniform: 0.1, value: 1, arguments: [0.4], distribution: 'bernoulli' } as const;
    expect(drawWords(yes, unicode)).toBe('draw 0.1 < 0.4 → yes');
  });
});
