import { exp } from '../../../environments/random/exp.ts';
import { log } from '../../../environments/random/log.ts';

/** What stands for the logit of an action that is not available: its probability is 0 on every engine. */
export const UNAVAILABLE = -1e9;

/**
 * Probabilities of a row's actions, e^(zₐ) / Σ e^(z), over those available.
 *
 * @param logits rows × width, row-major; the first columns are the actions
 * @param at where the row begins
 * @param into actions; gets the probabilities; its length is the number of actions
 * @param available rows × actions; all are where it is absent
 * @param availableAt where the row begins there
 * @returns log Σ e^(z): log p(a) is zₐ minus it
 */
export function softmax(
  logits: Float32Array,
  at: number,
  into: Float64Array,
  available?: Uint8Array,
  availableAt = 0,
): number {
  let largest = -Infinity;
  for (let a = 0; a < into.length; a++)
    if (available?.[availableAt + a] !== 0 && logits[at + a] > largest) largest = logits[at + a];
  let sum = 0;
  for (let a = 0; a < into.length; a++)
    sum += into[a] = available?.[availableAt + a] !== 0 ? exp(logits[at + a] - largest) : 0;
  for (let a = 0; a < into.length; a++) into[a] /= sum;
  return largest + log(sum);
}

/** −Σ p log p in nats, of a row of probabilities. */
export function entropyOf(probabilities: Float64Array): number {
  let sum = 0;
  for (const p of probabilities) if (p > 0) sum -= p * log(p);
  return sum;
}
