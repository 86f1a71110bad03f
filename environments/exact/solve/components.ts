import type { Chain } from './chain.ts';

/**
 * The strongly connected components of a chain: states that reach each other. Each comes after all that can be
 * reached from it, so that values can be computed in this order.
 *
 * Source: Tarjan (1972), SIAM Journal on Computing 1; without recursion, as chains are long.
 */
export function components({ offsets, targets }: Pick<Chain, 'offsets' | 'targets'>): Int32Array[] {
  const size = offsets.length - 1;
  const found: Int32Array[] = [];
  const order = new Int32Array(size).fill(-1);
  const lowest = new Int32Array(size);
  const edge = new Int32Array(size);
  const waiting = new Uint8Array(size);
  const stack: number[] = [];
  const path: number[] = [];
  let count = 0;
  const enter = (state: number) => {
    order[state] = lowest[state] = count++;
    edge[state] = offsets[state];
    waiting[state] = 1;
    stack.push(state);
    path.push(state);
  };
  const leave = (state: number) => {
    path.pop();
    const before = path[path.length - 1];
    if (before !== undefined) lowest[before] = Math.min(lowest[before], lowest[state]);
    if (lowest[state] !== order[state]) return;
    const members = stack.splice(stack.lastIndexOf(state));
    for (const member of members) waiting[member] = 0;
    found.push(Int32Array.from(members).sort());
  };
  const advance = (state: number) => {
    if (edge[state] === offsets[state + 1]) return leave(state);
    const target = targets[edge[state]++];
    if (order[target] < 0) enter(target);
    else if (waiting[target] === 1) lowest[state] = Math.min(lowest[state], order[target]);
  };
  for (let root = 0; root < size; root++) {
    if (order[root] < 0) enter(root);
    while (path.length > 0) advance(path[path.length - 1]);
  }
  return found;
}

/** Whether nobody who is in a component ever gets out of it, not even by leaving for good. */
export function isClosed({ offsets, targets, probabilities }: Chain, members: Int32Array): boolean {
  const inside = new Set(members);
  return members.every((state) => {
    let stays = 0;
    for (let k = offsets[state]; k < offsets[state + 1]; k++) {
      if (!inside.has(targets[k])) return false;
      stays += probabilities[k];
    }
    return stays > 1 - 1e-12;
  });
}
