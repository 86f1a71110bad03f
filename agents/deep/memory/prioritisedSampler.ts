import { exp } from '../../../environments/random/exp.ts';
import { drawKey, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { log } from '../../../environments/random/log.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { type Kept, savedArray } from '../kept.ts';
import type { ReplayBuffer } from './replayBuffer.ts';
import type { Sampler } from './sampler.ts';
import { SumTree } from './sumTree.ts';

const REPLAY = purposeOf('prioritised replay');
/** Added to every error, so that nothing is never seen again. */
const SMALLEST_PRIORITY = 1e-6;

/** How strongly priorities count. */
export interface PriorityPlan {
  /** α: 0 is uniform, 1 in proportion to the error */
  readonly exponent: number;
  /** β: how much of the bias is taken out by weights, 1 all of it */
  readonly correction: number;
}

/**
 * Transitions whose value was wrong are drawn more often, P(i) ∝ |δᵢ|^α, and count for less, w ∝ (N P(i))^(−β).
 * divided by the largest of the batch. New ones come with the largest priority so far.
 *
 * Source: Schaul et al. (2016), "Prioritized experience replay", sections 3.3 and 3.4, proportional variant.
 */
export function prioritisedSampler(
  buffer: ReplayBuffer,
  { exponent, correction }: PriorityPlan,
  key: number,
): Sampler {
  const tree = new SumTree(buffer.capacity);
  /** transitions that have their weight, and the largest weight so far */
  const state = Float64Array.of(0, 1);
  const welcome = () => {
    const { added, capacity } = buffer;
    for (let n = Math.max(state[0], added - capacity); n < added; n++) tree.set(n % capacity, state[1]);
    state[0] = added;
  };
  return {
    draw(round, { places, weights }) {
      welcome();
      const { a, b } = drawKey(key, round, REPLAY);
      const part = tree.total / places.length;
      let largest = 0;
      for (let k = 0; k < places.length; k++) {
        places[k] = tree.at((k + uniformDraw(k, a, b)) * part);
        const likely = (buffer.size * tree.weight(places[k])) / tree.total;
        weights[k] = exp(-correction * log(likely));
        largest = Math.max(largest, weights[k]);
      }
      for (let k = 0; k < places.length; k++) weights[k] /= largest;
    },
    heedsErrors: true,
    note({ places }, errors) {
      for (let k = 0; k < places.length; k++) {
        const weight = exp(exponent * log(Math.abs(errors[k]) + SMALLEST_PRIORITY));
        tree.set(places[k], weight);
        state[1] = Math.max(state[1], weight);
      }
    },
    kept: keptPriorities(buffer, tree, state),
  };
}

function keptPriorities(buffer: ReplayBuffer, tree: SumTree, state: Float64Array): Kept {
  return {
    save: () => ({
      'priorities.weights': Float64Array.from({ length: buffer.size }, (_, place) => tree.weight(place)),
      'priorities.state': state.slice(),
    }),
    restore(snapshot) {
      const weights = savedArray(snapshot, 'priorities.weights', state);
      const saved = savedArray(snapshot, 'priorities.state', state, state.length);
      const size = Math.min(Number(snapshot['replay.added']), buffer.capacity);
      if (weights.length !== size)
        throw new RangeError(
          `the snapshot does not fit: ${weights.length} priorities of ${size} transitions`,
        );
      return () => {
        state.set(saved);
        for (let place = 0; place < buffer.capacity; place++) tree.set(place, weights[place] ?? 0);
      };
    },
  };
}
