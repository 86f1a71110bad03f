import { bar } from '../../bar.ts';
import { clockText } from '../../clockText.ts';
import type { Room } from '../../room.ts';
import { clipRow, type Row, row, rowWidth, span } from '../../row.ts';
import type { Pace } from '../pace.ts';

const BAR = { least: 8, most: 80 };

/** How far it is, how fast, and how long it takes: `█████  62%  310k/500k user-days  4.1k/s  1:16 elapsed  ETA 0:46`. */
export function progressRow(pace: Pace, unit: string, { width, glyphs }: Room): Row {
  const { part, done, all, rate, elapsed, left } = pace;
  const percent = `${String(Math.floor(100 * part)).padStart(3)}%`;
  const words = row(
    span(percent, 'strong'),
    `  ${compact(done)}/${compact(all)} ${unit}`,
    rate === undefined ? '' : `  ${compact(rate)}/s`,
    `  ${clockText(elapsed)} elapsed`,
    left === undefined || part === 1 ? '' : `  ETA ${clockText(left)}`,
  );
  const room = Math.min(width - rowWidth(words) - 3, BAR.most);
  const filled = room < BAR.least ? [] : [span(bar(part, room, glyphs), 'accent'), ' '];
  return clipRow(row(' ', ...filled, ...words), width, glyphs);
}

/** A count with three digits: 950, 4.1k, 310k, 1.25M. */
function compact(value: number): string {
  const unit = ['', 'k', 'M', 'G'].find((_, k) => value < 999.5 * 1000 ** k) ?? 'G';
  const scale = 1000 ** ['', 'k', 'M', 'G'].indexOf(unit);
  return scale === 1 ? String(Math.round(value)) : `${Number((value / scale).toPrecision(3))}${unit}`;
}
