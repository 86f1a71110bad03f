/** Weights of numbered items, from which one is drawn in proportion to its weight in a logarithm of their number. */
export class SumTree {
  readonly #leaves: number;
  /** node k is the sum of 2 k and 2 k + 1; the items are the last `#leaves` */
  readonly #nodes: Float64Array;

  constructor(items: number) {
    let leaves = 1;
    while (leaves < items) leaves *= 2;
    this.#leaves = leaves;
    this.#nodes = new Float64Array(2 * this.#leaves);
  }

  get total(): number {
    return this.#nodes[1];
  }

  weight(item: number): number {
    return this.#nodes[this.#leaves + item];
  }

  set(item: number, weight: number): void {
    let node = this.#leaves + item;
    this.#nodes[node] = weight;
    // Sums are made anew rather than shifted, so that rounding errors do not add up.
    for (node >>= 1; node >= 1; node >>= 1)
      this.#nodes[node] = this.#nodes[2 * node] + this.#nodes[2 * node + 1];
  }

  /** The item whose part of the line from 0 to `total` holds a point. */
  at(point: number): number {
    let node = 1;
    let rest = point;
    while (node < this.#leaves) {
      node *= 2;
      if (rest >= this.#nodes[node] && this.#nodes[node + 1] > 0) rest -= this.#nodes[node++];
    }
    return node - this.#leaves;
  }
}
