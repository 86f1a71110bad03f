import type { SegmentDifference } from '../../../replay/pairTally.ts';
import type { Range } from '../../chart/niceRange.ts';
import { thousands } from '../../formatNumber.ts';
import type { Glyphs } from '../../glyphs.ts';
import { type Interval, intervalBar, scaleOf } from '../../intervalBar.ts';
import { intervalWords } from '../../intervalWords.ts';
import { nameWidth } from '../../nameWidth.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, heading, type Row, row, span, widthOf } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import type { CompareView } from '../compareView.ts';

const BAR = { most: 40, least: 5 };
/** Columns of an interval in words beside a bar; more where numbers are longer. */
const WORDS = 22;
const VERDICT = 12;
/** Names are cut to no less before words are left out. */
const LEAST_NAME = 8;

/** Lines that all segments take; none where rewards are those of whole products. */
export function segmentsHeight({ segments }: CompareView): number {
  return segments.length === 0 ? 0 : segments.length + 1;
}

/** Who is better off in A and who worse, by segment: rewards so far, and the part still here. */
export function segmentRows(view: CompareView, room: Room, most: number): Row[] {
  const { program, segments, units } = view;
  const { width, glyphs } = room;
  const lines = segments.map((segment) => lineOf(segment, program.segments[segment.segment].name, glyphs));
  const table = tableOf(lines, nameWidth(program.segments, width), width);
  const scale = scaleOf(segments.map((segment) => segment.return));
  const rows = lines.map((line) => lineRow(line, scale, table, room));
  const here = table.here > 0 ? '; then still here, % points' : '';
  const title = `by segment: rewards so far per ${units.kind}, A ${glyphs.minus} B${here}`;
  return [heading(title, '', width, glyphs), ...shortened(rows, most - 1, 'segments', room)];
}

/** A segment in words, before it is known how much of it there is room for. */
interface Line {
  readonly name: string;
  readonly users: string;
  readonly verdict: string;
  readonly interval: Interval;
  /** both intervals */
  readonly returns: string;
  readonly here: string;
}

function lineOf(segment: SegmentDifference, name: string, glyphs: Glyphs): Line {
  return {
    name,
    users: thousands(segment.users),
    verdict: verdict(segment.return),
    interval: segment.return,
    returns: intervalWords(segment.return, glyphs),
    here: intervalWords(segment.here, glyphs),
  };
}

/** Columns for what there is room for; 0: it is left out. */
type Table = Readonly<Record<'name' | 'users' | 'verdict' | 'bar' | 'returns' | 'here', number>>;

/**
 * Numbers get their room first: left out are the bar, the ends of names, the verdict and the second interval, in this
 * order.
 */
function tableOf(lines: readonly Line[], name: number, width: number): Table {
  const widest = (part: 'users' | 'returns' | 'here') =>
    Math.max(0, ...lines.map((line) => widthOf(line[part])));
  const [users, returns, here] = [widest('users'), widest('returns'), widest('here')];
  const roomy = { returns: Math.max(returns, WORDS), here: Math.max(here, WORDS) };
  const bar = Math.min(width - name - users - VERDICT - roomy.returns - roomy.here - 5, BAR.most);
  if (bar >= BAR.least) return { name, users, verdict: VERDICT, bar, ...roomy };
  const spare = width - users - returns - here - 4;
  const forms = [
    { room: spare - VERDICT, verdict: VERDICT, here },
    { room: spare, verdict: 0, here },
    { room: spare + here + 1, verdict: 0, here: 0 },
  ];
  const form = forms.find(({ room }) => room >= Math.min(LEAST_NAME, name)) ?? forms[2];
  const cut = Math.max(Math.min(name, form.room), 1);
  return { name: cut, users, verdict: form.verdict, bar: 0, returns, here: form.here };
}

function lineRow(line: Line, scale: Range, table: Table, room: Room): Row {
  const { width, glyphs } = room;
  const drawn = table.bar > 0 ? intervalBar(line.interval, scale, { ...room, width: table.bar }) : [];
  const parts = [
    ` ${clip(line.name, table.name, glyphs).padEnd(table.name)} ${line.users.padStart(table.users)} `,
    span(table.verdict > 0 ? line.verdict.padEnd(table.verdict) : '', 'strong'),
    ...drawn,
    `${table.bar > 0 ? ' ' : ''}${line.returns.padEnd(table.returns)}`,
    table.here > 0 ? ` ${line.here}` : '',
  ];
  return clipRow(row(...parts), width, glyphs);
}

/** What an interval says of a segment's rewards. */
function verdict({ low, high }: SegmentDifference['return'] & Interval): string {
  if (low > 0) return 'better in A';
  if (high < 0) return 'worse in A';
  return low === 0 && high === 0 ? 'the same' : 'unclear';
}
