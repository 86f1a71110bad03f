import type { Glyphs } from '../glyphs.ts';
import type { ChartSeries } from '../lineChart.ts';
import { type Dot, drawLine } from './drawLine.ts';
import type { Plot } from './plot.ts';

/** One dot in so many is drawn in a band. */
const SPARSE = 4;

/** Draws the intervals around a line's values as light dots, which give way to any line. */
export function drawBand({ points }: ChartSeries, { canvas, across, down }: Plot, { band }: Glyphs): void {
  const known = points.filter(({ low, high }) => Number.isFinite(low) && Number.isFinite(high));
  const ink = { style: 'faint', character: band, background: true } as const;
  const edge = (end: 'low' | 'high') => byColumn(known.map((point) => [across(point.x), down(point[end]!)]));
  const [lower, upper] = [edge('low'), edge('high')];
  for (const [x, bottom] of lower)
    for (let y = upper.get(x)!; y <= bottom; y++) if ((x + 2 * y) % SPARSE === 0) canvas.dot(x, y, ink);
}

/** The height of a line in every column of dots that it passes. */
function byColumn(dots: readonly Dot[]): Map<number, number> {
  const heights = new Map(dots);
  for (let k = 1; k < dots.length; k++) {
    const [[x, y], [toX, toY]] = [dots[k - 1], dots[k]];
    for (let at = x + 1; at < toX; at++) heights.set(at, Math.round(y + ((at - x) / (toX - x)) * (toY - y)));
  }
  return heights;
}

/** Draws a line, in pieces where it has gaps. */
export function drawSeries(series: ChartSeries, { canvas, across, down }: Plot, glyphs: Glyphs): void {
  let piece: Dot[] = [];
  for (const { x, y } of [...series.points, { x: 0, y: undefined }]) {
    if (y !== undefined && Number.isFinite(y)) piece.push([across(x), down(y)]);
    else {
      drawLine(canvas, piece, series, glyphs);
      piece = [];
    }
  }
}

/** Draws a horizontal line from edge to edge. */
export function drawReference(value: number, { canvas, down }: Plot, glyphs: Glyphs): void {
  const y = down(value);
  const ends: Dot[] = [
    [0, y],
    [canvas.across - 1, y],
  ];
  drawLine(canvas, ends, { stroke: 'reference', style: 'plain' }, glyphs);
}
