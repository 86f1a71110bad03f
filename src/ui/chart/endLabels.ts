import type { LineChart } from '../lineChart.ts';
import type { Room } from '../room.ts';
import { clip, type Span, type Style, span, widthOf } from '../row.ts';
import { linesApart } from './linesApart.ts';
import type { Plot } from './plot.ts';

/** A label at the right edge. */
interface EndLabel {
  readonly label: string;
  readonly style: Style;
  /** the value that it stands beside */
  readonly value: number;
}

function labelsOf({ series, reference }: LineChart): EndLabel[] {
  const line = reference ? [{ ...reference, style: 'plain' as const }] : [];
  const ends = series.flatMap(({ label, style, points }) => {
    const value = points.findLast(({ y }) => y !== undefined && Number.isFinite(y))?.y;
    return value === undefined ? [] : [{ label, style, value }];
  });
  return [...line, ...ends].filter(({ label }) => label !== '');
}

/** Columns that the labels take, at most a third of the room. */
export function endWidth(chart: LineChart, { width, glyphs }: Room): number {
  const widest = Math.max(0, ...labelsOf(chart).map(({ label }) => widthOf(glyphs.taken + label)));
  return Math.min(widest, Math.floor(width / 3));
}

/**
 * The label of each line of text, each beside the last value of its line or as near as the others allow: a higher value's
 * above a lower one's, of equals the first named above. Labels that there is no line for are left out, the last named first.
 */
export function endLabels(
  chart: LineChart,
  plot: Plot,
  width: number,
  { glyphs }: Room,
): (Span | undefined)[] {
  const labels = labelsOf(chart).slice(0, plot.rows);
  // Where several belong on one line, their values say which one is above.
  labels.sort((a, b) => b.value - a.value);
  const rowOf = ({ value }: EndLabel) => Math.floor((plot.down(value) * plot.rows) / plot.canvas.down);
  const rows = linesApart(labels.map(rowOf), plot.rows);
  return Array.from({ length: plot.rows }, (_, line) => {
    const found = labels[rows.indexOf(line)];
    return found && width > 0
      ? span(clip(glyphs.taken + found.label, width, glyphs), found.style)
      : undefined;
  });
}
