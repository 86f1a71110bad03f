import type { Glyphs, Stroke } from '../glyphs.ts';
import type { Row, Style } from '../row.ts';
import { Canvas } from './canvas.ts';
import { drawLine } from './drawLine.ts';

/** Three columns of a stroke, to say in words which line is which. */
export function strokeSample(stroke: Stroke, style: Style, glyphs: Glyphs): Row {
  const canvas = new Canvas(3, 1, glyphs);
  const y = Math.floor(canvas.down / 2);
  const ends = [
    [0, y],
    [canvas.across - 1, y],
  ] as const;
  drawLine(canvas, ends, { stroke, style }, glyphs);
  return canvas.rows()[0];
}
