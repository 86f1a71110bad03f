/** The errors that a day's transitions leave at the cells of a table, until these move. */
export class CellErrors {
  /** cells; sum of the errors */
  readonly sums: Float64Array;
  /** cells; how many errors */
  readonly counts: Uint32Array;
  /** cells; how many of them are late ones, of transitions that have been counted on an earlier day */
  readonly late: Uint32Array;
  /** the cells that have errors, `length` of them */
  readonly touched: Uint32Array;
  length = 0;

  constructor(cells: number) {
    this.sums = new Float64Array(cells);
    this.counts = new Uint32Array(cells);
    this.late = new Uint32Array(cells);
    this.touched = new Uint32Array(cells);
  }

  add(cell: number, error: number): void {
    if (this.counts[cell]++ === 0) this.touched[this.length++] = cell;
    this.sums[cell] += error;
  }

  clear(): void {
    for (let k = 0; k < this.length; k++) {
      const cell = this.touched[k];
      this.sums[cell] = 0;
      this.counts[cell] = 0;
      this.late[cell] = 0;
    }
    this.length = 0;
  }
}
