/**
 * Copies rows × columns into rows that are `stride` apart, with zeros after the columns and in the rows that are left.
 *
 * @param packed rows × columns, row-major; may be longer
 * @param padded whole rows of `stride` floats
 */
export function padRows(
  packed: Float32Array,
  rows: number,
  columns: number,
  padded: Float32Array,
  stride: number,
): void {
  if (stride === columns) {
    padded.set(packed.subarray(0, rows * columns));
    padded.fill(0, rows * columns);
    return;
  }
  padded.fill(0);
  for (let row = 0, at = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) padded[row * stride + column] = packed[at++];
}

/** Copies rows × columns out of rows that are `stride` apart. */
export function packRows(
  padded: Float32Array,
  stride: number,
  rows: number,
  columns: number,
  packed: Float32Array,
): void {
  for (let row = 0, at = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) packed[at++] = padded[row * stride + column];
}
