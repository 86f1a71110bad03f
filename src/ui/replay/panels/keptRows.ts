import type { Program } from '../../../../environments/scenario/program.ts';
import type { KeptSearch } from '../../../replay/kept/keptSearch.ts';
import { keeps } from '../../../replay/kept/triedActions.ts';
import { thousands } from '../../formatNumber.ts';
import { nameWidth } from '../../nameWidth.ts';
import type { Room } from '../../room.ts';
import { clip, clipRow, heading, type Row, row, span, widthOf } from '../../row.ts';
import { wordsOf, wordWrap } from '../../wordWrap.ts';
import { type KeptEntry, type KeptList, keptEntries } from '../kept/keptList.ts';
import { BY_HINDSIGHT, keptWords } from '../kept/keptWords.ts';

/** The least list of users that leaves room for sums above it. */
const LEAST_LIST = 5;

/** What is shown: without a chosen entry, as where it is printed, nothing is marked. */
type Shown = Pick<KeptList, 'search'> & Partial<Pick<KeptList, 'chosen'>>;

/**
 * Who could have been kept of those who left: in sum, by action and morning, then one by one, around the chosen entry.
 *
 * @param most lines there is room for; where they are few, sums give way to the list
 */
export function keptRows(shown: Shown, program: Program, room: Room, most: number): Row[] {
  const words = wrapped(keptWords(shown.search, program), 'plain', room);
  const honest = wrapped(BY_HINDSIGHT, 'faint', room);
  const title = heading(
    'who could have been kept',
    `left on day ${shown.search.day}`,
    room.width,
    room.glyphs,
  );
  const heads = [
    [title, ...words, ...sumRows(shown.search, program, room), ...honest],
    [title, ...words],
    [],
  ];
  const head = heads.find((rows) => most - rows.length >= LEAST_LIST) ?? [];
  return [...head, ...listRows(shown, program, room, most - head.length)];
}

function wrapped(text: string, style: 'plain' | 'faint', { width }: Room): Row[] {
  return wordWrap(row(' '), wordsOf(text, style), width);
}

/** How many each action keeps, by morning, blank where nobody could be given it; actions that keep nobody are left out. */
function sumRows({ actions, from, day }: KeptSearch, program: Program, { width, glyphs }: Room): Row[] {
  const days = Array.from({ length: day - from + 1 }, (_, k) => from + k);
  const keepers = [...program.actions.entries()].filter(([action]) =>
    actions.some((one) => one.action === action && one.kept > 0),
  );
  if (keepers.length === 0) return [];
  const name = Math.max(nameWidth(program.actions, width), widthOf(LABEL));
  const line = (label: string, cells: readonly string[]) =>
    ` ${clip(label, name, glyphs).padEnd(name)} ${cells.map((cell) => cell.padStart(CELL)).join('')}`;
  const keptOn = (action: number) =>
    days.map((on) => actions.find((one) => one.action === action && one.day === on)?.kept);
  const texts = keepers.map(([action, { name: called }]) =>
    line(
      called,
      keptOn(action).map((kept) => (kept === undefined ? '' : thousands(kept))),
    ),
  );
  const head = row(span(line(LABEL, days.map(String)), 'faint'));
  return [head, ...texts.map((text) => row(text))].map((one) => clipRow(one, width, glyphs));
}

const LABEL = 'keeps, by day';
/** Columns of one morning. */
const CELL = 6;

function listRows({ search, chosen }: Shown, program: Program, room: Room, most: number): Row[] {
  const { width, glyphs } = room;
  const entries = keptEntries(search);
  const lines = Math.max(most - 1, 1);
  const top = Math.min(Math.max((chosen ?? 0) - lines + 1, 0), Math.max(entries.length - lines, 0));
  const shown = entries.slice(top, top + lines);
  const title = listTitle(search, entries);
  const part =
    shown.length < entries.length ? `${top + 1} to ${top + shown.length} of ${entries.length}` : '';
  const fits = (words: string) => widthOf(title) + widthOf(words) + 10 <= width;
  const more = chosen === undefined ? part : (listKeys(part, room).find(fits) ?? '');
  const digits = widthOf(String(largestUser(search)));
  const rows = shown.map((entry, k) =>
    entryRow(entry, { search, digits, isChosen: top + k === chosen }, program, room),
  );
  return [
    heading(title, more, width, glyphs),
    ...(rows.length > 0 ? rows : [row(span(NOBODY, 'faint'))]),
  ].map((line) => clipRow(line, width, glyphs));
}

const NOBODY = ' nobody: no single action on these mornings keeps anyone, nor delays it';

/** Which part of a list is shown and what keys do there, shorter and shorter. */
function listKeys(part: string, { glyphs: { upDown } }: Room): string[] {
  const keys = `${upDown} choose  enter lives it  esc closes`;
  const all = part === '' ? [keys] : [`${part}   ${keys}`, `${part}  ${upDown} enter esc`, part];
  return [...all, `${upDown} enter esc`];
}

function listTitle({ leavers }: KeptSearch, entries: readonly KeptEntry[]): string {
  const kept = entries.filter(keeps).length;
  const later = entries.length - kept;
  const [keep, delay] =
    leavers.length === 1 ? ['ways to keep it', 'to delay'] : ['users to keep', 'to delay'];
  return `${keep} (${thousands(kept)})${later === 0 ? '' : `, ${delay} (${thousands(later)})`}`;
}

function largestUser({ leavers }: KeptSearch): number {
  let largest = 0;
  for (const { user } of leavers) largest = Math.max(largest, user);
  return largest;
}

/** What an entry stands among. */
interface EntryPlace {
  readonly search: KeptSearch;
  /** that a user's number takes, so that all end below each other */
  readonly digits: number;
  readonly isChosen: boolean;
}

/** `user 173  day 12  coupon  here on day 90`. */
function entryRow(
  entry: KeptEntry,
  { search, digits, isChosen }: EntryPlace,
  program: Program,
  { width, glyphs }: Room,
): Row {
  const { user, day, action, leftOn, others } = entry;
  const name = nameWidth(program.actions, width);
  const did = clip(program.actions[action].name, name, glyphs).padEnd(name);
  const who = ` ${isChosen ? glyphs.playing : ' '} user ${String(user).padStart(digits)}`;
  const on = `   day ${String(day).padStart(widthOf(String(search.day)))}   ${did}   `;
  const more = others === 0 ? '' : `   ${thousands(others)} other ${others === 1 ? 'way' : 'ways'}`;
  const fate =
    leftOn === undefined
      ? span(`here on day ${search.until}`, 'gain')
      : span(`leaves on day ${leftOn} instead`);
  return row(span(who, isChosen ? 'accent' : 'plain'), on, fate, span(more, 'faint'));
}
