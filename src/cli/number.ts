/**
 * A number as people write it: digits, perhaps in groups (`10_000`), a fraction, an exponent.
 *
 * @returns NaN for anything else
 */
export function numberFrom(text: string): number {
  const written = /^[-+]?(\d+(_\d+)*\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text);
  return written ? Number(text.replaceAll('_', '')) : Number.NaN;
}
