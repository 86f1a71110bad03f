import type { Glyphs } from './glyphs.ts';
import type { ReplayKey } from './replay/replayKeys.ts';

/** How a key is written for people. */
export function keyText({ shown }: ReplayKey, glyphs: Glyphs): string {
  return typeof shown === 'string' ? shown : shown(glyphs);
}
