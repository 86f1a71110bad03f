/** What every screen's state holds, whatever the screen shows. */
export interface ScreenState {
  /** what the last key had to say; empty where its effect is plain to see */
  readonly message: string;
  /** whether the list of keys covers the screen */
  readonly help: boolean;
  /** first line shown of the list of keys */
  readonly helpTop: number;
  /** a line being typed */
  readonly line: TypedLine | undefined;
  readonly quit: boolean;
}

/** A line being typed, such as a number, a condition or a command. */
export interface TypedLine {
  /** one of the screen's kinds of lines */
  readonly kind: string;
  readonly text: string;
}

/** Nothing said, nothing typed, no help. */
export const CALM: ScreenState = { message: '', help: false, helpTop: 0, line: undefined, quit: false };
