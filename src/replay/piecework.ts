/** Work that is cut into pieces: one thing after the other, each begun when the one before is done. */
export class Piecework {
  readonly #next: () => Generator<undefined, void> | undefined;
  #doing: Generator<undefined, void> | undefined;
  #failure: { readonly error: unknown } | undefined;

  /** @param next begins the next thing to do; undefined: there is nothing to do at present */
  constructor(next: () => Generator<undefined, void> | undefined) {
    this.#next = next;
  }

  /**
   * Does the next piece.
   *
   * @returns whether there was one
   * @throws what a piece threw, from then on always the same: what it left half done is not gone on with
   */
  advance(): boolean {
    if (this.#failure) throw this.#failure.error;
    this.#doing ??= this.#next();
    if (!this.#doing) return false;
    try {
      if (this.#doing.next().done) this.#doing = undefined;
    } catch (error) {
      this.#failure = { error };
      throw error;
    }
    return true;
  }

  /** Does the pieces that are left of what was begun. */
  finish(): void {
    while (this.#doing) this.advance();
  }
}
