import type { Keyboard, LineKind } from './keyboard.ts';
import { runCommand } from './runCommand.ts';
import type { ScreenState, TypedLine } from './screenState.ts';

/** The kind of the line behind `:`, which every screen has. */
export const COMMAND_LINE = ':';

/** Most characters of a line. */
const LONGEST = 500;

/** A key while a line is being typed: a character, backspace, ctrl-u to empty it, enter, or esc to give up. */
export function typeKey<State extends ScreenState, Context>(
  keyboard: Keyboard<State, Context>,
  state: State,
  line: TypedLine,
  key: string,
  context: Context,
): State {
  const { accepts, take } = lineKind(keyboard, line.kind);
  const type = (text: string): State => ({ ...state, line: { ...line, text }, message: '' });
  if (key === 'escape') return { ...state, line: undefined, message: '' };
  if (key === 'return') return take({ ...state, line: undefined, message: '' }, context, line.text.trim());
  if (key === 'backspace') return type([...line.text].slice(0, -1).join(''));
  if (key === 'ctrl-u') return type('');
  const character = key === 'space' ? ' ' : key;
  if ([...character].length !== 1 || !(accepts ?? /\P{C}/u).test(character))
    return { ...state, message: 'enter takes it, esc gives up' };
  return line.text.length < LONGEST ? type(line.text + character) : state;
}

/** How lines of a kind are taken. */
export function lineKind<State extends ScreenState, Context>(
  keyboard: Keyboard<State, Context>,
  kind: string,
): LineKind<State, Context> {
  if (kind !== COMMAND_LINE) return keyboard.lines[kind];
  return {
    prompt: ':',
    hint: () => 'a command, then enter; ? lists them, esc gives up',
    take: (state, context, text) => runCommand(keyboard, state, context, text),
  };
}

/** The state of somebody whose text could not be taken and is there to be mended. */
export function mend<State extends ScreenState>(state: State, line: TypedLine, message: string): State {
  return { ...state, line, message };
}
