import { actionLetters } from '../../actionLetters.ts';
import { bar } from '../../bar.ts';
import { figure, percent, thousands } from '../../formatNumber.ts';
import { nameWidth } from '../../nameWidth.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, heading, type Row, row, span, widthOf } from '../../row.ts';
import { shortened } from '../../shortened.ts';
import type { ReplayView } from '../replayView.ts';

const BAR = { most: 60, least: 10 };
/** Widest column of one stage's per cent, and the narrowest that holds 100%. */
const STAGE = { most: 12, least: 6 };

/** What was done today to those who had not left: in all, and by the stage they were in this morning. */
export function actionRows(view: ReplayView, room: Room, most: number): Row[] {
  const marks = actionLetters(view.program, room.glyphs);
  const columns = columnsFor(view, room);
  const rows = view.program.actions.map((_, action) => actionRow(view, action, marks[action], columns, room));
  return [actionHeading(view, columns, room), ...shortened(rows, most - 1, 'actions', room)];
}

interface Columns {
  readonly name: number;
  readonly count: number;
  readonly bar: number;
  /** the stages whose mix is shown, with the widths of their columns */
  readonly stages: readonly { readonly stage: number; readonly width: number }[];
}

function columnsFor({ program, users }: ReplayView, { width }: Room): Columns {
  const count = widthOf(thousands(users));
  const name = nameWidth(program.actions, width);
  const rest = width - (3 + name + 2 + count + 2 + 6 + 2) - 1;
  const stages = program.stages.flatMap(({ name: stage, absorbing }, index) => {
    const room = Math.min(Math.max(widthOf(stage), STAGE.least), STAGE.most) + 2;
    return absorbing ? [] : [{ stage: index, width: room }];
  });
  const wide = stages.reduce((sum, column) => sum + column.width, 0);
  const fits = rest - wide - 2 >= BAR.least;
  const forBar = Math.min(fits ? rest - wide - 2 : rest, BAR.most);
  return { name, count, bar: Math.max(forBar, 0), stages: fits ? stages : [] };
}

function actionHeading(view: ReplayView, columns: Columns, { width, glyphs }: Room): Row {
  const { day, frame, program } = view;
  const title =
    day === 0
      ? 'actions'
      : `actions of day ${day}, ${thousands(frame.active)} ${program.decision ? 'users' : 'decisions'}${budgetInWords(view)}`;
  const names = columns.stages
    .map(({ stage, width: room }) => clip(program.stages[stage].name, room - 2, glyphs).padStart(room))
    .join('');
  if (names === '') return heading(title, '', width, glyphs);
  const indent = 3 + columns.name + 2 + columns.count + 2 + 6 + 2 + columns.bar + 2;
  return row(...heading(title, '', indent, glyphs), names);
}

/** What could be spent that day. */
function budgetInWords({ budget }: ReplayView): string {
  return budget ? `, budget ${figure(budget.left)} of ${budget.on}` : '';
}

function actionRow(view: ReplayView, action: number, letter: string, columns: Columns, room: Room): Row {
  const { frame, program } = view;
  const count = frame.actions[action];
  const mix = columns.stages.map(({ stage, width }) => {
    const inStage = frame.actionsByStage[stage];
    const all = inStage.reduce((sum, value) => sum + value, 0);
    return (all === 0 ? room.glyphs.dot : percent(inStage[action], all)).padStart(width);
  });
  const left = row(
    ' ',
    span(letter, 'strong'),
    ` ${clip(program.actions[action].name, columns.name, room.glyphs).padEnd(columns.name)}`,
    `  ${thousands(count).padStart(columns.count)}`,
    `  ${percent(count, frame.active).padStart(6)}  `,
    span(bar(frame.active > 0 ? count / frame.active : 0, columns.bar, room.glyphs), 'accent'),
    columns.stages.length > 0 ? '  ' : '',
    mix.join(''),
  );
  return clipRow(left, room.width, room.glyphs);
}
