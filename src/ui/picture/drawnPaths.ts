import type { Style } from '../row.ts';
import { CELL } from './cell.ts';
import type { DrawnCharacter } from './runsOf.ts';
import type { Box } from './shapeOf.ts';

/** A path of one color: areas, or round dots. */
export interface DrawnPath {
  readonly style: Style;
  readonly kind: 'area' | 'dots';
  /** from 0 to 1 */
  readonly opacity: number;
  readonly d: string;
}

interface Layer {
  readonly style: Style;
  readonly opacity: number;
  readonly boxes: Box[];
  readonly dots: [number, number][];
}

/** Drawn characters of one line as few paths, with what lies side by side joined. */
export function drawnPaths(characters: readonly DrawnCharacter[], left: number, top: number): DrawnPath[] {
  const layers = new Map<string, Layer>();
  for (const { column, shape, style } of characters) {
    const { opacity } = shape;
    const key = `${style} ${opacity}`;
    const layer: Layer = layers.get(key) ?? { style, opacity, boxes: [], dots: [] };
    layers.set(key, layer);
    const at = left + column * CELL.width;
    for (const [x, y, width, height] of shape.boxes) joinBox(layer.boxes, [at + x, top + y, width, height]);
    for (const [x, y] of shape.dots) layer.dots.push([at + x, top + y]);
  }
  return [...layers.values()].flatMap(pathsOf);
}

/** Adds a box, or lengthens the one that it continues. */
function joinBox(boxes: Box[], [x, y, width, height]: Box): void {
  const before = boxes.findLastIndex((box) => box[0] + box[2] === x && box[1] === y && box[3] === height);
  if (before < 0) boxes.push([x, y, width, height]);
  else boxes[before] = [boxes[before][0], y, boxes[before][2] + width, height];
}

function pathsOf({ style, opacity, boxes, dots }: Layer): DrawnPath[] {
  const area = boxes.map(([x, y, width, height]) => `M${x} ${y}h${width}v${height}h-${width}z`).join('');
  // A line without length has round ends, and these are a dot.
  const points = dots.map(([x, y]) => `M${x} ${y}h0`).join('');
  const path = (kind: DrawnPath['kind'], d: string): DrawnPath[] =>
    d === '' ? [] : [{ style, kind, opacity, d }];
  return [...path('area', area), ...path('dots', points)];
}
