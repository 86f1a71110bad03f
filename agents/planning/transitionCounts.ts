import type { Snapshot } from '../../environments/contract.ts';

/** More different transitions than this are refused: the observation needs coarser bins. */
const MAX_TRANSITIONS = 8_000_000;

const FIRST_SIZE = 1_024;

/**
 * How often each state followed each cell. Most of what could happen never does, so only what happened is kept, in
 * the order in which it first did.
 */
export class TransitionCounts {
  /** number of different transitions */
  length = 0;
  /** by transition: its cell, the state that followed, and how often; the first `length` of each count */
  cells = new Uint32Array(FIRST_SIZE);
  nexts = new Uint32Array(FIRST_SIZE);
  counts = new Float64Array(FIRST_SIZE);
  /** a hash table with open addressing: 1 + the index of a transition, or 0 */
  #slots = new Uint32Array(2 * FIRST_SIZE);

  /** Counts a transition. */
  add(cell: number, next: number, count = 1): void {
    const slot = this.#slotOf(cell, next);
    const entry = this.#slots[slot];
    if (entry > 0) this.counts[entry - 1] += count;
    else this.#append(slot, cell, next, count);
  }

  save(): Snapshot {
    return {
      cells: this.cells.slice(0, this.length),
      nexts: this.nexts.slice(0, this.length),
      counts: this.counts.slice(0, this.length),
    };
  }

  /**
   * Checks a snapshot.
   *
   * @returns what takes its counts over in place of those here
   * @throws RangeError if it is not one of so many cells and states
   */
  restoring({ cells, nexts, counts }: Snapshot, cellCount: number, states: number): () => void {
    const isIndex = (array: unknown, limit: number): array is Uint32Array =>
      array instanceof Uint32Array && array.every((index) => index < limit);
    const fits = isIndex(cells, cellCount) && isIndex(nexts, states) && counts instanceof Float64Array;
    if (!fits || cells.length !== nexts.length || cells.length !== counts.length)
      throw new RangeError('the snapshot does not fit: expected cells, nexts and counts of transitions');
    return () => {
      this.#clear();
      for (let k = 0; k < cells.length; k++) this.add(cells[k], nexts[k], counts[k]);
    };
  }

  #append(slot: number, cell: number, next: number, count: number): void {
    if (this.length === MAX_TRANSITIONS)
      throw new RangeError(`more than ${MAX_TRANSITIONS} different transitions are too many; use fewer bins`);
    this.cells[this.length] = cell;
    this.nexts[this.length] = next;
    this.counts[this.length] = count;
    this.#slots[slot] = ++this.length;
    if (this.length === this.cells.length) this.#grow();
  }

  /** The slot where a transition is, or would be. */
  #slotOf(cell: number, next: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(cell, next) & mask;
    for (;;) {
      const k = this.#slots[slot] - 1;
      if (k < 0 || (this.cells[k] === cell && this.nexts[k] === next)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const { cells, nexts, counts } = this;
    const size = 2 * cells.length;
    (this.cells = new Uint32Array(size)).set(cells);
    (this.nexts = new Uint32Array(size)).set(nexts);
    (this.counts = new Float64Array(size)).set(counts);
    this.#slots = new Uint32Array(2 * size);
    for (let k = 0; k < this.length; k++) this.#slots[this.#slotOf(cells[k], nexts[k])] = k + 1;
  }

  #clear(): void {
    this.length = 0;
    this.#slots.fill(0);
  }
}

/** Mixes two indices to 32 bits. */
function hash(cell: number, next: number): number {
  let x = Math.imul(cell, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 15), 0xc2b2ae35);
  return x ^ (x >>> 13);
}
