import type { Table } from './program.ts';

/**
 * A number of a table.
 *
 * @param indices from 1 on: the place, or row and column
 * @returns NaN where there is none
 */
export function lookUp({ columns, values }: Table, indices: readonly number[]): number {
  const [row, column = 1] = indices;
  if (columns !== undefined && !(column >= 1 && column <= columns)) return Number.NaN;
  return values[(row - 1) * (columns ?? 1) + (column - 1)] ?? Number.NaN;
}
