import type { ReadStream, WriteStream } from 'node:tty';

const ENTER = '\x1b[?1049h\x1b[2J\x1b[H';
const LEAVE = '\x1b[?1049l';
const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** What is borrowed. */
export interface TerminalLoanOptions {
  readonly stdin: ReadStream;
  readonly stdout: WriteStream;
  /** draw on the alternate screen, which leaves no trace */
  readonly altScreen: boolean;
  /** stops the drawing; called before the terminal is given back */
  readonly stopDrawing: () => void;
}

/**
 * Borrows the terminal for drawing. It is given back by the function returned, and also when the process ends in
 * any other way: by a signal, by an error that nobody caught, or by `process.exit`. While the process is stopped
 * (SIGTSTP) the shell has it; once it goes on, `stdout` says "resize", for all to be drawn anew.
 *
 * @returns gives the terminal back; safe to call more than once
 */
export function borrowTerminal(options: TerminalLoanOptions): () => void {
  const loan = new TerminalLoan(options);
  return () => loan.giveBack();
}

/** A terminal that is lent from the beginning. */
class TerminalLoan {
  readonly #terminal: TerminalLoanOptions;
  #isLent = true;

  constructor(options: TerminalLoanOptions) {
    this.#terminal = options;
    this.#listen('on');
    // From now on keys are keys, Ctrl-C too, also those pressed before the first frame is drawn.
    if (options.stdin.isTTY) options.stdin.setRawMode(true);
    this.#take();
  }

  giveBack(): void {
    if (!this.#isLent) return;
    this.#isLent = false;
    this.#terminal.stopDrawing();
    this.#listen('off');
    this.#handOver();
  }

  #take(): void {
    const { stdout, altScreen } = this.#terminal;
    stdout.write(`${altScreen ? ENTER : ''}${HIDE_CURSOR}`);
  }

  #handOver(): void {
    const { stdin, stdout, altScreen } = this.#terminal;
    if (stdin.isTTY) stdin.setRawMode(false);
    stdout.write(`${altScreen ? LEAVE : ''}${SHOW_CURSOR}`);
  }

  #listen(change: 'on' | 'off'): void {
    for (const signal of ENDINGS) process[change](signal, this.#end);
    process[change]('SIGTSTP', this.#stop)[change]('SIGCONT', this.#goOn);
    process[change]('exit', this.#leave)[change]('uncaughtExceptionMonitor', this.#leave);
  }

  readonly #leave = (): void => this.giveBack();

  readonly #end = (signal: NodeJS.Signals): void => {
    this.giveBack();
    process.kill(process.pid, signal);
  };

  readonly #stop = (): void => {
    this.#handOver();
    this.#listen('off');
    // Comes back once somebody lets the process go on, or at once where nobody could.
    process.kill(process.pid, 'SIGTSTP');
    this.#listen('on');
    this.#goOn();
  };

  readonly #goOn = (): void => {
    const { stdin, stdout, altScreen } = this.#terminal;
    if (stdin.isTTY) {
      // The shell has set it otherwise meanwhile, without the stream knowing.
      stdin.setRawMode(false);
      stdin.setRawMode(true);
    }
    this.#take();
    // Drawing begins as many lines higher as the last frame had: below what the shell has written.
    if (!altScreen) stdout.write('\n'.repeat(stdout.rows - 1));
    stdout.emit('resize');
  };
}
