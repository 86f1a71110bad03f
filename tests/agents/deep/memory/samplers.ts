import { ReplayBuffer } from '../../../../agents/deep/memory/replayBuffer.ts';
import type { Sample, Sampler } from '../../../../agents/deep/memory/sampler.ts';
import { dayOf, specOf } from '../days.ts';

const SPEC = specOf({ features: 1 });
const { observation } = dayOf([{ features: [0] }]);

/** Adds so many transitions, of which only the places matter here. */
export function fill(buffer: ReplayBuffer, count: number): ReplayBuffer {
  for (let n = 0; n < count; n++) buffer.add(observation.features, 0, 0, 0, 1, observation, 0);
  return buffer;
}

export function bufferOf(capacity: number, count: number): ReplayBuffer {
  return fill(new ReplayBuffer(capacity, SPEC), count);
}

/** A batch that was drawn. */
export function drawn(sampler: Sampler, round: number, size: number): Sample {
  const sample = { places: new Uint32Array(size).fill(99), weights: new Float32Array(size).fill(NaN) };
  sampler.draw(round, sample);
  return sample;
}

/** How often each place was drawn in many batches. */
export function frequencies(sampler: Sampler, places: number, { rounds = 400, size = 50 } = {}): number[] {
  const counts = Array<number>(places).fill(0);
  for (let round = 0; round < rounds; round++)
    for (const place of drawn(sampler, round, size).places) counts[place]++;
  return counts;
}
