/** A system x(i) = rhs(i) + Σ weights(i, j) x(j) with weights that are not negative. */
export interface WeightedSystem {
  /** one row per unknown: weights of the others, not of itself */
  readonly weights: readonly Map<number, number>[];
  /** what each row's weights, its own included, lack to 1; not negative */
  readonly slack: Float64Array;
  readonly rhs: Float64Array;
}

/**
 * Solves by eliminating one unknown after the other, as if its state were left out of the chain. Nothing is subtracted,
 * so that the result is exact to rounding however seldom the chain ends. Changes the system.
 *
 * Source: Grassmann, Taksar and Heyman (1985), Operations Research 33.
 */
export function eliminate({ weights, slack, rhs }: WeightedSystem): Float64Array {
  const size = rhs.length;
  const sources = sourcesOf(weights);
  const scale = new Float64Array(size);
  for (let k = size - 1; k >= 0; k--) {
    let outflow = slack[k];
    for (const weight of weights[k].values()) outflow += weight;
    scale[k] = outflow;
    for (const i of sources[k]) if (i < k) leaveOut(i, k, outflow, weights, slack, rhs, sources);
    for (const j of weights[k].keys()) sources[j].delete(k);
  }
  const x = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    let sum = rhs[k];
    for (const [j, weight] of weights[k]) sum += weight * x[j];
    x[k] = sum / scale[k];
  }
  return x;
}

/** Whoever went from i to k now goes where k leads. */
function leaveOut(
  i: number,
  k: number,
  outflow: number,
  weights: readonly Map<number, number>[],
  slack: Float64Array,
  rhs: Float64Array,
  sources: readonly Set<number>[],
): void {
  const part = (weights[i].get(k) as number) / outflow;
  weights[i].delete(k);
  slack[i] += part * slack[k];
  rhs[i] += part * rhs[k];
  for (const [j, weight] of weights[k]) {
    if (j === i) continue;
    weights[i].set(j, (weights[i].get(j) ?? 0) + part * weight);
    sources[j].add(i);
  }
}

/** For each unknown, whose rows it stands in. */
function sourcesOf(weights: readonly Map<number, number>[]): Set<number>[] {
  const sources = weights.map(() => new Set<number>());
  for (const [i, row] of weights.entries()) for (const j of row.keys()) sources[j].add(i);
  return sources;
}
