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
export function borrowTerminal({ stdin, stdout, altScreen, stopDrawing }: TerminalLoanOptions): () => void {
  let lent = true;
  const listening = (change: 'on' | 'off') => {
    for (const signal of ENDINGS) process[change](signal, end);
    process[change]('SIGTSTP', stop)[change]('SIGCONT', goOn);
    process[change]('exit', giveBack)[change]('uncaughtExceptionMonitor', giveBack);
  };
  const handOver = () => {
    if (stdin.isTTY) stdin.setRawMode(false);
    stdout.write(`${altScreen ? LEAVE : ''}${SHOW_CURSOR}`);
  };
  const take = () => stdout.write(`${altScreen ? ENTER : ''}${HIDE_CURSOR}`);
  function giveBack(): void {
    if (!lent) return;
    lent = false;
    stopDrawing();
    listening('off');
    handOver();
  }
  function end(signal: NodeJS.Signals): void {
    giveBack();
    process.kill(process.pid, signal);
  }
  function stop(): void {
    handOver();
    listening('off');
    // Comes back once somebody lets the process go on, or at once where nobody could.
    process.kill(process.pid, 'SIGTSTP');
    listening('on');
    goOn();
  }
  function goOn(): void {
    if (stdin.isTTY) {
      // The shell has set it otherwise meanwhile, without the stream knowing.
      stdin.setRawMode(false);
      stdin.setRawMode(true);
    }
    take();
    // Drawing begins as many lines higher as the last frame had: below what the shell has written.
    if (!altScreen) stdout.write('\n'.repeat(stdout.rows - 1));
    stdout.emit('resize');
  }
  listening('on');
  // From now on keys are keys, Ctrl-C too, also those pressed before the first frame is drawn.
  if (stdin.isTTY) stdin.setRawMode(true);
  take();
  return giveBack;
}
