import type { SegmentDifference } from '../../../replay/pairTally.ts';
import { thousands } from '../../formatNumber.ts';
import { type Interval, intervalBar, scaleOf } from '../../intervalBar.ts';
import { intervalWords } from '../../intervalWords.ts';
import { nameWidth } from '../../nameWidth.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, heading, type Row, row, span } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import type { CompareView } from '../compareView.ts';

const BAR = { most: 40, least: 5 };
const WORDS = 22;
const VERDICT = 12;

/** Lines that all segments take; none where rewards are those of whole products. */
export function segmentsHeight({ segments }: CompareView): number {
  return segments.length === 0 ? 0 : segments.length + 1;
}

/** Who is better off in A and who worse, by segment: rewards so far, and the part still here. */
export function segmentRows(view: CompareView, room: Room, most: number): Row[] {
  const { program, segments, units } = view;
  const name = nameWidth(program.segments, room.width);
  const count = Math.max(...segments.map(({ users }) => thousands(users).length), 1);
  const scale = scaleOf(segments.map((segment) => segment.return));
  const columns = Math.min(room.width - name - count - VERDICT - 2 * WORDS - 6, BAR.most);
  const rows = segments.map((segment) => {
    const drawn = columns < BAR.least ? [] : intervalBar(segment.return, scale, { ...room, width: columns });
    const parts = [
      ` ${clip(program.segments[segment.segment].name, name, room.glyphs).padEnd(name)}`,
      ` ${thousands(segment.users).padStart(count)} `,
      span(verdict(segment.return).padEnd(VERDICT), 'strong'),
      ...drawn,
      ` ${intervalWords(segment.return, room.glyphs).padEnd(WORDS)}`,
      ` ${intervalWords(segment.here, room.glyphs)}`,
    ];
    return clipRow(row(...parts), room.width, room.glyphs);
  });
  const title = `by segment: rewards so far per ${units.kind}, A ${room.glyphs.minus} B; then still here, % points`;
  return [heading(title, '', room.width, room.glyphs), ...shortened(rows, most - 1, 'segments', room)];
}

/** What an interval says of a segment's rewards. */
function verdict({ low, high }: SegmentDifference['return'] & Interval): string {
  if (low > 0) return 'better in A';
  if (high < 0) return 'worse in A';
  return low === 0 && high === 0 ? 'the same' : 'unclear';
}
