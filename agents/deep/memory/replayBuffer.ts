import type { EnvironmentSpec, Observation, Snapshot } from '../../../environments/contract.ts';
import { type Kept, savedArray } from '../kept.ts';

/**
 * The latest transitions of everyone, one place each; the oldest makes room for the newest.
 *
 * Source: Lin (1992); Mnih et al. (2015).
 */
export class ReplayBuffer {
  readonly capacity: number;
  readonly width: number;
  readonly actionCount: number;
  /** capacity × width; what was seen, in raw units */
  readonly features: Float32Array;
  /** capacity × width; from where on the rest is estimated */
  readonly nextFeatures: Float32Array;
  /** capacity × actions; what was available then */
  readonly nextAvailable: Uint8Array;
  readonly actions: Uint8Array;
  /** capacity; discounted sum of rewards in between */
  readonly rewards: Float32Array;
  /** capacity; what the rest counts for; 0: left for good */
  readonly discounts: Float32Array;
  #added = 0;

  constructor(capacity: number, { features, actions }: EnvironmentSpec) {
    this.capacity = capacity;
    this.width = features.length;
    this.actionCount = actions.length;
    this.features = new Float32Array(capacity * this.width);
    this.nextFeatures = new Float32Array(capacity * this.width);
    this.nextAvailable = new Uint8Array(capacity * this.actionCount);
    this.actions = new Uint8Array(capacity);
    this.rewards = new Float32Array(capacity);
    this.discounts = new Float32Array(capacity);
  }

  /** Transitions in it. */
  get size(): number {
    return Math.min(this.#added, this.capacity);
  }

  /** Transitions ever added. */
  get added(): number {
    return this.#added;
  }

  /** @param user whose transition it is, in both observations */
  add(
    features: Float32Array,
    from: number,
    action: number,
    reward: number,
    discount: number,
    next: Observation,
    user: number,
  ): void {
    const { width, actionCount } = this;
    const place = this.#added++ % this.capacity;
    for (let k = 0; k < width; k++) {
      this.features[place * width + k] = features[from + k];
      this.nextFeatures[place * width + k] = next.features[user * width + k];
    }
    this.actions[place] = action;
    this.rewards[place] = reward;
    this.discounts[place] = discount;
    // For who has left nothing follows, whatever is said to be available.
    const available = discount > 0 ? next.available : undefined;
    for (let a = 0; a < actionCount; a++)
      this.nextAvailable[place * actionCount + a] = available ? available[user * actionCount + a] : 1;
  }

  /** The part that is in use. */
  readonly kept: Kept = {
    save: () => ({ ...this.#usedParts(), 'replay.added': this.#added }),
    restore: (snapshot) => this.#restore(snapshot),
  };

  #restore(snapshot: Snapshot): () => void {
    const { 'replay.added': added } = snapshot;
    if (typeof added !== 'number' || !Number.isSafeInteger(added) || added < 0)
      throw new RangeError('the snapshot does not fit: expected "replay.added" to be a count');
    const size = Math.min(added, this.capacity);
    const parts = Object.entries(this.#arrays()).map(([name, { array, columns }]) => ({
      array,
      saved: savedArray(snapshot, `replay.${name}`, array, size * columns),
    }));
    return () => {
      this.#added = added;
      for (const { array, saved } of parts) array.set(saved);
    };
  }

  #usedParts(): Snapshot {
    const entries = Object.entries(this.#arrays());
    return Object.fromEntries(
      entries.map(([name, { array, columns }]) => [`replay.${name}`, array.slice(0, this.size * columns)]),
    );
  }

  #arrays(): Record<string, { array: Float32Array | Uint8Array; columns: number }> {
    const { width, actionCount } = this;
    return {
      features: { array: this.features, columns: width },
      nextFeatures: { array: this.nextFeatures, columns: width },
      nextAvailable: { array: this.nextAvailable, columns: actionCount },
      actions: { array: this.actions, columns: 1 },
      rewards: { array: this.rewards, columns: 1 },
      discounts: { array: this.discounts, columns: 1 },
    };
  }
}
