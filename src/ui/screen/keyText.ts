import type { Glyphs } from '../glyphs.ts';

/** How a key is written for people. */
export function keyText(
  { shown }: { readonly shown: string | ((glyphs: Glyphs) => string) },
  glyphs: Glyphs,
): string {
  return typeof shown === 'string' ? shown : shown(glyphs);
}
