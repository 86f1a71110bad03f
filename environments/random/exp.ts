/**
 * e^x from + − × and a table, so that every engine and version gives the same bits (Math.exp is not promised to),
 * and faster than Math.exp. The printed kernels inline the same steps from the same constants.
 *
 * x = (64 m + j) ln 2 / 64 + r with |r| ≤ ln 2 / 128, so e^x = 2^m · 2^(j/64) · e^r, and e^r is a polynomial.
 *
 * Source: table-driven exponential of Tang (1989), ACM TOMS 15(2).
 */

export const EXP = {
  /** beyond these the result saturates instead of overflowing or reaching zero by surprise */
  lowest: -708,
  highest: 709.7,
  scale: 64 / Math.LN2,
  /** ln 2 / 64 in two parts: the high one has zeros at its end, so that k · high is exact */
  high: Math.fround(Math.LN2 / 64),
  low: Math.LN2 / 64 - Math.fround(Math.LN2 / 64),
  /** index of 2^0 in `powersOfTwo` */
  offset: 1024,
} as const;

/** 2^(j/64) for j = 0 … 63, from square roots, which IEEE 754 rounds the same everywhere. */
export const rootsOfTwo: Float64Array = buildRoots();

/** 2^m for m = −1024 … 1024. */
export const powersOfTwo: Float64Array = buildPowers();

function buildRoots(): Float64Array {
  const table = new Float64Array(64).fill(1);
  let root = 2;
  for (let bit = 32; bit >= 1; bit /= 2) {
    root = Math.sqrt(root);
    for (let j = 0; j < 64; j++) if (j & bit) table[j] *= root;
  }
  return table;
}

function buildPowers(): Float64Array {
  const table = new Float64Array(2 * EXP.offset + 1);
  table[EXP.offset] = 1;
  for (let m = 1; m <= EXP.offset; m++) {
    table[EXP.offset + m] = table[EXP.offset + m - 1] * 2;
    table[EXP.offset - m] = table[EXP.offset - m + 1] / 2;
  }
  return table;
}

/**
 * e^x to 1e-13 relative (4e-14 for |x| ≤ 1); x below −708 or above 709.7 gives the value at that bound.
 *
 * @example exp(1) // 2.718281828459045
 */
export function exp(x: number): number {
  const t = Math.min(Math.max(x, EXP.lowest), EXP.highest);
  const k = Math.floor(t * EXP.scale + 0.5);
  const r = t - k * EXP.high - k * EXP.low;
  const i = k | 0;
  const polynomial = 1 + r * (1 + r * (0.5 + r * (1 / 6 + r * (1 / 24))));
  return rootsOfTwo[i & 63] * powersOfTwo[(i >> 6) + EXP.offset] * polynomial;
}

/** The logistic function 1 / (1 + e^(−x)). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}
