import { thousands } from '../../formatNumber.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, span } from '../../row.ts';
import { stageLetters } from '../../stageLetters.ts';
import type { GridLine } from '../grid/userGrid.ts';
import type { GridView } from '../gridView.ts';
import type { ReplayView } from '../replayView.ts';

/** Columns before the cells: the letter of a stage. */
const LABEL = 3;

/** Cells in a line of the picture on a screen of a width. */
export function gridWidth(width: number): number {
  return Math.max(width - LABEL - 1, 1);
}

/** All users as a picture: a heading with what the shades mean, then lines of cells. */
export function gridRows(view: ReplayView, grid: GridView, room: Room): Row[] {
  const marks = stageLetters(view.program);
  const { shades } = room.glyphs;
  const signs = grid.order === 'stage' ? shades : marks;
  const lines = grid.lines.map((line, k) => lineRow(line, grid.lines[k - 1], { marks, signs }, room));
  const empty = grid.lines.length === 0 ? [row(span(' nobody is here', 'faint'))] : [];
  return [gridHeading(view, grid, room), ...lines, ...empty];
}

function gridHeading({ livedDays, days, filter }: ReplayView, grid: GridView, room: Room): Row {
  const { width, glyphs } = room;
  const [light, dark] = grid.scale;
  const { shades } = glyphs;
  const per = grid.perCell === 1 ? 'a user a cell' : `${thousands(grid.perCell)} users a cell`;
  const cut = grid.above + grid.below > 0 ? `, ${grid.above + grid.below} more lines` : '';
  const title = `${filter === undefined ? 'users' : 'users filtered'}, ${per}${cut}`;
  if (grid.order === 'number')
    return heading(title, 'by number; letters are stages, o: by stage', width, glyphs);
  const known = livedDays < days ? ` as far as lived (${livedDays})` : '';
  const meaning = grid.shadedBy ?? `hindsight${known}`;
  return heading(title, `${meaning}: ${shades[0]} ${light} to ${shades[4]} ${dark}`, width, glyphs);
}

function lineRow(
  line: GridLine,
  before: GridLine | undefined,
  { marks, signs }: { readonly marks: readonly string[]; readonly signs: readonly string[] },
  { width, glyphs }: Room,
): Row {
  const label = line.stage === undefined || line.stage === before?.stage ? ' ' : marks[line.stage];
  const text = Array.from(line.cells, (value) => signs[value]);
  const { chosen } = line;
  const cells =
    chosen === undefined
      ? [text.join('')]
      : [text.slice(0, chosen).join(''), span(text[chosen], 'today'), text.slice(chosen + 1).join('')];
  return clipRow(row(' ', span(label, 'strong'), ' ', ...cells), width, glyphs);
}
