import type { ChartPoint, LineChart } from '../lineChart.ts';
import type { Room } from '../room.ts';
import { Canvas } from './canvas.ts';
import { niceRange, type Range } from './niceRange.ts';

/** Where lines are drawn: a canvas with a place for every value of both axes. */
export interface Plot {
  readonly canvas: Canvas;
  /** columns and rows of text */
  readonly columns: number;
  readonly rows: number;
  /** the dot of a value on the horizontal axis, from the left */
  across(x: number): number;
  /** the dot of a value on the vertical axis, from the top */
  down(y: number): number;
}

/** What the axes of a chart reach from and to. */
export interface Ranges {
  readonly x: Range;
  readonly y: Range;
}

/** The ranges that were asked for, else what it takes to show all. */
export function rangesOf({ series, reference, x, y }: LineChart): Ranges {
  const points = series.flatMap((one) => one.points);
  const values = points.flatMap(({ y: value, low, high }) => [value, low, high]);
  const known = [...values, reference?.value].filter((value) => value !== undefined);
  return { x: x.range ?? widest(points), y: y.range ?? niceRange(known) };
}

function widest(points: readonly ChartPoint[]): Range {
  if (points.length === 0) return [0, 1];
  const places = points.map(({ x }) => x);
  return [places.reduce((a, b) => Math.min(a, b)), places.reduce((a, b) => Math.max(a, b))];
}

/** An empty plot of so many columns and rows, both at least 1. */
export function emptyPlot({ x, y }: Ranges, columns: number, rows: number, { glyphs }: Room): Plot {
  const canvas = new Canvas(columns, rows, glyphs);
  const between = (value: number, [low, high]: Range) => (high > low ? (value - low) / (high - low) : 0.5);
  // A value far outside is taken to be just outside, so that lines to it stay short.
  const dot = (part: number, dots: number) => Math.round(Math.min(Math.max(part, -1), 2) * (dots - 1));
  return {
    canvas,
    columns,
    rows,
    across: (value) => dot(between(value, x), canvas.across),
    down: (value) => dot(1 - between(value, y), canvas.down),
  };
}
