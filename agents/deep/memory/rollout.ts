import type { EnvironmentSpec, TimeStep } from '../../../environments/contract.ts';
import type { LearnedDay } from '../rewards/learnedReward.ts';
import type { FeatureScale } from '../scaling/featureScale.ts';

/** Some days of everyone, in order. A cell is a user on a day: day · users + user. */
export class Rollout {
  readonly days: number;
  readonly users: number;
  /** columns of a row of inputs */
  readonly columns: number;
  readonly #width: number;
  readonly actionCount: number;
  /** cells × columns; standardised as they were when the decision was taken */
  readonly inputs: Float32Array;
  /** cells; 1: there was a decision to take */
  readonly active: Uint8Array;
  readonly actions: Uint8Array;
  readonly rewards: Float32Array;
  /** cells; what the next day counts for; 0: left for good */
  readonly discounts: Float32Array;
  /** cells × actions; undefined while everything always was */
  available: Uint8Array | undefined;
  #length = 0;

  constructor(days: number, { users, features, actions }: EnvironmentSpec) {
    const cells = days * users;
    this.days = days;
    this.users = users;
    this.#width = features.length;
    this.columns = Math.max(features.length, 1);
    this.actionCount = actions.length;
    this.inputs = new Float32Array(cells * this.columns);
    this.active = new Uint8Array(cells);
    this.actions = new Uint8Array(cells);
    this.rewards = new Float32Array(cells);
    this.discounts = new Float32Array(cells);
  }

  /** Days in it. */
  get length(): number {
    return this.#length;
  }

  get full(): boolean {
    return this.#length === this.days;
  }

  clear(): void {
    this.#length = 0;
  }

  /**
   * @param day what is learned from it
   * @param scale as it was when the actions were chosen
   */
  push(
    { observation: { features, active, available } }: TimeStep,
    actions: Uint8Array,
    { rewards, discounts }: LearnedDay,
    scale: FeatureScale,
  ): void {
    const { columns, users } = this;
    const width = this.#width;
    const at = this.#length++ * users;
    this.active.set(active, at);
    this.actions.set(actions, at);
    this.rewards.set(rewards, at);
    this.discounts.set(discounts, at);
    for (let i = 0; i < users; i++)
      if (active[i] === 1) scale.standardise(features, i * width, this.inputs, (at + i) * columns);
    if (available) this.#keepAvailable(available, at);
    else this.available?.fill(1, at * this.actionCount, (at + users) * this.actionCount);
  }

  /** The cells in which there was a decision. */
  decisions(): Uint32Array {
    const cells = this.#length * this.users;
    let count = 0;
    for (let cell = 0; cell < cells; cell++) count += this.active[cell];
    const decided = new Uint32Array(count);
    for (let cell = 0, k = 0; cell < cells; cell++) if (this.active[cell] === 1) decided[k++] = cell;
    return decided;
  }

  #keepAvailable(available: Uint8Array, at: number): void {
    const { actionCount, users } = this;
    this.available ??= new Uint8Array(this.days * users * actionCount).fill(1);
    this.available.set(available, at * actionCount);
    // Who may be given nothing gets the first action.
    for (let i = 0; i < users; i++) {
      const row = this.available.subarray((at + i) * actionCount, (at + i + 1) * actionCount);
      if (!row.includes(1)) row[0] = 1;
    }
  }
}
