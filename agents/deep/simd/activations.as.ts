/** Activations and their derivatives, in place; counts are floats, multiples of 4. NaN stays NaN. */

/** The linear activation has no kind, as there is nothing to do for it. */
const RELU: i32 = 0;

/** y = activation(y); kind 0: relu, 1: tanh. */
export function activate(y: usize, count: usize, kind: i32): void {
  const end = y + (count << 2);
  if (kind === RELU) {
    const zero = f32x4.splat(0);
    for (; y < end; y += 16) v128.store(y, f32x4.pmax(v128.load(y), zero));
  } else {
    for (; y < end; y += 16) v128.store(y, tanh(v128.load(y)));
  }
}

/** dy *= activation′, said by the activation's value y: relu′ = [y > 0], tanh′ = 1 − y². */
export function activationGradient(y: usize, dy: usize, count: usize, kind: i32): void {
  const end = y + (count << 2);
  if (kind === RELU) {
    const zero = f32x4.splat(0);
    for (; y < end; y += 16, dy += 16) v128.store(dy, v128.and(v128.load(dy), f32x4.gt(v128.load(y), zero)));
  } else {
    const one = f32x4.splat(1);
    for (; y < end; y += 16, dy += 16) {
      const value = v128.load(y);
      v128.store(dy, f32x4.mul(v128.load(dy), f32x4.sub(one, f32x4.mul(value, value))));
    }
  }
}

/**
 * tanh |x| = t / (t + 2) of t = e^(2|x|) − 1, which loses no digits near 0; then the sign of x. With 2|x| = k ln 2 + r
 * and |r| ≤ ln 2 / 2, t = 2^k (e^r − 1) + (2^k − 1). From |x| = 10 on the result is 1 exactly.
 *
 * Source: the polynomial of e^r − 1 is that of expf in Moshier's Cephes library.
 */
function tanh(x: v128): v128 {
  const one = f32x4.splat(1);
  // In this order pmin keeps NaN.
  const z = f32x4.pmin(f32x4.mul(f32x4.abs(x), f32x4.splat(2)), f32x4.splat(20));
  // Adding 1.5 · 2²³ rounds to a whole number and leaves it in the lowest bits.
  const magic = f32x4.splat(12582912);
  const shifted = f32x4.add(f32x4.mul(z, f32x4.splat(Mathf.LOG2E)), magic);
  const k = f32x4.sub(shifted, magic);
  const powerOfTwo = i32x4.add(i32x4.shl(shifted, 23), one);
  // ln 2 in two parts: the first one has zeros at its end, so that k times it is exact.
  let r = f32x4.sub(z, f32x4.mul(k, f32x4.splat(0.693359375)));
  r = f32x4.add(r, f32x4.mul(k, f32x4.splat(2.1219444e-4)));
  let p = f32x4.splat(1.98756915e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  p = f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r);
  const t = f32x4.add(f32x4.mul(p, powerOfTwo), f32x4.sub(powerOfTwo, one));
  const magnitude = f32x4.div(t, f32x4.add(t, f32x4.splat(2)));
  return v128.bitselect(x, magnitude, f32x4.splat(-0.0));
}
