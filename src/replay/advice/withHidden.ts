import type { Observation } from '../../../environments/contract.ts';
import { binOf, type StandIn } from './standIns.ts';

/** Copies of one user's row: as it is, then once for each name with a stand-in's value in the place of its own. */
export function withHidden(own: Observation, standIns: readonly StandIn[]): Observation {
  const rows = standIns.length + 1;
  const repeated = <T extends Float32Array | Uint32Array | Uint8Array>(array: T, whole: T): T => {
    for (let row = 0; row < rows; row++) whole.set(array, row * array.length);
    return whole;
  };
  const { features, states, active, available } = own;
  const shown = {
    features: repeated(features, new Float32Array(rows * features.length)),
    states: repeated(states, new Uint32Array(rows)),
    active: repeated(active, new Uint8Array(rows)),
    ...(available && { available: repeated(available, new Uint8Array(rows * available.length)) }),
  };
  for (const [k, standIn] of standIns.entries()) {
    shown.features.set(standIn.features, (k + 1) * features.length + standIn.column);
    shown.states[k + 1] += (standIn.bin - binOf(standIn, states[0])) * standIn.stride;
  }
  return shown;
}
