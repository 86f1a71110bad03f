import type { Glyphs } from '../glyphs.ts';
import type { ScreenState } from './screenState.ts';

/** Everything that keys can do on one screen. Help, the keys line and the commands behind `:` are made from it. */
export interface Keyboard<State extends ScreenState, Context> {
  /** in the order of help */
  readonly keys: readonly ScreenKey<State, Context>[];
  /** what can be typed, by kind */
  readonly lines: Readonly<Record<string, LineKind<State, Context>>>;
}

/** Keys that belong together, with what they do. */
export interface ScreenKey<State extends ScreenState, Context> {
  /** a character each, or a name: space, left, right, up, down, pageup, pagedown, tab, return, escape, backspace */
  readonly keys: readonly string[];
  /** how the keys are written for people */
  readonly shown: string | ((glyphs: Glyphs) => string);
  /** a word or two for the keys line; undefined: in help only */
  readonly brief?: string;
  /** a line for help; undefined: not worth one */
  readonly about?: string;
  /** words that do the same behind `:`, one for each of `keys` */
  readonly commands?: readonly string[];
  /** why the keys do nothing now; undefined: they work */
  readonly refused?: (state: State, context: Context) => string | undefined;
  readonly press: (state: State, context: Context, key: string) => State;
}

/** A kind of line that can be typed. */
export interface LineKind<State extends ScreenState, Context> {
  /** what stands before the text */
  readonly prompt: string;
  /** the word that does the same behind `:`, with the text behind it */
  readonly command?: string;
  /** a line for help about the command */
  readonly about?: string;
  /** an example of the text, for help */
  readonly example?: string;
  /** what is faintly said behind the text */
  readonly hint: (state: State, context: Context) => string;
  /** one character that may be typed; default: any */
  readonly accepts?: RegExp;
  /**
   * Does what was typed. A text that cannot be taken comes back in `line` with a message, to be mended.
   *
   * @param state without the line
   */
  readonly take: (state: State, context: Context, text: string) => State;
}
