import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GlyphSet, glyphsOf } from '../../../src/ui/glyphs.ts';
import {
  type ChartPoint,
  type ChartSeries,
  type LineChart,
  lineChartRows,
} from '../../../src/ui/lineChart.ts';
import { type Row, rowWidth, textOf } from '../../../src/ui/row.ts';

const words = String;
const room = (width: number, set: GlyphSet = 'unicode') => ({ width, glyphs: glyphsOf(set) });
const line = (values: readonly (number | undefined)[], more: Partial<ChartSeries> = {}): ChartSeries => ({
  label: '',
  points: values.map((y, x) => ({ x, y })),
  stroke: 'solid',
  style: 'accent',
  ...more,
});
const chart = (series: readonly ChartSeries[], more: Partial<LineChart> = {}): LineChart => ({
  series,
  height: 4,
  x: { label: words },
  y: { label: words },
  ...more,
});
const texts = (rows: readonly Row[]) => rows.map(textOf);

/** The line on which each label stands. */
function labelsAt(rows: readonly Row[]): Map<string, number> {
  const found = texts(rows).flatMap((text, k): [string, number][] => {
    const label = text.split(/◄|<-/)[1];
    return label === undefined ? [] : [[label, k]];
  });
  return new Map(found);
}

/** Dots of a drawing, [column, row] counted from the upper left; braille characters have eight of them. */
function dotsOf(rows: readonly Row[], margin: number): [number, number][] {
  return rows.flatMap((one, k) =>
    [...one.map(({ text }) => text).join('')].slice(margin).flatMap((character, column) => {
      const bits = (character.codePointAt(0) ?? 0) - 0x2800;
      const places = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];
      const found = places.flatMap((bit, at) => (bits > 0 && bits < 256 && bits & bit ? [at] : []));
      return found.map((at): [number, number] => [2 * column + (at % 2), 4 * k + Math.floor(at / 2)]);
    }),
  );
}

