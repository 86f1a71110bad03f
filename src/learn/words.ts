import type { Interval } from '../statistics/interval.ts';

/** A number with its sign. */
export function signed(value: number, digits: number): string {
  const size = Math.abs(value).toFixed(digits);
  return Number(size) === 0 ? size : `${value < 0 ? '−' : '+'}${size}`;
}

/** A number; a minus sign, no hyphen. */
export function fixed(value: number, digits: number): string {
  return signed(value, digits).replace('+', '');
}

/** A difference with its interval: `+3.2 [1.9, 4.5]`. */
export function withInterval({ mean, low, high }: Interval, digits: number, scale = 1): string {
  return `${signed(scale * mean, digits)} [${fixed(scale * low, digits)}, ${fixed(scale * high, digits)}]`;
}

/** A part of 1 in per cent. */
export function perCent(part: number, digits = 1): string {
  return `${fixed(100 * part, digits)} %`;
}

/** Names as in a sentence: a, b and c. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** The member with the largest figure; the first of equals. */
export function largest<T>(members: readonly T[], figure: (member: T) => number): T {
  return members.reduce((best, member) => (figure(member) > figure(best) ? member : best));
}
