import type { Policy } from '../../../../environments/contract.ts';
import { availableInstead } from '../../../../src/replay/forks/availableInstead.ts';

/**
 * A policy that remembers everything and forgives nothing: each user's action hangs on every number it was shown of the
 * user and on every action that the user was really given, on every day.
 *
 * @param count number of actions
 */
export function diary(count: number): Policy {
  let memory = new Uint32Array(0);
  let before: Uint8Array | undefined;
  let taken: Uint8Array | undefined;
  let shown: Float32Array | undefined;
  return {
    selectActions(observation, actions) {
      const { features, active } = observation;
      if (memory.length !== active.length) memory = new Uint32Array(active.length);
      const isNew = features !== shown;
      for (let i = 0; i < active.length && isNew; i++) {
        if (active[i] === 0) continue;
        if (before?.[i] === 1 && taken) memory[i] = mix(memory[i], taken[i] + 1);
        const width = features.length / active.length;
        for (let k = 0; k < width; k++) memory[i] = mix(memory[i], 1000 * features[i * width + k]);
      }
      if (isNew) before = active.slice();
      shown = features;
      taken = actions;
      for (let i = 0; i < actions.length; i++)
        actions[i] = active[i] === 1 ? availableInstead(observation, i, (memory[i] >>> 7) % count) : 0;
    },
  };
}

function mix(hash: number, value: number): number {
  return (Math.imul(hash ^ Math.round(value), 0x9e3779b1) ^ (hash >>> 13)) >>> 0;
}
