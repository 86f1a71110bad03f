const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
const SQRT_HALF_HIGH_WORD = 0x3fe6a09e;
const TWO_54 = 2 ** 54;
const SMALLEST_NORMAL = 2 ** -1022;

/** atanh series: log m = 2 (f + f³/3 + f⁵/5 + …) with f = (m − 1) / (m + 1), |f| < 0.172. */
function logOfMantissa(m: number): number {
  const f = (m - 1) / (m + 1);
  const s = f * f;
  let sum = 0;
  for (let n = 21; n >= 1; n -= 2) sum = sum * s + 1 / n;
  return 2 * f * sum;
}

/**
 * Natural logarithm from + − × ÷ only, so that every engine and version gives the same bits.
 * To about 1e-15 relative. log(0) is −Infinity; a negative argument gives NaN.
 */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : Number.NaN;
  if (x === Infinity) return Infinity;
  const scaled = x < SMALLEST_NORMAL;
  float[0] = scaled ? x * TWO_54 : x;
  const high = words[1];
  // Shift so that the mantissa lies between √½ and √2.
  const exponent = (high - SQRT_HALF_HIGH_WORD) >> 20;
  words[1] = high - (exponent << 20);
  return (exponent - (scaled ? 54 : 0)) * Math.LN2 + logOfMantissa(float[0]);
}
