import { bar } from '../../bar.ts';
import { percent } from '../../formatNumber.ts';
import { nameWidth } from '../../nameWidth.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, heading, type Row, row, span } from '../../row.ts';
import { shortened } from '../../shortened.ts';

/** Parts of a whole, of the policy and of the rule beside it. */
export interface Pair {
  readonly name: string;
  /** 0 to 1; undefined: not known */
  readonly policy: number | undefined;
  readonly rule: number | undefined;
  /** drawn faintly, as of those who have left */
  readonly faint?: boolean;
}

/** What stands over pairs, and what they are. */
export interface PairTitle {
  readonly title: string;
  readonly more: string;
  /** of what there may be too many */
  readonly what: string;
}

const PERCENT = 6;
const LONGEST_BAR = 60;

/** A line for each of several parts: the policy's bar, and the rule's. */
export function pairRows(
  pairs: readonly Pair[],
  { title, more, what }: PairTitle,
  room: Room,
  most: number,
): Row[] {
  const { width, glyphs } = room;
  const name = nameWidth(pairs, width);
  const both = pairs.some(({ rule }) => rule !== undefined);
  const bars = width - 2 - name - (both ? 2 : 1) * (PERCENT + 2);
  const length = Math.max(Math.min(Math.floor(bars / (both ? 2 : 1)), LONGEST_BAR), 0);
  const rows = pairs.map((pair) => {
    const half = (part: number | undefined) => partSpans(part, length, pair.faint === true, room);
    const words = ` ${clip(pair.name, name, glyphs).padEnd(name)} `;
    return clipRow(row(words, ...half(pair.policy), ...(both ? half(pair.rule) : [])), width, glyphs);
  });
  return [heading(title, more, width, glyphs), ...shortened(rows, most - 1, what, room)].slice(0, most);
}

function partSpans(part: number | undefined, length: number, faint: boolean, { glyphs }: Room): Row {
  const words = part === undefined ? glyphs.dot : percent(part, 1);
  const drawn = span(bar(part ?? 0, length, glyphs), faint ? 'faint' : 'accent');
  return row(drawn, ` ${words.padStart(PERCENT)} `);
}
