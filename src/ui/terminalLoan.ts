import type { ReadStream, WriteStream } from 'node:tty';

const ENTER = '\x1b[?1049h\x1b[2J\x1b[H';
const LEAVE = '\x1b[?1049l';
const HIDE_CURSOR = '\x1b[?25l';
const SHOW_CURSOR = '\x1b[?25h';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

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
 * any other way: by a signal, by an error that nobody caught, or by `process.exit`.
 *
 * @returns gives the terminal back; safe to call more than once
 */
export function borrowTerminal(options: TerminalLoanOptions): () => void {
  const { stdin, stdout, altScreen, stopDrawing } = options;
  let lent = true;
  const giveBack = () => {
    if (!lent) return;
    lent = false;
    stopDrawing();
    for (const signal of SIGNALS) process.off(signal, onSignal);
    process.off('exit', giveBack);
    process.off('uncaughtExceptionMonitor', giveBack);
    if (stdin.isTTY) stdin.setRawMode(false);
    stdout.write(`${altScreen ? LEAVE : ''}${SHOW_CURSOR}`);
  };
  const onSignal = (signal: NodeJS.Signals) => {
    giveBack();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  process.on('exit', giveBack);
  process.on('uncaughtExceptionMonitor', giveBack);
  stdout.write(`${altScreen ? ENTER : ''}${HIDE_CURSOR}`);
  return giveBack;
}
