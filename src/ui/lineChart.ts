import { horizontalAxis, verticalMarks } from './chart/axes.ts';
import { drawBand, drawReference, drawSeries } from './chart/drawSeries.ts';
import { endLabels, endWidth } from './chart/endLabels.ts';
import type { Range } from './chart/niceRange.ts';
import { emptyPlot, type Plot, rangesOf } from './chart/plot.ts';
import type { Glyphs, Stroke } from './glyphs.ts';
import type { Room } from './room.ts';
import { clipRow, type Row, row, type Style, span, widthOf } from './row.ts';

/** A value of a line at a place of the horizontal axis. */
export interface ChartPoint {
  readonly x: number;
  /** undefined: the line has a gap here */
  readonly y: number | undefined;
  /** an interval around the value; where points have one, a band is drawn behind the lines */
  readonly low?: number;
  readonly high?: number;
}

/** A line in a chart. */
export interface ChartSeries {
  /** stands at its right end; empty: nothing does */
  readonly label: string;
  /** by rising x */
  readonly points: readonly ChartPoint[];
  readonly stroke: Exclude<Stroke, 'reference'>;
  readonly style: Style;
}

/** An axis of a chart. */
export interface ChartAxis {
  /** its ends, beyond which nothing is drawn; undefined: what it takes to show all, up to round numbers if vertical */
  readonly range?: Range;
  /** a value in words, at both ends and in the middle */
  readonly label: (value: number) => string;
}

/** Lines over a common axis. */
export interface LineChart {
  /** later lines are drawn over earlier ones */
  readonly series: readonly ChartSeries[];
  /** a horizontal line to compare with, at `value` of the vertical axis */
  readonly reference?: { readonly label: string; readonly value: number };
  /** lines of text that it takes, the horizontal axis among them; at least 4 */
  readonly height: number;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
}

const LEAST_HEIGHT = 4;
/** Columns of plot that labels at the right leave over, or are left out. */
const LEAST_COLUMNS = 12;

/** A chart of lines: as many rows as its height, none wider than the room. */
export function lineChartRows(chart: LineChart, room: Room): Row[] {
  const { width, glyphs } = room;
  const height = Math.max(Math.floor(chart.height), LEAST_HEIGHT) - 1;
  const ranges = rangesOf(chart);
  const marks = verticalMarks(chart.y, ranges.y, height);
  const margin = Math.max(...[...marks.values(), chart.x.label(ranges.x[0])].map(widthOf));
  const wanted = endWidth(chart, room);
  const space = width - margin - 1;
  const ends = space - wanted >= LEAST_COLUMNS ? wanted : 0;
  const columns = Math.max(space - ends, 1);
  const plot = emptyPlot(ranges, columns, height, room);
  drawAll(chart, plot, glyphs);
  const labels = endLabels(chart, plot, ends, room);
  const lines = plot.canvas.rows().map((line, k) => {
    const mark = marks.get(k);
    const axis = span(mark === undefined ? glyphs.axis : glyphs.tick, 'faint');
    return row((mark ?? '').padStart(margin), axis, ...line, labels[k] ?? '');
  });
  const bottom = horizontalAxis(chart.x, ranges.x, { margin, columns }, room);
  return [...lines, bottom].map((line) => clipRow(line, width, glyphs));
}

function drawAll({ series, reference }: LineChart, plot: Plot, glyphs: Glyphs): void {
  for (const one of series) drawBand(one, plot, glyphs);
  if (reference) drawReference(reference.value, plot, glyphs);
  for (const one of series) drawSeries(one, plot, glyphs);
}
