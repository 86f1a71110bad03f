import { thousands } from '../../formatNumber.ts';
import { nameWidth } from '../../nameWidth.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, heading, type Row, row, span, widthOf } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import { stageLetters } from '../../stageLetters.ts';
import type { ReplayView } from '../replayView.ts';

/** All moves between stages since the start: from each stage (line) to each other (column). */
export function matrixRows(
  view: ReplayView,
  moves: readonly (readonly number[])[],
  room: Room,
  most: number,
): Row[] {
  const { program } = view;
  const { width, glyphs } = room;
  const marks = stageLetters(program);
  const name = nameWidth(program.stages, width);
  const cell = Math.max(...moves.flat().map((count) => widthOf(thousands(count))), 8) + 2;
  const lines = program.stages.map(({ name: from }, stage) =>
    row(
      ' ',
      span(marks[stage], 'strong'),
      ` ${clip(from, name, glyphs).padEnd(name)}`,
      moves[stage].map((count, to) => (to === stage ? glyphs.dot : thousands(count)).padStart(cell)).join(''),
    ),
  );
  const rows = [matrixHeading(view, 3 + name, cell, room), ...shortened(lines, most - 1, 'stages', room)];
  return rows.map((line) => clipRow(line, width, glyphs));
}

/** The stages that are moved to, each above its column. */
function matrixHeading({ program, day }: ReplayView, indent: number, cell: number, { glyphs }: Room): Row {
  const columns = program.stages.map(({ name }) => clip(name, cell - 2, glyphs).padStart(cell)).join('');
  const title = `moves from line to column, days 1 to ${day}, everyone`;
  const head = widthOf(title) + 6 <= indent ? title : 'all so far';
  const left = heading(day === 0 ? 'moves' : head, '', indent, glyphs).slice(0, 3);
  return row(...left, span(columns, 'faint'));
}
