import type { OfBoth } from '../../../replay/pairTally.ts';
import type { UserLife } from '../../../replay/userLife.ts';
import { amount, signed } from '../../intervalWords.ts';
import { rulerText } from '../../replay/panels/rulerText.ts';
import { type StripWindow, stripWindow } from '../../replay/panels/stripWindow.ts';
import { legendRow } from '../../replay/panels/userRows.ts';
import { actionStrip, isLived, rewardRange, stageStrip } from '../../replay/panels/userStrips.ts';
import type { Room } from '../../room.ts';
import { clipRow, heading, type Row, row, span } from '../../row.ts';
import { sparkline } from '../../sparkline.ts';
import type { CompareView } from '../compareView.ts';
import type { ViewedLives } from '../viewedLives.ts';
import { toldRows } from './toldRows.ts';

const LABEL = 8;
/** Columns at the right end, for today's values in words. */
const WORDS = 20;

/**
 * Both lives of one user: the strips of A above those of B on the same days, with the day on which they part.
 *
 * @param short without the strips, to leave room for why
 */
export function livesRows(view: CompareView, viewed: ViewedLives, room: Room, short = false): Row[] {
  const cells = Math.max(room.width - LABEL - WORDS - 1, 1);
  const window = stripWindow(view.day, view.days, cells);
  const ruler = rulerText(window, view.day, room.glyphs.today);
  const head = [
    livesHeading(view, viewed, room),
    clipRow(row(' day'.padEnd(LABEL), ruler), room.width, room.glyphs),
    partingRow(viewed, window, room),
  ];
  if (short) return head;
  return [
    ...head,
    ...oneLife({ side: 'a', view, viewed, window, room }),
    ...oneLife({ side: 'b', view, viewed, window, room }),
    legendRow(view, room),
    ...(view.told.user === viewed.user ? toldRows(view.told.lines, room) : []),
  ];
}

function livesHeading({ program, units, day }: CompareView, { user, lives }: ViewedLives, room: Room): Row {
  const { a, b } = lives;
  const { width, glyphs } = room;
  const isKnown = program.segments.length > 1 && a.bornOn !== undefined;
  const segment = isKnown ? `, ${program.segments[a.segment].name}` : '';
  if (units.kind === 'product') {
    const product = Math.floor(user / units.stride);
    const title = `user ${user} of product ${product}${segment}`;
    return heading(title, 'rewards are those of the whole product', width, glyphs);
  }
  const apart = (until: number) => signed(sumOf(a, until) - sumOf(b, until), glyphs);
  const more = `rewards A ${glyphs.minus} B: ${apart(day)} so far, ${apart(a.rewards.length - 1)} in the end`;
  return heading(`user ${user}${segment}`, more, width, glyphs);
}

function sumOf({ rewards }: UserLife, day: number): number {
  return rewards.subarray(0, day + 1).reduce((total, reward) => total + reward, 0);
}

function partingRow({ parting }: ViewedLives, { from, to }: StripWindow, { width, glyphs }: Room): Row {
  const cells = Array.from({ length: to - from + 1 }, (_, k) => (from + k === parting ? glyphs.split : ' '));
  const words = parting === undefined ? ' never' : ` on day ${parting}`;
  return clipRow(row(' parted '.padEnd(LABEL), span(cells.join(''), 'strong'), words), width, glyphs);
}

/** One of both lives, with what is around it. */
interface OneLife {
  readonly side: keyof OfBoth<unknown>;
  readonly view: CompareView;
  readonly viewed: ViewedLives;
  readonly window: StripWindow;
  readonly room: Room;
}

function oneLife({ side, view, viewed, window, room }: OneLife): Row[] {
  const { program, day, names, units } = view;
  const life = viewed.lives[side];
  const done = isLived(day, life) ? program.actions[life.actions[day]].name : '';
  const strip = (label: string, text: string, words: string) =>
    stripRow({ label, text, words }, day - window.from, room);
  const rows = [
    heading(`${side.toUpperCase()} ${names[side]}`, outcomeOf(view, life, room), room.width, room.glyphs),
    strip('stage', stageStrip(view, life, window), program.stages[life.stages[day]]?.name ?? ''),
    strip('action', actionStrip(view, life, window, room), done),
  ];
  if (units.kind === 'product') return rows;
  const earned = isLived(day, life) ? amount(life.rewards[day], room.glyphs) : '';
  return [...rows, strip('reward', rewardsOf(viewed, side, window, room), earned)];
}

/** Something of every day in the window, a character each. @param today the place of the day looked at */
function stripRow(
  { label, text, words }: Readonly<Record<'label' | 'text' | 'words', string>>,
  today: number,
  { width, glyphs }: Room,
): Row {
  // A block of a sparkline turned inside out would be misread.
  const here = span(text[today], label === 'reward' ? 'accent' : 'today');
  const days = [text.slice(0, today), here, span(text.slice(today + 1), 'faint')];
  return clipRow(row(` ${label}`.padEnd(LABEL), ...days, ` ${words}`), width, glyphs);
}

function outcomeOf({ program, units }: CompareView, life: UserLife, { glyphs }: Room): string {
  const { stages, bornOn, leftOn } = life;
  if (bornOn === undefined) return 'nobody ever took this place';
  const last = stages.length - 1;
  const came = bornOn > 0 ? `came on day ${bornOn}, ` : '';
  const end = `${program.stages[stages[last]].name} ${leftOn === undefined ? `on day ${last}` : `since day ${leftOn}`}`;
  const sum = units.kind === 'product' ? '' : `, rewards ${amount(sumOf(life, last), glyphs)}`;
  return came + end + sum;
}

/** Heights of both lives can be compared. */
function rewardsOf(
  { lives }: ViewedLives,
  side: keyof OfBoth<unknown>,
  { from, to }: StripWindow,
  { glyphs }: Room,
): string {
  const [a, b] = [rewardRange(lives.a), rewardRange(lives.b)];
  const life = lives[side];
  const values = Array.from({ length: to - from + 1 }, (_, k) =>
    isLived(from + k, life) ? life.rewards[from + k] : undefined,
  );
  return sparkline(values, [Math.min(a[0], b[0]), Math.max(a[1], b[1])], glyphs);
}
