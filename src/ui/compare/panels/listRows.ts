import type { PairedUnit, Turn } from '../../../replay/pair.ts';
import { TOLD } from '../../../replay/pairTally.ts';
import { thousands } from '../../formatNumber.ts';
import { signed } from '../../intervalWords.ts';
import { nameWidth } from '../../nameWidth.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, heading, type Row, row, span, widthOf } from '../../row.ts';
import type { CompareView } from '../compareView.ts';

/** Two headings, and two of each list. */
export const LEAST_LISTS = 6;

/**
 * Who gained and who lost most by A's rewards so far, with the day on which their lives part and what each policy did
 * on it; as many as there is room for around the chosen one.
 */
export function listRows(view: CompareView, chosen: number | undefined, room: Room, most: number): Row[] {
  const { gained, lost } = view;
  const lines = Math.max(most - 2, 0);
  const upper = Math.max(Math.min(gained.length, Math.ceil(lines / 2)), lines - lost.length);
  return [
    ...oneList('gained most in A', gained, chosen, upper, view, room),
    ...oneList('lost most in A', lost, chosen, lines - upper, view, room),
  ];
}

/** Lines that all of both lists take. */
export function listsHeight({ gained, lost }: CompareView): number {
  return 2 + Math.max(gained.length, 1) + Math.max(lost.length, 1);
}

function oneList(
  title: string,
  list: readonly PairedUnit[],
  chosen: number | undefined,
  lines: number,
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

function unitRow(paired: PairedUnit, isChosen: boolean, view: CompareView, { width, glyphs }: Room): Row {
  const { unit, difference, parting } = paired;
  const digits = widthOf(String(view.units.count - 1));
  const turn = (letter: string, side: Turn | undefined) => [
    span(`${letter} `, 'strong'),
    side ? turnWords(side) : '',
  ];
  const name = span(
    ` ${isChosen ? glyphs.playing : ' '} ${String(unit).padStart(digits)}`,
    isChosen ? 'accent' : 'plain',
  );
  const by = signed(difference, glyphs);
  const words = parting
    ? [
        `  day ${String(parting.day).padStart(String(view.days).length)}   `,
        ...turn('A', parting.a),
        '   ',
        ...turn('B', parting.b),
      ]
    : ['  did as in B; newcomers through it did not'];
  const left = clipRow(row(name, ...words), width - 12, glyphs);
  return clipRow(
    row(
      ...left,
      ' '.repeat(Math.max(width - 12 - left.reduce((sum, { text }) => sum + widthOf(text), 0), 0)),
      by.padStart(10),
    ),
    width,
    glyphs,
  );

  function turnWords({ action, stage }: Turn): string {
    const { actions, stages } = view.program;
    const [longest, widest] = [nameWidth(actions, width), nameWidth(stages, width)];
    const done = clip(actions[action].name, longest, glyphs);
    if (stage === undefined) return done.padEnd(longest);
    const became = `${done} ${glyphs.arrow} ${clip(stages[stage].name, widest, glyphs)}`;
    return became.padEnd(longest + widest + widthOf(glyphs.arrow) + 2);
  }
}
