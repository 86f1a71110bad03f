import type { Room } from '../room.ts';
import { clipRow, heading, type Row, row, type Style, span } from '../row.ts';
import { wordsOf, wordWrap } from '../wordWrap.ts';
import type { Keyboard, LineKind, ScreenKey } from './keyboard.ts';
import { keyText } from './keyText.ts';
import type { ScreenState } from './screenState.ts';

const SHOWN = 13;
const COMMAND = 29;

/**
 * Every key with what it does, or why it does nothing now; then the commands behind `:`.
 *
 * @param height lines there is room for; more are reached by scrolling
 */
export function screenHelp<State extends ScreenState, Context>(
  { keys, lines }: Keyboard<State, Context>,
  state: State,
  context: Context,
  room: Room,
  height: number,
): Row[] {
  const { width, glyphs } = room;
  const shut = { ...state, help: false };
  const words = keys.flatMap(({ commands }) => commands ?? []).map((word) => `:${word}`);
  const all = [
    ...keys.flatMap((key) => keyRows(key, key.refused?.(shut, context), room)),
    row(' ', span('?'.padEnd(SHOWN), 'strong'), ' show or hide this list'),
    row(' ', span(':'.padEnd(SHOWN), 'strong'), ' type a command: a word below, or one of these'),
    ...Object.values(lines).flatMap((line) => lineRows(line, room)),
    ...told(row(' '), words.join(' '), 'faint', width),
  ];
  return scrolled(all, state.helpTop, height, room).map((line) => clipRow(line, width, glyphs));
}

/** @param reason why the key does nothing now; undefined: it works */
function keyRows<State extends ScreenState, Context>(
  key: ScreenKey<State, Context>,
  reason: string | undefined,
  { width, glyphs }: Room,
): Row[] {
  if (key.about === undefined) return [];
  const name = span(keyText(key, glyphs).padEnd(SHOWN), reason === undefined ? 'strong' : 'faint');
  const words = reason === undefined ? key.about : `${key.about} (not now: ${reason})`;
  return told(row(' ', name, ' '), words, reason === undefined ? 'plain' : 'faint', width);
}

/** The command that does the same as a line, where there is one. */
function lineRows<State extends ScreenState, Context>(
  { command, example = '', about = '' }: LineKind<State, Context>,
  { width }: Room,
): Row[] {
  if (command === undefined) return [];
  const name = span(`:${command} ${example}`.padEnd(COMMAND), 'strong');
  return told(row(' ', name, ' '), about, 'plain', width);
}

/** A label and what it means, on as many lines as it takes. */
function told(label: Row, about: string, style: Style, width: number): Row[] {
  return wordWrap(label, wordsOf(about, style), width);
}

function scrolled(all: readonly Row[], helpTop: number, height: number, { width, glyphs }: Room): Row[] {
  const space = Math.max(height - 1, 0);
  const top = Math.min(helpTop, Math.max(all.length - space, 0));
  const more = all.length > space ? `${top + 1} to ${top + space} of ${all.length}  ${glyphs.upDown}` : '';
  return [heading('keys; ? or esc closes', more, width, glyphs), ...all.slice(top, top + space)];
}
