import { widthOf } from './row.ts';

/** Columns for a list's names: as wide as the longest, up to what a screen of a width can spare. */
export function nameWidth(things: readonly { readonly name: string }[], width: number): number {
  return Math.min(Math.max(...things.map(({ name }) => widthOf(name))), width < 120 ? 16 : 24);
}
