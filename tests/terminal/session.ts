import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { IPty } from '@lydell/node-pty';
import headless from '@xterm/headless';
import { PROGRAM } from '../support/program.ts';
import { bytesOf } from './keys.ts';
import { openPty } from './pty.ts';
import { type Cell, cellsOf, historyOf, type Screen, screenOf, wrappedOf } from './screen.ts';
import { isThere, type Wanted } from './wanted.ts';

/** How a session is begun. */
export interface SessionOptions {
  /** where the program runs */
  readonly folder: string;
  /** columns and rows of the terminal; 100 × 30 if not given */
  readonly size?: readonly [number, number];
  /** besides, or where undefined instead of, what a plain terminal has */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** what bash runs, in which `"$@"` is the program with its words; the program alone if not given */
  readonly script?: string;
}

/**
 * Milliseconds after which a program hangs that shows nothing new and does not end, on a machine however busy; nothing is
 * asserted about speed.
 */
const PATIENCE = 120_000;
const BETWEEN_LOOKS = 10;
/** Milliseconds without output after which nothing more is expected. */
const STILL = 150;

/** A sequence that terminals ignore, with a number that none of them knows. */
const END_NUMBER = 7777;
const END = `\x1b]${END_NUMBER};`;
/**
 * What the shell does in the end: it tells the exit code and waits, as output is lost that is still on its way when the
 * last process of a pseudo-terminal is gone.
 */
const THEN = `printf '\\033]${END_NUMBER};%s\\007' "$?"; read -r`;

/** The built program in a pseudo-terminal, and a terminal that draws what it writes. */
export class Session {
  /** where the program runs */
  readonly folder: string;
  readonly #pty: IPty;
  readonly #closed: Promise<number>;
  readonly #ended: Promise<number>;
  readonly #terminal: headless.Terminal;
  readonly #notes = mkdtempSync(join(tmpdir(), 'tenure-session-'));
  #written = '';
  #over = false;
  #cursorVisible = true;

  constructor(words: readonly string[], { folder, size = [100, 30], env = {}, script }: SessionOptions) {
    this.folder = folder;
    const [cols, rows] = size;
    this.#terminal = new headless.Terminal({ cols, rows, scrollback: 10_000, allowProposedApi: true });
    const noting = ['sh', '-c', 'echo $$ > "$0"; exec "$@"', this.#pidFile];
    const line = [...noting, process.execPath, PROGRAM, ...words];
    this.#pty = openPty().spawn('bash', ['-c', `${script ?? '"$@"'}\n${THEN}`, 'bash', ...line], {
      cols,
      rows,
      cwd: folder,
      env: { ...plainEnvironment(), ...env },
    });
    this.#closed = new Promise((resolve) => {
      this.#pty.onExit(({ exitCode, signal = 0 }) => resolve(signal > 0 ? 128 + signal : exitCode));
    });
    this.#followCursor();
    this.#ended = this.#connect();
  }

  /**
   * Settles with the exit code, 128 and more after a signal, once all output has been drawn. Where patience ends first it
   * is an Error with what the terminal shows.
   */
  get ended(): Promise<number> {
    const patience = new AbortController();
    const late = setTimeout(PATIENCE, undefined, { signal: patience.signal }).then(() => {
      throw new Error(`expected the program to end, got\n${this.screen.text}`);
    });
    return Promise.race([this.#ended, late]).finally(() => patience.abort());
  }

  /** All that was written to the terminal so far. */
  get written(): string {
    return this.#written.split(END)[0];
  }

  /** What the terminal shows. */
  get screen(): Screen {
    return screenOf(this.#terminal, this.#cursorVisible);
  }

  /** How every character of the screen is drawn, row by row. */
  get cells(): Cell[][] {
    return cellsOf(this.#terminal);
  }

  /** Rows of the screen that go on where the one above them ended. */
  get wrapped(): string[] {
    return wrappedOf(this.#terminal);
  }

  /** All lines of the ordinary buffer, also those that have gone off its top. */
  get history(): string[] {
    return historyOf(this.#terminal);
  }

  /** Presses keys one after the other, written as in `g 4 1 enter`. */
  press(keys: string): void {
    for (const bytes of bytesOf(keys)) this.#pty.write(bytes);
  }

  /** Types a line, all at once. */
  type(line: string): void {
    this.#pty.write(`${line}\r`);
  }

  /** Gives the terminal another size, in columns and rows. */
  async resize(columns: number, rows: number): Promise<void> {
    await this.#drawn();
    this.#terminal.resize(columns, rows);
    this.#pty.resize(columns, rows);
  }

  /** Sends a signal to the program itself, not to the shell around it. */
  signal(name: NodeJS.Signals): void {
    process.kill(this.#program!, name);
  }

  /**
   * Waits until the terminal shows all of some things at once, between frames.
   *
   * @throws Error with what it shows instead, once the session has ended or patience has
   */
  async shows(...wanted: readonly Wanted[]): Promise<Screen> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const late = this.#over || Date.now() > deadline;
      await this.#drawn();
      const { screen } = this;
      const missing = wanted.filter((one) => !isThere(one, screen));
      if (missing.length === 0 && !this.#terminal.modes.synchronizedOutputMode) return screen;
      if (late) throw new Error(`expected ${missing.join(' and ')} on the terminal, got\n${screen.text}`);
      await setTimeout(BETWEEN_LOOKS);
    }
  }

  /** Waits until nothing is written any more. */
  async still(): Promise<Screen> {
    let before: number;
    do {
      before = this.#written.length;
      await setTimeout(STILL);
    } while (before !== this.#written.length);
    await this.#drawn();
    return this.screen;
  }

  /** Ends all that runs in the terminal, stopped and hung programs too, and forgets everything. */
  async close(): Promise<void> {
    if (!this.#over) killed(this.#program);
    killed(-this.#pty.pid);
    await this.#closed;
    this.#terminal.dispose();
    rmSync(this.#notes, { recursive: true, force: true });
  }

  /** The program's process; undefined before there is one. */
  get #program(): number | undefined {
    return existsSync(this.#pidFile) ? Number(readFileSync(this.#pidFile, 'utf8')) : undefined;
  }

  get #pidFile(): string {
    return join(this.#notes, 'pid');
  }

  #connect(): Promise<number> {
    this.#terminal.onData((answer) => this.#pty.write(answer));
    this.#pty.onData((text) => {
      this.#written += text;
      this.#terminal.write(text);
    });
    const ended = new Promise<number>((resolve) => {
      this.#terminal.parser.registerOscHandler(END_NUMBER, (code) => {
        resolve(Number(code));
        return true;
      });
    });
    return Promise.race([ended, this.#closed]).finally(() => (this.#over = true));
  }

  #drawn(): Promise<void> {
    return new Promise((resolve) => this.#terminal.write('', resolve));
  }

  #followCursor(): void {
    const set = (visible: boolean) => (modes: (number | number[])[]) => {
      if (modes.includes(CURSOR)) this.#cursorVisible = visible;
      return false;
    };
    this.#terminal.parser.registerCsiHandler({ prefix: '?', final: 'h' }, set(true));
    this.#terminal.parser.registerCsiHandler({ prefix: '?', final: 'l' }, set(false));
  }
}

/** Number of the mode that shows the cursor. */
const CURSOR = 25;

/** What a terminal of many colors sets, and nothing of where these tests run. */
function plainEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME } = process.env;
  return { PATH, HOME, LANG: 'C.UTF-8', TERM: 'xterm-256color', COLORTERM: 'truecolor' };
}

function killed(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
