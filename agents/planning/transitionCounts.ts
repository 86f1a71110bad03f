import type { Snapshot } from '../../environments/contract.ts';

/** More different transitions than this are refused: the observation needs coarser bins. */
const MAX_TRANSITIONS = 8_000_000;
const FIRST_SIZE = 1_024;

/**
 * How often each state followed each cell (state · actions + action). Most of what is possible never happens, so only
 * what happened is kept, in the order in which it first did.
 */
export class TransitionCounts {
  /** number of different transitions seen */
  length = 0;
  /** by transition: its cell, the state that followed, and how often */
  cells = new Uint32Array(FIRST_SIZE);
  nexts = new Uint32Array(FIRST_SIZE);
  counts = new Float64Array(FIRST_SIZE);
  /** open addressing: 1 + index of a transition, or 0 */
  #slots = new Uint32Array(2 * FIRST_SIZE);

  add(cell: number, next: number, count = 1): void {
    const slot = this.#slotOf(cell, next);
    const entry = this.#slots[slot];
    if (entry > 0) this.counts[entry - 1] += count;
    else {
      this.#slots[slot] = this.#append(cell, next, count);
      if (this.length === this.cells.length) this.#grow();
    }
  }

  save(): Snapshot {
    return {
      cells: this.cells.slice(0, this.length),
      nexts: this.nexts.slice(0, this.length),
      counts: this.counts.slice(0, this.length),
    };
  }

  /** The slot where a transition is, or would be. */
  #slotOf(cell: number, next: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash(cell, next) & mask;
    for (;;) {
      const entry = this.#slots[slot];
      if (entry === 0 || (this.cells[entry - 1] === cell && this.nexts[entry - 1] === next)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #append(cell: number, next: number, count: number): number {
    if (this.length === MAX_TRANSITIONS)
      throw new RangeError(`more than ${MAX_TRANSITIONS} different transitions are too many; use fewer bins`);
    this.cells[this.length] = cell;
    this.nexts[this.length] = next;
    this.counts[this.length] = count;
    return ++this.length;
  }

  #grow(): void {
    const size = 2 * this.cells.length;
    this.cells = enlarged(this.cells, new Uint32Array(size));
    this.nexts = enlarged(this.nexts, new Uint32Array(size));
    this.counts = enlarged(this.counts, new Float64Array(size));
    this.#slots = new Uint32Array(2 * size);
    for (let k = 0; k < this.length; k++)
      this.#slots[this.#slotOf(this.cells[k], this.nexts[k])] = k + 1;
  }
}

function enlarged<T extends Uint32Array | Float64Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

/** Mixes two indices to 32 bits. */
function hash(cell: number, next: number): number {
  let x = Math.imul(cell, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b);
  x ^= x >>> 15;
  x = Math.imul(x, 0xc2b2ae35);
  return x ^ (x >>> 13);
}
