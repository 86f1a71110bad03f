import type { Glyphs, Stroke } from '../glyphs.ts';

/** How a stroke looks, to tell in words which line is which: `dashed`, or the character that it is made of. */
export function strokeWords(stroke: Stroke, { canvas, strokes }: Glyphs): string {
  return canvas === 'braille' ? stroke : strokes[stroke].character;
}