describe('lineChartRows()', () => {
  it('draws a rising line from the lower left to the upper right', () => {
    expect(texts(lineChartRows(chart([line([0, 1, 2])]), room(13)))).toEqual([
      '2┤        ⡠⠔⠊',
      '1┤    ⣀⠤⠒⠉',
      '0┤⣀⠤⠒⠉',
      '0└─────1────2',
    ]);
  });

  it('draws with a character for each stroke where there is ASCII only', () => {
    const series = [line([2, 2]), line([1, 1], { stroke: 'dashed' }), line([0, 0], { stroke: 'dotted' })];
    expect(texts(lineChartRows(chart(series), room(10, 'ascii')))).toEqual([
      '2+********',
      '1+--  --',
      '0+........',
      '0+--0.5--1',
    ]);
  });

  it('shows a solid line also where a dashed one covers it', () => {
    const values = Array.from({ length: 30 }, (_, x) => 100 - x);
    const y = { range: [60, 100], label: words } as const;
    const series = [line(values), line(values, { stroke: 'dashed' })];
    const rows = texts(lineChartRows(chart(series, { height: 8, y }), room(60, 'ascii'))).slice(0, -1);
    const plot = rows.map((text) => text.slice(4).replaceAll(' ', '')).join('');
    const solid = plot.replaceAll('-', '').length;
    expect(plot).toMatch(/^[*-]{50,}$/);
    expect(solid / plot.length).toBeGreaterThan(0.4);
    expect(solid / plot.length).toBeLessThan(0.6);
  });

  it('tells strokes apart by their dots', () => {
    const drawn = (stroke: ChartSeries['stroke']) =>
      texts(
        lineChartRows(chart([line([0, 0], { stroke })], { y: { range: [0, 1], label: words } }), room(14)),
      )[2];
    expect(drawn('solid')).toBe('  0┤⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀');
    expect(drawn('dashed')).toBe('  0┤⣀⣀  ⣀⣀  ⣀⣀');
    expect(drawn('dotted')).toBe('  0┤⡀ ⡀ ⡀ ⡀ ⡀');
    const reference = { label: '', value: 0 };
    const rows = lineChartRows(chart([], { reference, y: { range: [0, 1], label: words } }), room(14));
    expect(texts(rows)[2]).toBe('  0┤⣀ ⣀ ⣀ ⣀ ⣀');
  });

  it('names lines at their right ends, each on a line of its own', () => {
    const series = ['a', 'b', 'c'].map((label) => line([1, 1], { label }));
    const rows = texts(
      lineChartRows(chart(series, { reference: { label: 'rule', value: 0 }, height: 6 }), room(30)),
    );
    expect(rows.map((text) => text.split('◄')[1])).toEqual(['a', 'b', 'c', undefined, 'rule', undefined]);
  });

  it('puts the label of a higher end above that of a lower one, however close both are', () => {
    const [a, b] = [line([100, 60.05], { label: 'A' }), line([100, 65.15], { label: 'B' })];
    for (const [series, high, low] of [
      [[a, b], 'B', 'A'],
      [[b, a], 'B', 'A'],
    ] as const) {
      const y = { range: [0, 100], label: words } as const;
      const ends = labelsAt(lineChartRows(chart(series, { height: 5, y }), room(40)));
      expect([...ends.keys()]).toEqual([high, low]);
    }
  });

  it('never puts the label of a higher last value below that of a lower one; of equals the first is above', () => {
    const last = fc.oneof(fc.constantFrom(50, 50.01, 51), fc.double({ min: 0, max: 100, noNaN: true }));
    const asked = fc.record({
      ends: fc.array(last, { minLength: 2, maxLength: 8 }),
      rule: fc.option(last, { nil: undefined }),
      height: fc.integer({ min: 4, max: 14 }),
      range: fc.constantFrom(undefined, [0, 100] as const, [40, 45] as const),
      set: fc.constantFrom('unicode', 'ascii' as const),
    });
    fc.assert(
      fc.property(asked, ({ ends, rule, height, range, set }) => {
        const series = ends.map((end, k) => line([20, end], { label: `s${k}` }));
        const reference = rule === undefined ? {} : { reference: { label: 'rule', value: rule } };
        const y = { ...(range && { range }), label: words };
        const rows = lineChartRows(chart(series, { height, y, ...reference }), room(60, set));
        const places = labelsAt(rows);
        const named = [
          ...(rule === undefined ? [] : [['rule', rule] as const]),
          ...ends.map((end, k) => [`s${k}`, end] as const),
        ];
        expect(places.size).toBe(Math.min(named.length, height - 1));
        named.forEach(([one, value], k) => {
          for (const [other, below] of named.slice(k + 1)) {
            const [high, low] = value >= below ? [one, other] : [other, one];
            if (places.has(high) && places.has(low)) expect(places.get(high)!).toBeLessThan(places.get(low)!);
          }
        });
      }),
      { numRuns: 300 },
    );
  });

  it('leaves a gap where a value is not known', () => {
    const values = [0, 0, 0, undefined, 0, 0, 0];
    const rows = texts(lineChartRows(chart([line(values)]), room(10, 'ascii')));
    expect(rows[1]).toBe(' 0+*** ***');
  });

  it('draws a single value, and nothing where there is none', () => {
    expect(dotsOf(lineChartRows(chart([line([5])]), room(20)), 4)).toHaveLength(1);
    expect(texts(lineChartRows(chart([]), room(8)))).toEqual(['  1┤', '0.5┤', '  0┤', '  0└───1']);
  });

  it('draws a band that gives way to lines', () => {
    const points = Array.from({ length: 20 }, (_, x) => ({ x, y: 5, low: 0, high: 10 }));
    const [top, , middle] = lineChartRows(chart([line([], { points })], { height: 6 }), room(24));
    expect(textOf(top)).toMatch(/^10┤⠅(⡂⠅)+$/);
    expect(top.slice(1).map(({ style }) => style)).toEqual(['faint']);
    expect(textOf(middle)).toMatch(/^ 5┤⠤+$/);
  });

  it('keeps a range that was asked for and draws nothing beyond it', () => {
    const y = { range: [0, 1] as const, label: (value: number) => `${100 * value}%` };
    const rows = lineChartRows(chart([line([0.5, 0.5, 5, 5])], { y }), room(30));
    expect(texts(rows).map((text) => text.slice(0, 5))).toEqual(['100%┤', ' 50%┤', '  0%┤', '   0└']);
    expect(Math.max(...dotsOf(rows, 5).map(([x]) => x))).toBeLessThan(35);
  });

  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const points = fc
    .array(fc.record({ x: value, y: fc.option(value, { nil: undefined }), low: value, high: value }), {
      maxLength: 30,
    })
    .map((some) => some.sort((a, b) => a.x - b.x));
  const label = fc.string({ maxLength: 12 }).filter((text) => !/\p{C}/u.test(text));
  const lines = fc.array(
    fc.record({
      label,
      points,
      stroke: fc.constantFrom('solid', 'dashed', 'dotted' as const),
      style: fc.constantFrom('accent', 'plain' as const),
    }),
    { maxLength: 5 },
  );

  it('is never wider than its room, and as high as asked for', () => {
    fc.assert(
      fc.property(
        lines,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 90 }),
        label,
        (series, height, width, name) => {
          for (const set of ['unicode', 'ascii'] as const) {
            const rows = lineChartRows(
              chart(series as ChartSeries[], { height, reference: { label: name, value: 1 } }),
              room(width, set),
            );
            expect(rows).toHaveLength(Math.max(height, 4));
            expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(width);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('draws every value within the automatic range', () => {
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const labels: number[] = [];
        const y = { label: (end: number) => String(labels.push(end)) };
        lineChartRows(chart([line(values)], { y }), room(40));
        const [high, low] = labels;
        for (const one of values) expect(one >= low && one <= high).toBe(true);
      }),
    );
  });

  it('draws a rising line with dots that never fall', () => {
    const rising = fc
      .array(value, { minLength: 2, maxLength: 40 })
      .map((values) => values.sort((a, b) => a - b));
    fc.assert(
      fc.property(rising, fc.constantFrom('solid', 'dashed', 'dotted' as const), (values, stroke) => {
        const y = { label: () => '' };
        const rows = lineChartRows(chart([line(values, { stroke })], { y, height: 9 }), room(40));
        const dots = dotsOf(rows.slice(0, -1), 2).sort(([a, up], [b, down]) => a - b || down - up);
        const falls = dots.filter(([x, y], k) => k > 0 && x > dots[k - 1][0] && y > dots[k - 1][1]);
        expect(falls).toEqual([]);
        expect(dots.length).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });

  it('passes every column of dots between the first and the last value', () => {
    const points: ChartPoint[] = [
      { x: 0, y: 0 },
      { x: 3, y: 9 },
      { x: 100, y: 4 },
    ];
    const rows = lineChartRows(chart([line([], { points })]), room(42));
    expect(new Set(dotsOf(rows, 3).map(([x]) => x)).size).toBe(78);
  });
});
