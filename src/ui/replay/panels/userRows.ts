import { channelNames, type Program } from '../../../../environments/scenario/program.ts';
import type { UserLife } from '../../../replay/userLife.ts';
import { actionLetters } from '../../actionLetters.ts';
import { figure } from '../../formatNumber.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, span, widthOf } from '../../row.ts';
import { stageLetters } from '../../stageLetters.ts';
import type { ReplayView, ViewedPerson } from '../replayView.ts';
import { inputWords } from './inputWords.ts';
import { rulerText } from './rulerText.ts';
import { stripWindow } from './stripWindow.ts';
import { actionStrip, isLived, rewardRange, rewardStrip, stageStrip } from './userStrips.ts';

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
  const today = view.day - window.from;
  return [
    userHeading(view, person, room),
    clipRow(
      row(' day'.padEnd(LABEL), rulerText(window, view.day, room.glyphs.today)),
      room.width,
      room.glyphs,
    ),
    stripRow('stage', stageStrip(view, life, window), stageInWords(view, life), today, room),
    stripRow('action', actionStrip(view, life, window, room), actionInWords(view, life), today, room),
    stripRow('reward', rewardStrip(life, window, room), rewardInWords(view, life), today, room),
  ];
}

/** One line with all the letters of stages and actions, for screens that show the strips alone. */
export function legendRow({ program }: Pick<ReplayView, 'program'>, { width, glyphs }: Room): Row {
  const [stages, actions] = [stageLetters(program), actionLetters(program, glyphs)];
  const named = (marks: readonly string[], things: readonly { readonly name: string }[]) =>
    things.flatMap(({ name }, k) => [span(marks[k], 'strong'), ` ${name}  `]);
  return clipRow(
    row(' ', ...named(stages, program.stages), ' ', ...named(actions, program.actions)),
    width,
    glyphs,
  );
}

/** What is hidden from the policy: the user's traits and state in the morning, in one line. */
export function hiddenRow(program: Program, { explained }: ViewedPerson, { width, glyphs }: Room): Row {
  if (explained.kind !== 'day')
    return row(span(' hidden  tells something on days that the user lived', 'faint'));
  const values = Object.entries(explained.morning.values).map(([name, value]) =>
    inputWords(program, name, value),
  );
  return clipRow(row(' hidden'.padEnd(LABEL), values.join(', ')), width, glyphs);
}

function userHeading({ day, program }: ReplayView, { life }: ViewedPerson, { width, glyphs }: Room): Row {
  const { user, segment } = life;
  const since = sinceInWords(program, life, day);
  const hasSegment = program.segments.length > 1 && life.bornOn !== undefined;
  const segmentName = hasSegment ? `${program.segments[segment].name}, ` : '';
  const sum = life.rewards.subarray(0, day + 1).reduce((total, value) => total + value, 0);
  const title = `user ${user}: ${segmentName}${cameInWords(program, life)}${since}`;
  if (program.decision) return heading(title, 'rewards are those of the whole product', width, glyphs);
  const [lowest, highest] = rewardRange(life).map((value) => figure(value, 3));
  const short = `rewards so far ${figure(sum)}`;
  const long = `${short}, each from ${lowest} to ${highest}`;
  return heading(title, widthOf(title) + widthOf(long) + 12 <= width ? long : short, width, glyphs);
}

function sinceInWords(program: Program, life: UserLife, day: number): string {
  const { stages, bornOn, leftOn } = life;
  if (bornOn === undefined) return 'a place that nobody took';
  if (day < bornOn) return `comes on day ${bornOn}`;
  const stage = program.stages[stages[day]].name;
  const gone = leftOn !== undefined && day >= leftOn;
  return gone ? `${stage} on day ${leftOn}` : `${stage} since day ${sinceDay(life, day)}`;
}

/** How who was not there from the start came. */
function cameInWords({ arrivals }: Program, { channel, bornOn }: UserLife): string {
  return channel === 0 ? '' : `by ${channelNames(arrivals)[channel]} on day ${bornOn}, `;
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
      // A block of a sparkline turned inside out would be misread.
      span(text[today], label === 'reward' ? 'accent' : 'today'),
      span(text.slice(today + 1), 'faint'),
      ` ${words}`,
    ),
    width,
    glyphs,
  );
}

function stageInWords({ program, day }: ReplayView, { stages }: UserLife): string {
  return program.stages[stages[day]]?.name ?? '';
}

function actionInWords({ program, day }: ReplayView, life: UserLife): string {
  return isLived(day, life) ? program.actions[life.actions[day]].name : '';
}

function rewardInWords({ day }: ReplayView, life: UserLife): string {
  return isLived(day, life) ? figure(life.rewards[day]) : '';
}
