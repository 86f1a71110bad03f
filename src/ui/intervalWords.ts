import { figure } from './formatNumber.ts';
import type { Glyphs } from './glyphs.ts';
import type { Interval } from './intervalBar.ts';

/** A difference with its sign: +3.2, −0.6, 0. */
export function signed(value: number, glyphs: Glyphs): string {
  return value > 0 ? `+${figure(value, 3)}` : withMinus(value, glyphs);
}

/** A difference with its interval: `+3.2 [1.9, 4.5]`; without ends where they are not known. */
export function intervalWords({ mean, low, high }: Interval, glyphs: Glyphs): string {
  const known = Number.isFinite(low) && Number.isFinite(high);
  const ends = known ? `${withMinus(low, glyphs)}, ${withMinus(high, glyphs)}` : '?';
  return `${signed(mean, glyphs)} [${ends}]`;
}

function withMinus(value: number, { minus }: Glyphs): string {
  return figure(value, 3).replace('-', minus);
}
