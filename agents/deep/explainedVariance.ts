/**
 * 1 − Var(y − v) / Var(y) over some cells: 1 where the values know the returns, 0 where they know no more than their
 * mean, below where they mislead. 0 if all returns are equal.
 *
 * @param cells which of them count
 * @param values v, the estimates
 * @param returns y, what came of it
 */
export function explainedVariance(cells: Uint32Array, values: Float32Array, returns: Float32Array): number {
  const total = variance(cells, (cell) => returns[cell]);
  return total > 0 ? 1 - variance(cells, (cell) => returns[cell] - values[cell]) / total : 0;
}

function variance(cells: Uint32Array, of: (cell: number) => number): number {
  let sum = 0;
  for (const cell of cells) sum += of(cell);
  const mean = sum / cells.length;
  let squares = 0;
  for (const cell of cells) squares += (of(cell) - mean) * (of(cell) - mean);
  return squares / cells.length;
}
