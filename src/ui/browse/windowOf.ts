import type { ShownItems } from './shownItems.ts';

/** The part of a list that the screen shows: the chosen item near its middle. @returns first, and after the last */
export function windowOf({ items, at }: Pick<ShownItems, 'items' | 'at'>, height: number): [number, number] {
  const last = Math.max(items.length - height, 0);
  const from = Math.min(Math.max(at - Math.floor(height / 2), 0), last);
  return [from, Math.min(from + height, items.length)];
}
