import type { Row, Style } from '../row.ts';
import { characters, isNarrow, widthOf } from '../textWidth.ts';
import { type Shape, shapeOf } from './shapeOf.ts';

/** Characters of one style side by side, written in a font. */
export interface WrittenRun {
  /** the first column, from 0 */
  readonly column: number;
  readonly text: string;
  readonly style: Style;
}

/** A character that is drawn. */
export interface DrawnCharacter {
  readonly column: number;
  readonly shape: Shape;
  readonly style: Style;
}

/** What a row consists of. */
export interface Runs {
  readonly written: readonly WrittenRun[];
  readonly drawn: readonly DrawnCharacter[];
}

/** Letters, digits and the signs among them, with single blanks between; blanks; any other character alone. */
const PIECES = /[!-\u03ff\u2010-\u2026\u2212]+(?: [!-\u03ff\u2010-\u2026\u2212]+)*| +|[^ ]/gu;

const BLANKS = /^ +$/;

/**
 * Divides a row into what is written and what is drawn. A run ends before two blanks, and symbols
 * have runs of their own, as the fonts they are found in differ in width.
 */
export function runsOf(line: Row): Runs {
  const written: WrittenRun[] = [];
  const drawn: DrawnCharacter[] = [];
  let column = 0;
  for (const { text, style } of line) {
    for (const piece of piecesOf(text)) {
      const width = widthOf(piece);
      const shape = shapeOf(piece);
      if (shape) drawn.push({ column, shape, style });
      else if (width > 0 && !BLANKS.test(piece)) written.push({ column, text: piece, style });
      column += width;
    }
  }
  return { written, drawn };
}

/** What is placed by itself: where characters differ in width, each of them. */
function piecesOf(text: string): string[] {
  return isNarrow(text) ? Array.from(text.matchAll(PIECES), ([piece]) => piece) : characters(text);
}
