import { EventEmitter } from 'node:events';
import type { ReadStream, WriteStream } from 'node:tty';

/** A terminal's output side: keeps all that was written to it. */
export class FakeOutput extends EventEmitter {
  readonly isTTY: boolean;
  columns: number;
  rows: number;
  written = '';

  constructor(columns: number, rows: number, isTTY = true) {
    super();
    this.columns = columns;
    this.rows = rows;
    this.isTTY = isTTY;
  }

  write(text: string): boolean {
    this.written += text;
    return true;
  }

  resize(columns: number, rows: number): void {
    this.columns = columns;
    this.rows = rows;
    this.emit('resize');
  }

  asStream(): WriteStream {
    return this as unknown as WriteStream;
  }
}

/** A terminal's keyboard. */
export class FakeInput extends EventEmitter {
  readonly isTTY: boolean;
  isRaw = false;
  #waiting: string | null = null;

  constructor(isTTY = true) {
    super();
    this.isTTY = isTTY;
  }

  type(text: string): void {
    this.#waiting = text;
    this.emit('readable');
  }

  read(): string | null {
    const text = this.#waiting;
    this.#waiting = null;
    return text;
  }

  setRawMode(raw: boolean): void {
    this.isRaw = raw;
  }

  setEncoding(): void {}
  ref(): void {}
  unref(): void {}

  asStream(): ReadStream {
    return this as unknown as ReadStream;
  }
}

/** What a terminal shows after all that was written to it: enough of one to follow the replay's frames. */
export function screenOf(written: string, rows: number): string[] {
  const lines = new Array<string>(rows).fill('');
  let [row, column] = [0, 0];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are the subject
  for (const [token] of written.matchAll(/\x1b\[[?\d;]*[A-Za-z]|\r|\n|[^\x1b\r\n]+/g)) {
    if (token === '\r') column = 0;
    else if (token === '\n') row = Math.min(row + 1, rows - 1);
    else if (token === '\x1b[H') [row, column] = [0, 0];
    else if (token === '\x1b[2J') lines.fill('');
    else if (token === '\x1b[2K') lines[row] = '';
    else if (token === '\x1b[J') lines.fill('', row + (column > 0 ? 1 : 0));
    else if (token.startsWith('\x1b[') && token.endsWith('A'))
      row = Math.max(row - Number.parseInt(token.slice(2), 10), 0);
    else if (!token.startsWith('\x1b')) {
      lines[row] = lines[row].padEnd(column).slice(0, column) + token;
      column += [...token].length;
    }
  }
  return lines;
}
