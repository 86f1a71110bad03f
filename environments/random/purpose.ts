/**
 * The 32-bit purpose of a draw: FNV-1a over the name's UTF-16 code units, then a final mix so that names which
 * differ in one letter differ everywhere. A draw's name comes from its place in the scenario ("day.visit/0"),
 * so adding a draw does not shift the others.
 *
 * Source: Fowler, Noll, Vo (FNV-1a, 32 bits); final mix of MurmurHash3 (Appleby).
 *
 * @param name the draw's name
 * @returns an unsigned 32-bit hash
 */
export function purposeOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) {
    hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
