import type { Observation } from '../../../environments/contract.ts';
import { type Kept, keptTogether, renamed } from '../kept.ts';
import { FeatureScale } from '../scaling/featureScale.ts';

/**
 * A user's day as numbers: the action received, what is seen in the evening, and how that changed over the day. What
 * is seen and how it changed are standardised; a visit, a purchase, a day more since the last one all are changes.
 */
export class EventScale {
  readonly #levels: FeatureScale;
  readonly #changes: FeatureScale;
  readonly #before: Float32Array;
  readonly features: number;
  readonly kept: Kept;

  constructor(features: number) {
    this.features = features;
    this.#levels = new FeatureScale(features);
    this.#changes = new FeatureScale(features);
    this.#before = new Float32Array(features);
    this.kept = keptTogether([
      renamed(this.#levels.kept, 'history.levels.'),
      renamed(this.#changes.kept, 'history.changes.'),
    ]);
  }

  /** Takes in an evening of everyone, and the one before. */
  see(before: Observation, after: Observation): void {
    const features = after.features.map((level, k) => level - before.features[k]);
    // Who came this evening has no day before it.
    const active = after.active.map((there, i) => there & before.active[i]);
    this.#levels.see(after);
    this.#changes.see({ ...after, features, active });
  }

  /** Writes what is seen in an evening, standardised, and then how it changed. */
  write(
    before: Float32Array | undefined,
    after: Float32Array,
    from: number,
    into: Float32Array,
    to: number,
  ): void {
    const { features } = this;
    this.#levels.standardise(after, from, into, to);
    for (let k = 0; k < features; k++) this.#before[k] = before ? after[from + k] - before[from + k] : 0;
    this.#changes.standardise(this.#before, 0, into, to + features);
  }
}
