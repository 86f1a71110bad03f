import type { ValueTargets } from '../../../agents/deep/losses/actionValueLoss.ts';
import type { Decisions } from '../../../agents/deep/losses/policyLoss.ts';
import type { QHead } from '../../../agents/deep/networks/qHead.ts';

/** A loss as its paper writes it, in 64-bit floats: from the rows of outputs to a number. */
export type SlowLoss<Targets> = (rows: readonly (readonly number[])[], targets: Targets) => number;

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const mean = (numbers: readonly number[]) => sum(numbers) / numbers.length;

/** Mnih et al. (2015) with weights and Huber's function; the duelling head of Wang et al. (2016), equation 9. */
export function slowValueLoss({ actions: count, duelling }: QHead, delta: number): SlowLoss<ValueTargets> {
  return (rows, { actions, values, weights }) =>
    mean(
      rows.map((row, i) => {
        const advantages = row.slice(0, count);
        const q = duelling ? row[count] + advantages[actions[i]] - mean(advantages) : row[actions[i]];
        const d = Math.abs(q - values[i]);
        return weights[i] * (d <= delta ? (d * d) / 2 : delta * (d - delta / 2));
      }),
    );
}

export const slowSquares: SlowLoss<Float32Array> = (rows, wanted) =>
  mean(rows.map(([value], i) => (value - wanted[i]) ** 2 / 2));

/** What one decision costs, from its log probability. */
type SlowSurrogate = (logProbability: number, before: number, advantage: number) => number;

export const slowGradient: SlowSurrogate = (logProbability, _, advantage) => -advantage * logProbability;

/** Schulman et al. (2017), equation 7, with its sign turned. */
export function slowClipped(clip: number): SlowSurrogate {
  return (logProbability, before, advantage) => {
    const ratio = Math.exp(logProbability - before);
    return -Math.min(ratio * advantage, Math.min(Math.max(ratio, 1 - clip), 1 + clip) * advantage);
  };
}

/** A softmax over what is available, the surrogate of what was done, and the entropy. */
export function slowPolicyLoss(surrogate: SlowSurrogate, entropyWeight: number): SlowLoss<Decisions> {
  return (rows, { actions, advantages, logProbabilities, available }) =>
    mean(
      rows.map((row, i) => {
        const powers = row.map((z, a) => (available?.[i * row.length + a] === 0 ? 0 : Math.exp(z)));
        const p = powers.map((power) => power / sum(powers));
        const entropy = -sum(p.filter((part) => part > 0).map((part) => part * Math.log(part)));
        const share = surrogate(Math.log(p[actions[i]]), logProbabilities[i], advantages[i]);
        return share - entropyWeight * entropy;
      }),
    );
}
