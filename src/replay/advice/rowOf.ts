import type { Observation } from '../../../environments/contract.ts';

/** A copy of one row of an observation, as if nobody else were there. What may be spent is left out: it is everyone's. */
export function rowOf({ features, states, active, available }: Observation, row: number): Observation {
  const width = features.length / active.length;
  const own = {
    features: features.slice(row * width, (row + 1) * width),
    states: states.slice(row, row + 1),
    active: active.slice(row, row + 1),
  };
  if (!available) return own;
  const actions = available.length / active.length;
  return { ...own, available: available.slice(row * actions, (row + 1) * actions) };
}
