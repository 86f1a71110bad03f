import { drawKey, drawWord } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { actionOf } from '../../rules/random.ts';
import type { ReplayBuffer } from './replayBuffer.ts';
import type { Sampler } from './sampler.ts';

const REPLAY = purposeOf('replay');

/** Every transition is equally likely. */
export function uniformSampler(buffer: ReplayBuffer, key: number): Sampler {
  return {
    draw(round, { places, weights }) {
      const { a, b } = drawKey(key, round, REPLAY);
      weights.fill(1);
      for (let k = 0; k < places.length; k++) places[k] = actionOf(drawWord(k, a, b), buffer.size);
    },
    heedsErrors: false,
    note() {},
    kept: { save: () => ({}), restore: () => () => {} },
  };
}
