import type { Glyphs, Stroke } from '../glyphs.ts';
import type { Style } from '../row.ts';
import type { Canvas } from './canvas.ts';

/** A place on a canvas, in dots. */
export type Dot = readonly [x: number, y: number];

/** Joins dots by a line; one dot alone is drawn as it is. */
export function drawLine(
  canvas: Canvas,
  dots: readonly Dot[],
  { stroke, style }: { readonly stroke: Stroke; readonly style: Style },
  { strokes }: Glyphs,
): void {
  const { character, on, off } = strokes[stroke];
  let step = 0;
  for (const [x, y] of pathThrough(dots))
    if (step++ % (on + off) < on) canvas.dot(x, y, { style, character });
}

/** All dots from the first to the last, each beside the one before. */
function* pathThrough(dots: readonly Dot[]): Generator<Dot> {
  if (dots.length > 0) yield dots[0];
  for (let k = 1; k < dots.length; k++) {
    const [[x, y], [toX, toY]] = [dots[k - 1], dots[k]];
    const steps = Math.max(Math.abs(toX - x), Math.abs(toY - y));
    for (let step = 1; step <= steps; step++) {
      const part = step / steps;
      yield [Math.round(x + part * (toX - x)), Math.round(y + part * (toY - y))];
    }
  }
}
