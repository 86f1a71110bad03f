/** One step of Adam and the length of the gradient it takes; counts are floats, multiples of 4. */

/** Sum of squares of g, in 64-bit floats: no square overflows, and small ones still count. */
export function squaredNorm(g: usize, count: usize): f64 {
  let sum = f64x2.splat(0);
  for (const end = g + (count << 2); g < end; g += 8) {
    const pair = f64x2.promote_low_f32x4(v128.load64_zero(g));
    sum = f64x2.add(sum, f64x2.mul(pair, pair));
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/**
 * With g scaled: m = β₁ m + (1 − β₁) g, v = β₂ v + (1 − β₂) g², w −= rate · (m / c₁) / (√(v / c₂) + ε), rounded to 32 bits
 * after each operation in the order of TensorFlow.js, so that both come to the same weights.
 *
 * @param correction1 c₁ = 1 − β₁ᵗ in step t = 1, 2, …; c₂ = 1 − β₂ᵗ
 * @param scale factor of the gradient, at most 1
 *
 * Source: Kingma and Ba (2015), algorithm 1; AdamOptimizer of @tensorflow/tfjs-core.
 */
export function adam(
  w: usize,
  g: usize,
  m: usize,
  v: usize,
  count: usize,
  learningRate: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  correction1: f64,
  correction2: f64,
  scale: f64,
): void {
  const keepFirst = f32x4.splat(f32(beta1));
  const keepSecond = f32x4.splat(f32(beta2));
  // 1 − β is subtracted in 64 bits and rounded once, which is not what subtracting the rounded β gives.
  const takeFirst = f32x4.splat(f32(1 - beta1));
  const takeSecond = f32x4.splat(f32(1 - beta2));
  const correctFirst = f32x4.splat(f32(correction1));
  const correctSecond = f32x4.splat(f32(correction2));
  const eps = f32x4.splat(f32(epsilon));
  const rate = f32x4.splat(f32(learningRate));
  const factor = f32x4.splat(f32(scale));
  for (const end = w + (count << 2); w < end; w += 16, g += 16, m += 16, v += 16) {
    const gradient = f32x4.mul(v128.load(g), factor);
    const square = f32x4.mul(gradient, gradient);
    const first = f32x4.add(f32x4.mul(v128.load(m), keepFirst), f32x4.mul(gradient, takeFirst));
    const second = f32x4.add(f32x4.mul(v128.load(v), keepSecond), f32x4.mul(square, takeSecond));
    v128.store(m, withoutSubnormals(first));
    v128.store(v, withoutSubnormals(second));
    const root = f32x4.sqrt(f32x4.div(second, correctSecond));
    const direction = f32x4.div(f32x4.div(first, correctFirst), f32x4.add(root, eps));
    v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(direction, rate)));
  }
}

/**
 * Numbers below 2⁻¹²⁶ become 0. Moments of parameters that no row reaches end there, processors compute with them some
 * thirty times slower, and beside ε they are nothing.
 */
function withoutSubnormals(x: v128): v128 {
  // In this order NaN stays.
  return v128.andnot(x, f32x4.lt(f32x4.abs(x), f32x4.splat(1.17549435e-38)));
}
