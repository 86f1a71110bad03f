import type { Glyphs } from './glyphs.ts';

/** What a panel may use. */
export interface Room {
  /** columns */
  readonly width: number;
  readonly glyphs: Glyphs;
}
