import type { Room } from '../../room.ts';
import { type Row, row, type Span, span } from '../../row.ts';
import type { CompareView } from '../compareView.ts';

/**
 * The line of days: where today is, how far both were lived, and the days on which most part. The tenths are where
 * the keys 0–9 jump to.
 */
export function trackRow({ day, days, livedDays, peaks }: CompareView, { width, glyphs }: Room): Row {
  const legend = `  ${glyphs.split} most part`;
  const cells = Math.max(width - 6 - legend.length - String(days).length - 3, 2);
  const at = (other: number) => (days > 0 ? Math.round((other / days) * (cells - 1)) : 0);
  const track: Span[] = Array.from({ length: cells }, (_, cell) =>
    cell <= at(livedDays) ? span(glyphs.past) : span(glyphs.future, 'faint'),
  );
  for (let tenth = 0; tenth < 10; tenth++) {
    const cell = at(Math.round((tenth / 10) * days));
    track[cell] = span(glyphs.tenth, track[cell].style);
  }
  for (const peak of peaks) track[at(peak)] = span(glyphs.split, 'strong');
  track[at(day)] = span(glyphs.here, 'accent');
  return row(' day  ', ...track, span(`  ${days}${legend}`, 'faint'));
}
