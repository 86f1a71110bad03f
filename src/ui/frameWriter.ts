import { EventEmitter } from 'node:events';
import type { WriteStream } from 'node:tty';

/** Least milliseconds between two frames: 15 a second. */
const FRAME_TIME = Math.ceil(1000 / 15);
/** Ask the terminal to show all that comes between at once; those that cannot ignore it. */
const HOLD = '\x1b[?2026h';
const SHOW = '\x1b[?2026l';

/**
 * The stream that Ink writes its frames to, each in whole. Only lines that changed go on to the terminal, at most
 * 15 times a second.
 *
 * Ink 6.8's own incremental rendering starts one line too low whenever a frame is shorter than the terminal, and
 * its ordinary rendering writes the whole screen for every change; so frames are put on the screen here.
 */
export class FrameWriter extends EventEmitter {
  readonly #terminal: WriteStream;
  readonly #absolute: boolean;
  #shown: readonly string[] = [];
  #waiting: string | undefined;
  #timer: NodeJS.Timeout | undefined;
  #ended = false;

  /** @param absolute the frame begins in the top left corner, else where the cursor was at first */
  constructor(terminal: WriteStream, absolute: boolean) {
    super();
    this.#terminal = terminal;
    this.#absolute = absolute;
  }

  get columns(): number {
    return this.#terminal.columns;
  }

  get rows(): number {
    return this.#terminal.rows;
  }

  /** Takes a whole frame; shows it now, or when its time has come if no later one has replaced it. */
  write(frame: string): boolean {
    if (this.#ended) return true;
    this.#waiting = frame;
    if (this.#timer === undefined) this.#draw();
    return true;
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
    if (this.#waiting === undefined) return;
    const lines = this.#waiting.split('\n');
    this.#waiting = undefined;
    // Erasing first, as a line that fills the width leaves the cursor on its last character.
    const drawn = lines.map((line, k) => (line === this.#shown[k] ? '\r\n' : `\r\x1b[2K${line}\r\n`));
    this.#terminal.write(`${HOLD}${this.#home()}${drawn.join('')}\x1b[J${SHOW}`);
    this.#shown = lines;
    this.#timer = setTimeout(() => this.#draw(), FRAME_TIME);
  }

  #home(): string {
    if (this.#absolute) return '\x1b[H';
    return this.#shown.length > 0 ? `\r\x1b[${this.#shown.length}A` : '\r';
  }
}
