import { figure } from './formatNumber.ts';
import type { Glyphs } from './glyphs.ts';
import type { Interval } from './intervalBar.ts';

/** A number with three digits that count: 3.2, −0.6, 0. */
export function amount(value: number, { minus }: Glyphs): string {
  const text = figure(value, 3);
  // The minus of an exponent stays: 1.5e-7.
  return text.startsWith('-') ? minus + text.slice(1) : text;
}

/** A difference with its sign: +3.2, −0.6, 0. */
export function signed(value: number, glyphs: Glyphs): string {
  return value > 0 ? `+${amount(value, glyphs)}` : amount(value, glyphs);
}

/** A difference with its interval: `+3.2 [1.9, 4.5]`; a question mark for ends that are not known. */
export function intervalWords({ mean, low, high }: Interval, glyphs: Glyphs): string {
  const known = Number.isFinite(low) && Number.isFinite(high);
  return `${signed(mean, glyphs)} [${known ? `${amount(low, glyphs)}, ${amount(high, glyphs)}` : '?'}]`;
}
