import type { Observation } from '../../../environments/contract.ts';
import { type Kept, keptArrays } from '../kept.ts';

/** Further out than this, in standard deviations, a feature is cut off. */
const LIMIT = 10;

/**
 * Standardises features by the mean and variance of everything seen so far, as networks need columns of like size.
 *
 * Source: updating formula of Chan, Golub and LeVeque (1979); the cut of Andrychowicz et al. (2021), section 3.3.
 */
export class FeatureScale {
  readonly width: number;
  /** columns of an input row: a network has at least one, which stays 0 where nothing is seen */
  readonly columns: number;
  readonly #mean: Float64Array;
  /** sum of squared distances from the mean */
  readonly #squares: Float64Array;
  /** 1 / standard deviation; 0 for a column that never changed */
  readonly #precision: Float64Array;
  /** rows seen */
  readonly #count = new Float64Array(1);
  readonly kept: Kept;

  constructor(width: number) {
    this.width = width;
    this.columns = Math.max(width, 1);
    this.#mean = new Float64Array(width);
    this.#squares = new Float64Array(width);
    this.#precision = new Float64Array(width);
    const moments = keptArrays({
      'features.mean': this.#mean,
      'features.squares': this.#squares,
      'features.count': this.#count,
    });
    this.kept = {
      save: moments.save,
      restore: (snapshot) => {
        const change = moments.restore(snapshot);
        return () => {
          change();
          this.#refresh();
        };
      },
    };
  }

  /** Takes in one day of everyone who is there. */
  see({ features, active }: Observation): void {
    const { width } = this;
    let rows = 0;
    for (let i = 0; i < active.length; i++) rows += active[i];
    if (rows === 0) return;
    const before = this.#count[0];
    const total = before + rows;
    for (let k = 0; k < width; k++) {
      let sum = 0;
      for (let i = 0; i < active.length; i++) if (active[i] === 1) sum += features[i * width + k];
      const mean = sum / rows;
      let squares = 0;
      for (let i = 0; i < active.length; i++)
        if (active[i] === 1) squares += (features[i * width + k] - mean) * (features[i * width + k] - mean);
      const step = mean - this.#mean[k];
      this.#mean[k] += (step * rows) / total;
      this.#squares[k] += squares + (step * step * before * rows) / total;
    }
    this.#count[0] = total;
    this.#refresh();
  }

  /** Writes one row, standardised. A column that never changed becomes 0. */
  standardise(features: Float32Array, from: number, into: Float32Array, to: number): void {
    const { width } = this;
    const [mean, precision] = [this.#mean, this.#precision];
    for (let k = 0; k < width; k++) {
      const scaled = (features[from + k] - mean[k]) * precision[k];
      into[to + k] = scaled > LIMIT ? LIMIT : scaled < -LIMIT ? -LIMIT : scaled;
    }
  }

  #refresh(): void {
    for (let k = 0; k < this.width; k++) {
      const deviation = Math.sqrt(this.#squares[k] / Math.max(this.#count[0], 1));
      this.#precision[k] = deviation > 1e-6 ? 1 / deviation : 0;
    }
  }
}
