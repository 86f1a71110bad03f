import type { Network } from '../networks/network.ts';
import type { Rollout } from './rollout.ts';

/** Rows that are evaluated at once. */
const CHUNK = 2048;

/** Evaluates a network in some cells of a rollout. @param visit is given each cell, and where its outputs begin */
export function evaluateCells(
  network: Network,
  { inputs, columns }: Rollout,
  cells: Uint32Array,
  visit: (cell: number, outputs: Float32Array, at: number) => void,
): void {
  const rows = new Float32Array(Math.min(CHUNK, cells.length) * columns);
  for (let from = 0; from < cells.length; from += CHUNK) {
    const chunk = cells.subarray(from, from + CHUNK);
    for (let k = 0; k < chunk.length; k++)
      for (let c = 0; c < columns; c++) rows[k * columns + c] = inputs[chunk[k] * columns + c];
    const outputs = network.forward(rows, chunk.length);
    for (let k = 0; k < chunk.length; k++) visit(chunk[k], outputs, k * network.description.outputs);
  }
}
