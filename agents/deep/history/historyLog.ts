import type { Observation } from '../../../environments/contract.ts';

/** What happened to some users, day by day, for an encoder to learn from. Rewards are not in it. */
export class HistoryLog {
  readonly users: number;
  readonly features: number;
  /** days + 1; each users × features, in raw units; the first is the morning of the first day */
  readonly seen: Float32Array[] = [];
  /** days; each users */
  readonly actions: Uint8Array[] = [];
  /** users; whole days until the user left, or the log ends */
  readonly lengths: Uint32Array;

  /** @param most users that are kept; the first ones */
  constructor(users: number, features: number, most: number) {
    this.users = Math.min(users, most);
    this.features = features;
    this.lengths = new Uint32Array(this.users);
  }

  get days(): number {
    return this.actions.length;
  }

  add(before: Observation, actions: Uint8Array, after: Observation): void {
    const cells = this.users * this.features;
    if (this.seen.length === 0) this.seen.push(before.features.slice(0, cells));
    this.seen.push(after.features.slice(0, cells));
    this.actions.push(actions.slice(0, this.users));
    // The day somebody leaves is left out: what is shown of who has left is never seen again. Who came later is left
    // out as a whole, as lives are read from the first day on.
    const lived = this.days - 1;
    for (let i = 0; i < this.users; i++)
      if (this.lengths[i] === lived) this.lengths[i] += before.active[i] & after.active[i];
  }
}
