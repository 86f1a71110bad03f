/** What a person asks of a training, read by the thread that learns between two days. */
export class TrainingSwitches {
  /** can be sent to a thread, which makes the same switches of it */
  readonly shared: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(shared: SharedArrayBuffer = new SharedArrayBuffer(12)) {
    this.shared = shared;
    this.#cells = new Int32Array(shared);
  }

  get paused(): boolean {
    return Atomics.load(this.#cells, 0) === 1;
  }

  set paused(paused: boolean) {
    Atomics.store(this.#cells, 0, Number(paused));
  }

  /** Whether to pause once the present episode is finished and written. */
  get holdsAfterEpisode(): boolean {
    return Atomics.load(this.#cells, 2) === 1;
  }

  holdAfterEpisode(): void {
    Atomics.store(this.#cells, 2, 1);
  }

  /** Evaluations asked for so far. */
  get evaluations(): number {
    return Atomics.load(this.#cells, 1);
  }

  askForEvaluation(): void {
    Atomics.add(this.#cells, 1, 1);
  }
}
