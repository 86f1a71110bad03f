import type { PairedUnit, Parting, Turn } from '../../../replay/pairedUnit.ts';
import { TOLD } from '../../../replay/pairTally.ts';
import { thousands } from '../../formatNumber.ts';
import { signed } from '../../intervalWords.ts';
import { nameWidth } from '../../nameWidth.ts';
import type { Room } from '../../room.ts';
import { clip, heading, type Row, row, type Span, span, spread, widthOf } from '../../row.ts';
import type { CompareView } from '../compareView.ts';

/** From this width on, there is room for what became of everybody. */
const ROOM_FOR_NOW = 110;

/** Two headings, and two of each list. */
export const LEAST_LISTS = 6;

/**
 * Who gained and who lost most by A's rewards so far, with the day on which their lives part and what each policy did
 * on it; as many as there is room for around the chosen one.
 */
export function listRows(view: CompareView, chosen: number | undefined, room: Room, most: number): Row[] {
  const { gained, lost } = view;
  const lines = Math.max(most - 2, 0);
  const upper = Math.max(Math.min(rowsFor(gained), Math.ceil(lines / 2)), lines - rowsFor(lost));
  return [
    ...oneList({ title: 'gained most in A', list: gained, lines: upper }, chosen, view, room),
    ...oneList({ title: 'lost most in A', list: lost, lines: lines - upper }, chosen, view, room),
  ];
}

/** Lines that all of both lists take. */
export function listsHeight({ gained, lost }: CompareView): number {
  return 2 + rowsFor(gained) + rowsFor(lost);
}

/** One of them says that there is nobody. */
function rowsFor(list: readonly PairedUnit[]): number {
  return Math.max(list.length, 1);
}

interface ShownList {
  readonly title: string;
  readonly list: readonly PairedUnit[];
  /** below its heading */
  readonly lines: number;
}

function oneList(
  { title, list, lines }: ShownList,
  chosen: number | undefined,
  view: CompareView,
  room: Room,
): Row[] {
  const { width, glyphs } = room;
  const at = Math.max(
    list.findIndex(({ unit }) => unit === chosen),
    0,
  );
  const top = Math.min(Math.max(at - lines + 1, 0), Math.max(list.length - lines, 0));
  const shown = list.slice(top, top + lines);
  const all = list.length === TOLD ? `the first ${TOLD}` : thousands(list.length);
  const part = shown.length < list.length ? `${top + 1} to ${top + shown.length} of ${all}` : '';
  const rows = shown.map((unit) => unitRow(unit, unit.unit === chosen, view, room));
  const nobody = row(span(` nobody by day ${view.day}`, 'faint'));
  return [
    heading(`${view.units.kind}s who ${title}`, part, width, glyphs),
    ...(list.length === 0 && lines > 0 ? [nobody] : rows),
  ];
}

function unitRow(paired: PairedUnit, isChosen: boolean, view: CompareView, room: Room): Row {
  const { unit, difference, parting } = paired;
  const { width, glyphs } = room;
  const digits = widthOf(String(view.units.count - 1));
  const name = ` ${isChosen ? glyphs.playing : ' '} ${String(unit).padStart(digits)}  `;
  const words = parting
    ? partingWords(parting, view, room)
    : [span('did as in B; newcomers through it did not')];
  const by = signed(difference, glyphs).padStart(10);
  const left = row(span(name, isChosen ? 'accent' : 'plain'), ...words, ...nowWords(paired, view, room));
  return spread(left, row(by, ' '), width, glyphs);
}

function partingWords({ day, a, b }: Parting, view: CompareView, room: Room): Span[] {
  const on = `day ${String(day).padStart(String(view.days).length)}   `;
  const [did, otherwise] = [a, b].map((turn) => turnWords(turn, view, room));
  return [span(on), span('A ', 'strong'), span(`${did}   `), span('B ', 'strong'), span(otherwise)];
}

/** `coupon → active`, as wide for everybody. */
function turnWords({ action, stage }: Turn, { program }: CompareView, { width, glyphs }: Room): string {
  const longest = nameWidth(program.actions, width);
  const done = clip(program.actions[action].name, longest, glyphs);
  if (stage === undefined) return done.padEnd(longest);
  const widest = nameWidth(program.stages, width);
  const became = `${done} ${glyphs.arrow} ${clip(program.stages[stage].name, widest, glyphs)}`;
  return became.padEnd(longest + widest + widthOf(glyphs.arrow) + 2);
}

/** The stages of today, where there is room for them. */
function nowWords({ stages }: PairedUnit, { program, day }: CompareView, { width }: Room): Span[] {
  if (!stages || width < ROOM_FOR_NOW) return [];
  const [a, b] = [stages.a, stages.b].map((stage) => program.stages[stage].name);
  return [span(`   on day ${day}  `), span('A ', 'strong'), span(`${a}  `), span('B ', 'strong'), span(b)];
}
