/** Root mean square of temporal-difference errors, over what was learned since it was asked last. */
export class TdErrors {
  #squares = 0;
  #transitions = 0;

  /** Adds transitions with their mean error. */
  add(error: number, transitions: number): void {
    this.#squares += error * error * transitions;
    this.#transitions += transitions;
  }

  /** Gives the figure, 0 where nothing was learned, and starts again. */
  take(): number {
    const mean = this.#transitions > 0 ? this.#squares / this.#transitions : 0;
    this.#squares = 0;
    this.#transitions = 0;
    return Math.sqrt(mean);
  }
}
