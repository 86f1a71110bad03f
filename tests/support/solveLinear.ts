/** Solves a system of linear equations by Gaussian elimination with pivoting. */
export function solveLinear(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, k) => [...row, right[k]]);
  for (let column = 0; column < rows.length; column++) {
    const below = rows.slice(column);
    const pivot = below.reduce((a, b) => (Math.abs(b[column]) > Math.abs(a[column]) ? b : a));
    rows[rows.indexOf(pivot)] = rows[column];
    rows[column] = pivot.map((value) => value / pivot[column]);
    for (const [k, row] of rows.entries()) {
      if (k !== column) rows[k] = row.map((value, j) => value - row[column] * rows[column][j]);
    }
  }
  return rows.map((row) => row[rows.length]);
}
