import type { Glyphs } from './glyphs.ts';

/**
 * A horizontal bar, padded with blanks to its full width. Anything above 0 shows at least the smallest part of a
 * column.
 *
 * @param part from 0 to 1
 * @param width columns at 1
 */
export function bar(part: number, width: number, { bar: parts }: Glyphs): string {
  const steps = parts.length;
  const length = part > 0 ? Math.max(Math.round(part * width * steps), 1) : 0;
  const full = parts[steps - 1].repeat(Math.floor(length / steps));
  const rest = length % steps === 0 ? '' : parts[(length % steps) - 1];
  return (full + rest).padEnd(Math.max(width, 0));
}
