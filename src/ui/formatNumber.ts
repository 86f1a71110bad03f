/** A whole number with commas: 12,345. */
export function thousands(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A part of a whole in per cent with one decimal; `–` in place of 0 / 0 is left to the caller. */
export function percent(part: number, whole: number): string {
  return `${(whole > 0 ? (100 * part) / whole : 0).toFixed(1)}%`;
}

/** A number with four significant digits and nothing superfluous: 0.0123, 3, 1.5e-7. */
export function figure(value: number, digits = 4): string {
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e7) return String(value);
  if (size < 1e-4 || size >= 1e7) return value.toExponential(Math.min(digits, 3) - 1);
  return String(Number(value.toPrecision(digits)));
}

/** Two numbers with as many digits as it takes to tell them apart. */
export function apart(a: number, b: number): readonly [string, string] {
  for (let digits = 4; digits < 17; digits++) {
    const pair = [figure(a, digits), figure(b, digits)] as const;
    if (a === b || pair[0] !== pair[1]) return pair;
  }
  return [String(a), String(b)];
}

/** A change with its sign: +31, −2, or nothing where there is none. */
export function change(value: number, minus: string): string {
  if (value === 0) return '';
  return value > 0 ? `+${thousands(value)}` : `${minus}${thousands(-value)}`;
}
