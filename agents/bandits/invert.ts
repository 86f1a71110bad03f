/**
 * Inverts a symmetric positive definite matrix in place, by Gauss-Jordan elimination; such a matrix needs no pivoting.
 *
 * @param matrix size × size numbers from `first` on, row-major
 */
export function invert(matrix: Float64Array, first: number, size: number): void {
  for (let k = 0; k < size; k++) {
    const pivotRow = first + k * size;
    const pivot = matrix[pivotRow + k];
    matrix[pivotRow + k] = 1;
    for (let j = 0; j < size; j++) matrix[pivotRow + j] /= pivot;
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      const row = first + i * size;
      const factor = matrix[row + k];
      matrix[row + k] = 0;
      for (let j = 0; j < size; j++) matrix[row + j] -= factor * matrix[pivotRow + j];
    }
  }
}
