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
  const lines = linesOf(active, active.baseY, active.baseY + rows);
  const alternate = active.type === 'alternate';
  return { columns, rows, lines, text: lines.join('\n'), alternate, cursorVisible };
}

/** All rows of a terminal's ordinary buffer, also those that have gone off its top. */
export function historyOf({ buffer: { normal } }: Terminal): string[] {
  return linesOf(normal, 0, normal.length);
}

/** How each character of the screen is drawn, row by row. */
export function cellsOf({ cols, rows, buffer: { active } }: Terminal): Cell[][] {
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: cols }, (_, column) => cellOf(active, column, active.baseY + row)),
  );
}

function linesOf(buffer: IBuffer, from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, k) => buffer.getLine(from + k)?.translateToString(true) ?? '');
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
