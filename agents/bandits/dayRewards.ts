/**
 * What each arm of each state earned today, over all users: the day's decisions are all made before any of its
 * rewards is learned from.
 */
export class DayRewards {
  /** states × actions; sum of today's rewards */
  readonly sums: Float64Array;
  /** states × actions; how often each arm was taken today */
  readonly counts: Uint32Array;
  /** the states that somebody decided in today */
  readonly states: number[] = [];
  readonly #actions: number;
  readonly #seen: Uint8Array;

  constructor(states: number, actions: number) {
    this.sums = new Float64Array(states * actions);
    this.counts = new Uint32Array(states * actions);
    this.#actions = actions;
    this.#seen = new Uint8Array(states);
  }

  add(state: number, action: number, reward: number): void {
    if (this.#seen[state] === 0) {
      this.#seen[state] = 1;
      this.states.push(state);
    }
    const cell = state * this.#actions + action;
    this.sums[cell] += reward;
    this.counts[cell]++;
  }

  /** Forgets the day. */
  clear(): void {
    for (const state of this.states) {
      this.#seen[state] = 0;
      this.sums.fill(0, state * this.#actions, (state + 1) * this.#actions);
      this.counts.fill(0, state * this.#actions, (state + 1) * this.#actions);
    }
    this.states.length = 0;
  }
}
