import { CELL } from './cell.ts';

/** Left, top, width and height in pixels of a cell. */
export type Box = readonly [x: number, y: number, width: number, height: number];

/** What a character looks like, drawn, so that no font leaves gaps between cells. */
export interface Shape {
  /** how much of the color is laid on, from 0 to 1 */
  readonly opacity: number;
  readonly boxes: readonly Box[];
  /** centres of round dots */
  readonly dots: readonly (readonly [x: number, y: number])[];
}

const { width, height } = CELL;
const [MIDDLE, CENTRE] = [width / 2, height / 2];

/** Lines, by character: what of the cell they fill. */
const LINES: Readonly<Record<string, readonly Box[]>> = {
  '─': [[0, CENTRE, width, 1]],
  '━': [[0, CENTRE - 1, width, 3]],
  '│': [[MIDDLE, 0, 1, height]],
  '┤': [
    [MIDDLE, 0, 1, height],
    [0, CENTRE, MIDDLE, 1],
  ],
  '├': [
    [MIDDLE, 0, 1, height],
    [MIDDLE, CENTRE, MIDDLE, 1],
  ],
  '└': [
    [MIDDLE, 0, 1, CENTRE],
    [MIDDLE, CENTRE, MIDDLE, 1],
  ],
  '┼': [
    [0, CENTRE, width, 1],
    [MIDDLE, 3, 1, height - 5],
  ],
  '┆': [
    [MIDDLE, 0, 1, 3],
    [MIDDLE, 5, 1, 6],
    [MIDDLE, 13, 1, 3],
  ],
};

/** The shape of a block element, a braille character or a line; undefined: the character is written in a font. */
export function shapeOf(character: string): Shape | undefined {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2581 && code <= 0x2587)
    return boxes(1, [0, height - 2 * (code - 0x2580), width, 2 * (code - 0x2580)]);
  if (code >= 0x2588 && code <= 0x258f) return boxes(1, [0, 0, 0x2590 - code, height]);
  if (code >= 0x2591 && code <= 0x2593) return boxes((code - 0x2590) / 4, [0, 0, width, height]);
  if (code >= 0x2800 && code <= 0x28ff) return { opacity: 1, boxes: [], dots: brailleDots(code - 0x2800) };
  return Object.hasOwn(LINES, character) ? boxes(1, ...LINES[character]) : undefined;
}

function boxes(opacity: number, ...all: readonly Box[]): Shape {
  return { opacity, boxes: all, dots: [] };
}

/** The bits of a braille character by place: downward, the left column first, the lowest dots last. */
const PLACES = [0, 2, 4, 1, 3, 5, 6, 7];

function brailleDots(bits: number): Shape['dots'] {
  const places = PLACES.filter((_, bit) => bits & (1 << bit));
  return places.map((place) => [
    ((place % 2) * 2 + 1) * (width / 4),
    (Math.floor(place / 2) * 2 + 1) * (height / 8),
  ]);
}
