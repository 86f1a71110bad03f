/**
 * Products of matrices of 32-bit floats, all row-major. Rows and inputs are multiples of 4, outputs of 8; sizes count
 * floats, addresses bytes. Each tile keeps its 32 sums in eight registers, so that most of the work is on registers.
 */

/** y = x w + b: rows × inputs by inputs × outputs; no b where its address is 0. */
export function dense(
  x: usize,
  w: usize,
  b: usize,
  y: usize,
  rows: usize,
  inputs: usize,
  outputs: usize,
): void {
  const xStride = inputs << 2;
  const yStride = outputs << 2;
  for (let row: usize = 0; row < rows; row += 4) {
    for (let at: usize = 0; at < yStride; at += 32) {
      denseTile(x + row * xStride, w + at, b ? b + at : 0, y + row * yStride + at, xStride, yStride);
    }
  }
}

/** 4 rows × 8 columns of y. */
function denseTile(x: usize, w: usize, b: usize, y: usize, xStride: usize, yStride: usize): void {
  let s00 = f32x4.splat(0);
  let s01 = s00;
  if (b) {
    s00 = v128.load(b);
    s01 = v128.load(b, 16);
  }
  let s10 = s00;
  let s11 = s01;
  let s20 = s00;
  let s21 = s01;
  let s30 = s00;
  let s31 = s01;
  let x1 = x + xStride;
  let x2 = x1 + xStride;
  let x3 = x2 + xStride;
  const end = x1;
  for (; x < end; x += 4) {
    const w0 = v128.load(w);
    const w1 = v128.load(w, 16);
    let factor = v128.load32_splat(x);
    s00 = f32x4.add(s00, f32x4.mul(factor, w0));
    s01 = f32x4.add(s01, f32x4.mul(factor, w1));
    factor = v128.load32_splat(x1);
    s10 = f32x4.add(s10, f32x4.mul(factor, w0));
    s11 = f32x4.add(s11, f32x4.mul(factor, w1));
    factor = v128.load32_splat(x2);
    s20 = f32x4.add(s20, f32x4.mul(factor, w0));
    s21 = f32x4.add(s21, f32x4.mul(factor, w1));
    factor = v128.load32_splat(x3);
    s30 = f32x4.add(s30, f32x4.mul(factor, w0));
    s31 = f32x4.add(s31, f32x4.mul(factor, w1));
    x1 += 4;
    x2 += 4;
    x3 += 4;
    w += yStride;
  }
  storeTile(y, yStride, s00, s01, s10, s11, s20, s21, s30, s31);
}

/** Writes a tile of 4 rows × 8 columns; `stride` bytes from row to row. */
function storeTile(
  y: usize,
  stride: usize,
  s00: v128,
  s01: v128,
  s10: v128,
  s11: v128,
  s20: v128,
  s21: v128,
  s30: v128,
  s31: v128,
): void {
  v128.store(y, s00);
  v128.store(y, s01, 16);
  y += stride;
  v128.store(y, s10);
  v128.store(y, s11, 16);
  y += stride;
  v128.store(y, s20);
  v128.store(y, s21, 16);
  y += stride;
  v128.store(y, s30);
  v128.store(y, s31, 16);
}

/** wt = wᵀ, from inputs × outputs to outputs × inputs, so that the backward product dx = dy wᵀ is `dense` as well. */
export function transpose(w: usize, wt: usize, inputs: usize, outputs: usize): void {
  const stride = inputs << 2;
  for (let i: usize = 0; i < inputs; i++) {
    let to = wt + (i << 2);
    for (let j: usize = 0; j < outputs; j++, w += 4, to += stride) store<f32>(to, load<f32>(w));
  }
}

/** So many rows of x and dy stay in the first cache while all tiles of dw pass over them. */
const BLOCK: usize = 64;

/** Adds xᵀ dy to dw, and the sums of dy's columns to db. Here any number of rows will do: each is read exactly once. */
export function weightGradient(
  x: usize,
  dy: usize,
  dw: usize,
  db: usize,
  rows: usize,
  inputs: usize,
  outputs: usize,
): void {
  const xStride = inputs << 2;
  const yStride = outputs << 2;
  for (let row: usize = 0; row < rows; row += BLOCK) {
    const end = dy + min(BLOCK, rows - row) * yStride;
    for (let i: usize = 0; i < inputs; i += 4) {
      for (let at: usize = 0; at < yStride; at += 32) {
        weightTile(x + (i << 2), dy + at, dw + i * yStride + at, end, xStride, yStride);
      }
    }
    for (let at: usize = 0; at < yStride; at += 16) addColumns(dy + at, db + at, end, yStride);
    x += BLOCK * xStride;
    dy += BLOCK * yStride;
  }
}

/** 4 inputs × 8 outputs of dw. */
function weightTile(x: usize, dy: usize, dw: usize, end: usize, xStride: usize, yStride: usize): void {
  const dw1 = dw + yStride;
  const dw2 = dw1 + yStride;
  const dw3 = dw2 + yStride;
  let s00 = v128.load(dw);
  let s01 = v128.load(dw, 16);
  let s10 = v128.load(dw1);
  let s11 = v128.load(dw1, 16);
  let s20 = v128.load(dw2);
  let s21 = v128.load(dw2, 16);
  let s30 = v128.load(dw3);
  let s31 = v128.load(dw3, 16);
  for (; dy < end; dy += yStride) {
    const d0 = v128.load(dy);
    const d1 = v128.load(dy, 16);
    let factor = v128.load32_splat(x);
    s00 = f32x4.add(s00, f32x4.mul(factor, d0));
    s01 = f32x4.add(s01, f32x4.mul(factor, d1));
    factor = v128.load32_splat(x, 4);
    s10 = f32x4.add(s10, f32x4.mul(factor, d0));
    s11 = f32x4.add(s11, f32x4.mul(factor, d1));
    factor = v128.load32_splat(x, 8);
    s20 = f32x4.add(s20, f32x4.mul(factor, d0));
    s21 = f32x4.add(s21, f32x4.mul(factor, d1));
    factor = v128.load32_splat(x, 12);
    s30 = f32x4.add(s30, f32x4.mul(factor, d0));
    s31 = f32x4.add(s31, f32x4.mul(factor, d1));
    x += xStride;
  }
  storeTile(dw, yStride, s00, s01, s10, s11, s20, s21, s30, s31);
}

/** Adds the sums of 4 columns of dy to db. */
function addColumns(dy: usize, db: usize, end: usize, yStride: usize): void {
  let sum = v128.load(db);
  for (; dy < end; dy += yStride) sum = f32x4.add(sum, v128.load(dy));
  v128.store(db, sum);
}
