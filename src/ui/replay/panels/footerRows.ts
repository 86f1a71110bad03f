import type { Glyphs } from '../../glyphs.ts';
import { keyText } from '../../keyText.ts';
import type { Room } from '../../room.ts';
import { clipRow, type Row, row, span, widthOf } from '../../row.ts';
import { wordWrap } from '../../wordWrap.ts';
import { type ReplayKey, replayKeys } from '../replayKeys.ts';
import type { ReplayState } from '../replayState.ts';
import type { ReplayView } from '../replayView.ts';

/** Height of the footer. */
export const FOOTER_ROWS = 2;

/** What the keys line leaves out first where there is little room. */
const DISPENSABLE = ['speed', '5 days', 'jump', 'user', 'left today', 'why', 'step', 'panel', 'play'];

export interface FooterInput {
  /** prints the same view */
  readonly command: string;
  /** 2: overview and user take turns */
  readonly panels: 1 | 2;
}

/** The last two lines: what there is to say or to type, and the keys; or the command for this view. */
export function footerRows(
  view: ReplayView,
  state: ReplayState,
  { command, panels }: FooterInput,
  room: Room,
): Row[] {
  const { width, glyphs } = room;
  if (state.command) return commandRows(command, room);
  const rows = [messageRow(view, state), keysRow(panels, room)];
  return rows.map((line) => clipRow(line, width, glyphs));
}

function messageRow({ days, users }: ReplayView, { entry, message }: ReplayState): Row {
  if (!entry) return row(span(` ${message}`, 'accent'));
  const [what, last] = entry.what === 'day' ? ['go to day', days] : ['choose user', users - 1];
  const hint = message === '' ? `  0 to ${last}, then enter; esc gives up` : `  ${message}`;
  return row(` ${what}: `, span(entry.digits, 'strong'), span('_', 'today'), span(hint, 'faint'));
}

/** The most used keys, as many as there is room for; help and quit are always among them. */
function keysRow(panels: 1 | 2, { width, glyphs }: Room): Row {
  let kept = replayKeys.filter(({ brief }) => brief !== undefined && (panels === 2 || brief !== 'panel'));
  const needed = () => kept.reduce((sum, key) => sum + widthOf(keyWords(key, glyphs)), 0);
  for (const brief of DISPENSABLE) {
    if (needed() > width) kept = kept.filter((key) => key.brief !== brief);
  }
  const words = kept.flatMap((key) => [' ', span(keyText(key, glyphs), 'strong'), ` ${key.brief} `]);
  return row(...words);
}

function keyWords(key: ReplayKey, glyphs: Glyphs): string {
  return ` ${keyText(key, glyphs)} ${key.brief} `;
}

/** A command that is too long for two lines is cut; quitting prints all of it. */
function commandRows(command: string, { width, glyphs }: Room): Row[] {
  const lines = wordWrap(
    row(' '),
    command.split(' ').map((word) => span(word, 'accent')),
    width,
  );
  const rows =
    lines.length > FOOTER_ROWS ? [row(' ', span(command, 'accent')), row(' q prints all of it')] : lines;
  return [...rows, row()].slice(0, FOOTER_ROWS).map((line) => clipRow(line, width, glyphs));
}
