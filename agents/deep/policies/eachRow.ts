import type { Observation } from '../../../environments/contract.ts';
import type { Network } from '../networks/network.ts';
import type { FeatureScale } from '../scaling/featureScale.ts';

/** Rows that are evaluated at once: enough to keep a network busy, few enough to stay in the cache. */
const CHUNK = 2048;

/** Evaluates a network for everyone who is there. */
export class RowEvaluator {
  readonly #network: Network;
  readonly #scale: FeatureScale;
  readonly #inputs: Float32Array;
  readonly #users = new Uint32Array(CHUNK);

  constructor(network: Network, scale: FeatureScale) {
    this.#network = network;
    this.#scale = scale;
    this.#inputs = new Float32Array(CHUNK * scale.columns);
  }

  /** @param visit is given each active user, and where its row begins in the outputs */
  each(
    { features, active }: Observation,
    visit: (user: number, outputs: Float32Array, at: number) => void,
  ): void {
    const { width, columns } = this.#scale;
    let rows = 0;
    for (let i = 0; i < active.length; i++) {
      if (active[i] === 1) {
        this.#scale.standardise(features, i * width, this.#inputs, rows * columns);
        this.#users[rows++] = i;
      }
      if (rows === CHUNK || (i === active.length - 1 && rows > 0)) {
        this.#give(rows, visit);
        rows = 0;
      }
    }
  }

  #give(rows: number, visit: (user: number, outputs: Float32Array, at: number) => void): void {
    const outputs = this.#network.forward(this.#inputs, rows);
    const { outputs: width } = this.#network.description;
    for (let k = 0; k < rows; k++) visit(this.#users[k], outputs, k * width);
  }
}
