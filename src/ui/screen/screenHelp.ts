import type { Room } from '../room.ts';
import { clipRow, heading, type Row, row, type Style, span } from '../row.ts';
import { wordWrap } from '../wordWrap.ts';
import type { Keyboard } from './keyboard.ts';
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
  const keyRows = keys.flatMap((key) => {
    if (key.about === undefined) return [];
    const reason = key.refused?.({ ...state, help: false }, context);
    const name = span(keyText(key, glyphs).padEnd(SHOWN), reason === undefined ? 'strong' : 'faint');
    const words = reason === undefined ? key.about : `${key.about} (not now: ${reason})`;
    return told(row(' ', name, ' '), words, reason === undefined ? 'plain' : 'faint', width);
  });
  const typed = Object.values(lines).flatMap(({ command, example = '', about = '' }) => {
    if (command === undefined) return [];
    return told(
      row(' ', span(`:${command} ${example}`.padEnd(COMMAND), 'strong'), ' '),
      about,
      'plain',
      width,
    );
  });
  const words = keys.flatMap(({ commands }) => commands ?? []).map((word) => `:${word}`);
  const all = [
    ...keyRows,
    row(' ', span('?'.padEnd(SHOWN), 'strong'), ' show or hide this list'),
    row(' ', span(':'.padEnd(SHOWN), 'strong'), ' type a command: a word below, or one of these'),
    ...typed,
    ...told(row(' '), words.join(' '), 'faint', width),
  ];
  return scrolled(all, state.helpTop, height, room).map((line) => clipRow(line, width, glyphs));
}

/** A label and what it means, on as many lines as it takes. */
function told(label: Row, about: string, style: Style, width: number): Row[] {
  return wordWrap(
    label,
    about.split(' ').map((word) => span(word, style)),
    width,
  );
}

function scrolled(all: readonly Row[], helpTop: number, height: number, { width, glyphs }: Room): Row[] {
  const space = Math.max(height - 1, 0);
  const top = Math.min(helpTop, Math.max(all.length - space, 0));
  const more = all.length > space ? `${top + 1} to ${top + space} of ${all.length}  ${glyphs.upDown}` : '';
  return [heading('keys; ? or esc closes', more, width, glyphs), ...all.slice(top, top + space)];
}
