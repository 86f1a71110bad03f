import type { Observation } from '../../../environments/contract.ts';
import type { Branch } from './branch.ts';

/**
 * Marks whose life no longer looks as it did: what a policy would see of them, or who is in that row, is another.
 *
 * @param parted users; gets 1 for those, and keeps what it had
 */
export function markParted(parted: Uint8Array, fork: Branch, original: Branch): void {
  const [a, b] = [fork.observation, original.observation];
  for (let row = 0; row < parted.length; row++) {
    if (parted[row] === 1 || (a.active[row] === 0 && b.active[row] === 0)) continue;
    if (fork.births?.[row] !== original.births?.[row] || !isAlike(a, b, row)) parted[row] = 1;
  }
}

function isAlike(a: Observation, b: Observation, row: number): boolean {
  return (
    a.active[row] === b.active[row] &&
    a.states[row] === b.states[row] &&
    isSame(a.features, b.features, row, a.active.length) &&
    (!a.available || !b.available || isSame(a.available, b.available, row, a.active.length))
  );
}

/** Bit by bit, as a policy may tell any two numbers apart. */
function isSame(a: ArrayLike<number>, b: ArrayLike<number>, row: number, rows: number): boolean {
  const width = a.length / rows;
  for (let k = row * width; k < (row + 1) * width; k++) if (!Object.is(a[k], b[k])) return false;
  return true;
}
