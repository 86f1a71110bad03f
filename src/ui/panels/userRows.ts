import type { UserLife } from '../../replay/userLife.ts';
import { actionLetters } from '../actionLetters.ts';
import { figure } from '../formatNumber.ts';
import type { ReplayView, ViewedPerson } from '../replayView.ts';
import { clipRow, heading, type Row, row, span } from '../row.ts';
import { sparkline } from '../sparkline.ts';
import { stageLetters } from '../stageLetters.ts';
import type { Room } from './room.ts';
import { rulerText } from './rulerText.ts';
import { type StripWindow, stripWindow } from './stripWindow.ts';

const LABEL = 8;
/** Columns at the right end, for today's values in words. */
const WORDS = 20;

/** Height of the panel. */
export const USER_ROWS = 5;

/** The chosen user: who it is, and strips of its stages, actions and rewards around today. */
export function userRows(view: ReplayView, person: ViewedPerson, room: Room): Row[] {
  const { life } = person;
  const cells = Math.max(room.width - LABEL - WORDS - 1, 1);
  const window = stripWindow(view.day, view.days, cells);
  const strip = (label: string, text: string, words: string) =>
    stripRow(label, text, words, view.day - window.from, room);
  return [
    userHeading(view, person, room),
    clipRow(
      row(' day'.padEnd(LABEL), rulerText(window, view.day, room.glyphs.today)),
      room.width,
      room.glyphs,
    ),
    strip('stage', stageStrip(view, life, window), view.program.stages[life.stages[view.day]].name),
    strip('action', actionStrip(view, life, window, room), actionInWords(view, life)),
    strip('reward', rewardStrip(life, window, room), rewardInWords(view, life)),
  ];
}

/** One line with all the letters of stages and actions, for screens that show the strips alone. */
export function legendRow({ program }: ReplayView, { width, glyphs }: Room): Row {
  const [stages, actions] = [stageLetters(program), actionLetters(program, glyphs)];
  const named = (marks: readonly string[], things: readonly { readonly name: string }[]) =>
    things.flatMap(({ name }, k) => [span(marks[k], 'strong'), ` ${name}  `]);
  return clipRow(
    row(' ', ...named(stages, program.stages), ' ', ...named(actions, program.actions)),
    width,
    glyphs,
  );
}

function userHeading({ day, program }: ReplayView, { life }: ViewedPerson, { width, glyphs }: Room): Row {
  const { user, segment, leftOn } = life;
  const stage = program.stages[life.stages[day]].name;
  const gone = leftOn !== undefined && day >= leftOn;
  const since = gone ? `${stage} on day ${leftOn}` : `${stage} since day ${sinceDay(life, day)}`;
  const segmentName = program.segments.length > 1 ? `${program.segments[segment].name}, ` : '';
  const sum = life.rewards.subarray(0, day + 1).reduce((total, value) => total + value, 0);
  return heading(`user ${user}: ${segmentName}${since}`, `rewards so far ${figure(sum)}`, width, glyphs);
}

/** The day on which the present stay in a stage began. */
function sinceDay({ stages }: UserLife, day: number): number {
  let since = day;
  while (since > 0 && stages[since - 1] === stages[day]) since--;
  return since;
}

function stripRow(label: string, text: string, words: string, today: number, { width, glyphs }: Room): Row {
  return clipRow(
    row(
      ` ${label}`.padEnd(LABEL),
      text.slice(0, today),
      span(text[today], 'today'),
      span(text.slice(today + 1), 'faint'),
      ` ${words}`,
    ),
    width,
    glyphs,
  );
}

function stageStrip(
  { program }: ReplayView,
  { stages, leftOn }: UserLife,
  { from, to }: StripWindow,
): string {
  const marks = stageLetters(program);
  const letter = (day: number) => (leftOn !== undefined && day > leftOn ? ' ' : marks[stages[day]]);
  return daysOf(from, to).map(letter).join('');
}

function actionStrip(
  { program }: ReplayView,
  { actions, leftOn }: UserLife,
  { from, to }: StripWindow,
  { glyphs }: Room,
): string {
  const marks = actionLetters(program, glyphs);
  const letter = (day: number) => (isLived(day, leftOn) ? marks[actions[day]] : ' ');
  return daysOf(from, to).map(letter).join('');
}

/** Heights compare over the whole life, whatever part of it is shown. */
function rewardStrip(life: UserLife, { from, to }: StripWindow, { glyphs }: Room): string {
  const values = daysOf(from, to).map((day) => (isLived(day, life.leftOn) ? life.rewards[day] : undefined));
  return sparkline(values, rewardRange(life), glyphs);
}

function rewardRange({ rewards, leftOn }: UserLife): [number, number] {
  const lived = rewards.subarray(1, (leftOn ?? rewards.length - 1) + 1);
  return lived.length > 0 ? [Math.min(...lived), Math.max(...lived)] : [0, 0];
}

function actionInWords({ program, day }: ReplayView, { actions, leftOn }: UserLife): string {
  return isLived(day, leftOn) ? program.actions[actions[day]].name : '';
}

function rewardInWords({ day }: ReplayView, life: UserLife): string {
  const [lowest, highest] = rewardRange(life).map((value) => figure(value, 3));
  const today = isLived(day, life.leftOn) ? `${figure(life.rewards[day])} ` : '';
  return `${today}(${lowest} to ${highest})`;
}

function isLived(day: number, leftOn: number | undefined): boolean {
  return day > 0 && (leftOn === undefined || day <= leftOn);
}

function daysOf(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, k) => from + k);
}
