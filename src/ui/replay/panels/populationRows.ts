import type { Program, Stage } from '../../../../environments/scenario/program.ts';
import { bar } from '../../bar.ts';
import { change, figure, percent, thousands } from '../../formatNumber.ts';
import { nameWidth } from '../../nameWidth.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, heading, type Row, row, rowWidth, span, widthOf } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import { stageLetters } from '../../stageLetters.ts';
import type { ReplayView } from '../replayView.ts';

/** Longest bar, and the least room in which one says something. */
const BAR = { most: 60, least: 10 };

/** The stages in the evening: how many, the day's change, what part, and who moved where today. */
export function populationRows(view: ReplayView, room: Room, most: number): Row[] {
  const { program } = view;
  const marks = stageLetters(program);
  const columns = columnsFor(view, room);
  const rows = program.stages.map((_, stage) => stageRow(view, stage, marks[stage], columns, room));
  return [populationHeading(view, room), ...shortened(rows, most - 1, 'stages', room)];
}

function populationHeading({ day, frame, born }: ReplayView, { width, glyphs }: Room): Row {
  if (born === 0) return heading(`evening of day ${day}`, 'the filter lets nobody through', width, glyphs);
  const here = Math.round(frame.retention * born);
  const stay = `${thousands(here)} of ${thousands(born)} still here (${percent(here, born)})`;
  if (day === 0) return heading('day 0, before the first decision', stay, width, glyphs);
  const today = `${thousands(frame.left)} left today, reward ${figure(frame.reward)} per active user`;
  const short = `${percent(here, born)} here, ${thousands(frame.left)} left, reward ${figure(frame.reward)} a user`;
  const title = `evening of day ${day}`;
  const fits = widthOf(title) + widthOf(stay) + widthOf(today) + 14 <= width;
  return heading(title, fits ? `${stay}, ${today}` : short, width, glyphs);
}

interface Columns {
  readonly name: number;
  readonly count: number;
  readonly bar: number;
  readonly moves: number;
}

/** Widths that depend on names and on the number of users only, so that nothing jumps from day to day. */
function columnsFor({ program, users }: ReplayView, { width }: Room): Columns {
  const count = widthOf(thousands(users));
  const name = nameWidth(program.stages, width);
  const rest = width - (3 + name + 2 + count + 2 + count + 1 + 2 + 6 + 2) - 1;
  const longest = Math.max(
    ...program.stages.map(({ transitions }) =>
      transitions.reduce((sum, { to }) => sum + widthOf(program.stages[to].name) + count + 5, 0),
    ),
  );
  const moves = Math.min(longest, rest);
  const forBar = Math.min(rest - moves - 2, BAR.most);
  if (forBar >= BAR.least) return { name, count, bar: forBar, moves };
  const shared = Math.floor(rest * 0.35);
  return shared < BAR.least
    ? { name, count, bar: 0, moves: rest }
    : { name, count, bar: shared, moves: rest - shared - 2 };
}

function stageRow(view: ReplayView, stage: number, letter: string, columns: Columns, room: Room): Row {
  const { frame, born, program, day } = view;
  const count = frame.counts[stage];
  const morning = frame.moves[stage].reduce((sum, value) => sum + value, 0);
  const difference = day === 0 ? '' : change(count - morning, room.glyphs.minus);
  const { name, absorbing } = program.stages[stage];
  return clipRow(
    row(
      ' ',
      span(letter, 'strong'),
      ` ${clip(name, columns.name, room.glyphs).padEnd(columns.name)}`,
      `  ${thousands(count).padStart(columns.count)}`,
      span(`  ${difference.padStart(columns.count + 1)}`, 'faint'),
      `  ${percent(count, born).padStart(6)}  `,
      span(bar(count / born, columns.bar, room.glyphs), absorbing ? 'faint' : 'accent'),
      columns.bar > 0 ? '  ' : '',
      ...movesOf(view, stage, columns.moves, room),
    ),
    room.width,
    room.glyphs,
  );
}

/** Where those who moved went; the stages by their letters where there is no room for their names. */
function movesOf({ frame, program }: ReplayView, from: number, most: number, room: Room): Row {
  const marks = stageLetters(program);
  const full = moveSpans(frame.moves[from], from, program, ({ name }) => name, room);
  if (rowWidth(full) <= most) return full;
  const short = moveSpans(
    frame.moves[from],
    from,
    program,
    (stage) => marks[program.stages.indexOf(stage)],
    room,
  );
  return clipRow(short, most, room.glyphs);
}

function moveSpans(
  moves: readonly number[],
  from: number,
  { stages }: Program,
  nameOf: (stage: Stage) => string,
  { glyphs }: Room,
): Row {
  const moved = moves.flatMap((count, to) => {
    if (to === from || count === 0) return [];
    const text = `${glyphs.arrow} ${thousands(count)} ${nameOf(stages[to])}`;
    return [span(text, stages[to].absorbing ? 'loss' : 'plain')];
  });
  return row(...moved.flatMap((move, k) => (k === 0 ? [move] : ['   ', move])));
}
