import type { IBuffer, Terminal } from '@xterm/headless';

/** How one character is drawn. */
export interface Cell {
  readonly character: string;
  /** columns that it takes */
  readonly width: number;
  /** a number of the palette, of which 0 to 15 are the classic ones, or one mixed of red, green and blue */
  readonly color: 'default' | 'mixed' | number;
  readonly inverse: boolean;
  readonly bold: boolean;
  readonly dim: boolean;
}

/** What a terminal shows. */
export interface Screen {
  readonly columns: number;
  readonly rows: number;
  /** one string a row, without blanks at its end */
  readonly lines: readonly string[];
  /** the lines in one piece */
  readonly text: string;
  readonly alternate: boolean;
  readonly cursorVisible: boolean;
}

/** Reads what a terminal shows now. */
export function screenOf(terminal: Terminal, cursorVisible: boolean): Screen {
  const { cols: columns, rows, buffer } = terminal;
  const { active } = buffer;
  const lines = linesOf(active, columns).slice(-rows);
  const alternate = active.type === 'alternate';
  return { columns, rows, lines, text: lines.join('\n'), alternate, cursorVisible };
}

/** All rows of a terminal's ordinary buffer, also those that have gone off its top. */
export function historyOf({ cols, buffer: { normal } }: Terminal): string[] {
  return linesOf(normal, cols);
}

/** Rows of the screen that go on where the one above them ended. */
export function wrappedOf({ rows, buffer: { active } }: Terminal): string[] {
  const lines = Array.from({ length: rows }, (_, row) => active.getLine(active.baseY + row)!);
  return lines.filter((line) => line.isWrapped).map((line) => line.translateToString(true));
}

/** How each character of the screen is drawn, row by row. */
export function cellsOf({ cols, rows, buffer: { active } }: Terminal): Cell[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: cols }, (_, column) => cellOf(active, column, active.baseY + row)),
  );
}

function linesOf(buffer: IBuffer, columns: number): string[] {
  // A row can be longer than the terminal is wide: what no longer fits is kept, but not shown.
  return Array.from({ length: buffer.length }, (_, row) =>
    buffer.getLine(row)!.translateToString(true, 0, columns).trimEnd(),
  );
}

function cellOf(buffer: IBuffer, column: number, row: number): Cell {
  const cell = buffer.getLine(row)!.getCell(column)!;
  return {
    character: cell.getChars(),
    width: cell.getWidth(),
    color: cell.isFgDefault() ? 'default' : cell.isFgRGB() ? 'mixed' : cell.getFgColor(),
    inverse: cell.isInverse() !== 0,
    bold: cell.isBold() !== 0,
    dim: cell.isDim() !== 0,
  };
}
