import type { OfBoth } from '../../../replay/pairTally.ts';
import { whyRows, whyTitle } from '../../replay/panels/whyRows.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, rowWidth, span } from '../../row.ts';
import type { CompareView } from '../compareView.ts';
import type { ViewedLives } from '../viewedLives.ts';

/** From this width on, A stands beside B. */
const BESIDE = 160;

/** Why the day went as it did in A and in B; all lines, however many. */
export function livesWhyRows(view: CompareView, viewed: ViewedLives, room: Room): Row[] {
  if (room.width < BESIDE) return [...oneWhy('a', view, viewed, room), ...oneWhy('b', view, viewed, room)];
  const half = { ...room, width: Math.floor(room.width / 2) - 1 };
  const [a, b] = [oneWhy('a', view, viewed, half), oneWhy('b', view, viewed, half)];
  return Array.from({ length: Math.max(a.length, b.length) }, (_, k) => {
    const left = clipRow(a[k] ?? row(), half.width, room.glyphs);
    return row(...left, ' '.repeat(half.width + 2 - rowWidth(left)), ...(b[k] ?? []));
  });
}

/**
 * The same in so many lines.
 *
 * @param top the first line shown
 */
export function livesWhyPanel(
  view: CompareView,
  viewed: ViewedLives,
  top: number,
  height: number,
  room: Room,
): Row[] {
  const rows = livesWhyRows(view, viewed, room);
  const space = Math.max(height - 1, 0);
  const from = Math.min(top, Math.max(rows.length - space, 0));
  const part = `${from + 1} to ${Math.min(from + space, rows.length)} of ${rows.length}  ${room.glyphs.upDown}`;
  const more = rows.length > space ? part : '';
  const title = `why day ${view.day} went as it did`;
  return height < 2 ? [] : [heading(title, more, room.width, room.glyphs), ...rows.slice(from, from + space)];
}

function oneWhy(
  side: keyof OfBoth<unknown>,
  view: CompareView,
  { explained, rules }: ViewedLives,
  room: Room,
): Row[] {
  const person = { explained: explained[side], rule: rules[side] };
  const title = row(' ', span(`${side.toUpperCase()}: ${whyTitle(person)}`, 'accent'));
  return [clipRow(title, room.width, room.glyphs), ...whyRows(view.program, person, room)];
}
