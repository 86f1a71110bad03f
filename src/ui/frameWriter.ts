import type { WriteStream } from 'node:tty';

/** Least milliseconds between two frames: 15 a second. */
const FRAME_TIME = Math.ceil(1000 / 15);
/**
 * Ask the terminal to show all that comes between at once, which those that cannot ignore, and to cut what is wider than
 * it is: wide characters in somebody's names, or a frame that was made before it became smaller.
 */
const HOLD = '\x1b[?2026h\x1b[?7l';
const SHOW = '\x1b[?7h\x1b[?2026l';

/** Puts frames on a terminal, each given in whole: only lines that changed are written, at most 15 times a second. */
export class FrameWriter {
  readonly #terminal: WriteStream;
  readonly #absolute: boolean;
  #shown: readonly string[] = [];
  #waiting: readonly string[] | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** when a frame was due: one that comes late hardly puts off those behind it */
  #due = 0;
  #ended = false;

  /** @param absolute the frame begins in the top left corner, else where the cursor was at first */
  constructor(terminal: WriteStream, absolute: boolean) {
    this.#terminal = terminal;
    this.#absolute = absolute;
  }

  /** Takes a whole frame; shows it now, or when its time has come if no later one has replaced it. */
  write(frame: readonly string[]): void {
    if (this.#ended) return;
    this.#waiting = frame;
    if (this.#timer !== undefined) return;
    this.#due = performance.now();
    this.#draw();
  }

  /** Draws every line anew with the next frame, as after the terminal changed its size. */
  forget(): void {
    if (!this.#absolute) this.#terminal.write(`${this.#home()}\x1b[J`);
    this.#shown = [];
  }

  /** Shows what is still waiting, and nothing from then on. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#draw();
    clearTimeout(this.#timer);
  }

  #draw(): void {
    this.#timer = undefined;
    const lines = this.#waiting;
    if (lines === undefined) return;
    this.#waiting = undefined;
    // Erasing first, as a line that fills the width leaves the cursor on its last character.
    const drawn = lines.map((line, k) => (line === this.#shown[k] ? '\r\n' : `\r\x1b[2K${line}\r\n`));
    this.#terminal.write(`${HOLD}${this.#home()}${drawn.join('')}\x1b[J${SHOW}`);
    this.#shown = lines;
    const now = performance.now();
    this.#due = Math.max(this.#due + FRAME_TIME, now + FRAME_TIME / 2);
    this.#timer = setTimeout(() => this.#draw(), this.#due - now);
  }

  #home(): string {
    if (this.#absolute) return '\x1b[H';
    return this.#shown.length > 0 ? `\r\x1b[${this.#shown.length}A` : '\r';
  }
}
