import type { Glyphs } from '../glyphs.ts';
import { type Row, row, type Style, span } from '../row.ts';

/** What a dot is drawn with. */
export interface Ink {
  readonly style: Style;
  /** stands for the dot where it is not a braille one */
  readonly character: string;
  /** gives way to other ink in its column */
  readonly background?: boolean;
}

/** Bits of a braille character, from the upper left dot to the right and down. */
const BITS = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80];
const BRAILLE = 0x2800;

/** A grid of dots, finer than the columns and rows it takes where braille characters can be shown. */
export class Canvas {
  /** dots from left to right, and from the top down */
  readonly across: number;
  readonly down: number;
  readonly #columns: number;
  readonly #cell: { readonly across: number; readonly down: number };
  readonly #bits: Uint8Array;
  readonly #inks: (Ink | undefined)[];

  /** @param columns and rows of text that it takes, both at least 1 */
  constructor(columns: number, rows: number, { canvas }: Glyphs) {
    this.#cell = canvas === 'braille' ? { across: 2, down: 4 } : { across: 1, down: 1 };
    this.across = columns * this.#cell.across;
    this.down = rows * this.#cell.down;
    this.#columns = columns;
    this.#bits = new Uint8Array(columns * rows);
    this.#inks = new Array<Ink | undefined>(columns * rows).fill(undefined);
  }

  /** Draws one dot; 0, 0 is in the upper left corner. What lies outside is left out. */
  dot(x: number, y: number, ink: Ink): void {
    if (!(x >= 0 && x < this.across && y >= 0 && y < this.down)) return;
    const { across, down } = this.#cell;
    const at = Math.floor(y / down) * this.#columns + Math.floor(x / across);
    const before = this.#inks[at];
    if (ink.background && before && !before.background) return;
    if (before?.background && !ink.background) this.#bits[at] = 0;
    this.#inks[at] = ink;
    this.#bits[at] |= BITS[(y % down) * 2 + (x % across)];
  }

  /** The drawing as text, every row as wide as the canvas; columns without a dot are blank. */
  rows(): Row[] {
    const lines = this.#bits.length / this.#columns;
    return Array.from({ length: lines }, (_, line) =>
      row(...Array.from({ length: this.#columns }, (_, column) => this.#span(line * this.#columns + column))),
    );
  }

  #span(at: number) {
    const ink = this.#inks[at];
    if (!ink) return span(' ');
    const braille = this.#cell.across > 1;
    return span(braille ? String.fromCodePoint(BRAILLE + this.#bits[at]) : ink.character, ink.style);
  }
}
