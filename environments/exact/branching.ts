/** A day can go in more ways than are enumerated. */
export class TooManyBranches extends Error {
  override name = 'TooManyBranches';
}

/** Ways that one user's day may go under one action. */
const MOST_BRANCHES = 100_000;

/**
 * Runs a random program once for every way its draws can fall, instead of sampling one. The program asks `choose`
 * for each draw; after each run `next` says whether there is another way to go.
 *
 * @example
 * const branching = new Branching();
 * do { branching.begin(); const heads = branching.choose([0.5, 0.5]); … } while (branching.next());
 */
export class Branching {
  /** probability of the way that is being gone, up to the draws made so far */
  probability = 1;
  readonly #taken: number[] = [];
  readonly #after: number[] = [];
  #depth = 0;
  #ways = 1;

  /** Starts the next way; the draws are made again from the first on. */
  begin(): void {
    this.#depth = 0;
    this.probability = 1;
  }

  /**
   * Takes one outcome of a draw; every possible one gets its turn.
   *
   * @param probabilities of each outcome, adding up to 1
   * @returns index of the outcome
   */
  choose(probabilities: readonly number[]): number {
    const depth = this.#depth++;
    if (depth === this.#taken.length) this.#take(depth, probabilities, 0);
    else if (this.#after[depth] === REPEAT) this.#take(depth, probabilities, this.#taken[depth]);
    this.probability *= probabilities[this.#taken[depth]];
    return this.#taken[depth];
  }

  /**
   * Moves on to the next way.
   *
   * @returns false if all have been gone; the next run then starts over
   * @throws TooManyBranches
   */
  next(): boolean {
    while (this.#after.length > 0) {
      const following = this.#after.pop() as number;
      this.#taken.pop();
      if (following === NONE) continue;
      this.#taken.push(following);
      this.#after.push(REPEAT);
      if (++this.#ways > MOST_BRANCHES) throw new TooManyBranches();
      return true;
    }
    this.#ways = 1;
    return false;
  }

  /** Takes the first possible outcome from an index on, and remembers which one follows. */
  #take(depth: number, probabilities: readonly number[], from: number): void {
    this.#taken[depth] = possible(probabilities, from);
    this.#after[depth] = possible(probabilities, this.#taken[depth] + 1);
  }
}

const NONE = -1;
/** The outcome is known, the one after it is not yet. */
const REPEAT = -2;

function possible(probabilities: readonly number[], from: number): number {
  for (let k = from; k < probabilities.length; k++) if (probabilities[k] > 0) return k;
  return NONE;
}
