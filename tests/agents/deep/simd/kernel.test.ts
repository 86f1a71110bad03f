import { describe, expect, it } from 'vitest';
import { ACTIVATION_KINDS, openKernel } from '../../../../agents/deep/simd/kernel.ts';
import { expectClose, uniforms } from './trials.ts';

const START = 64;
const kernel = openKernel();
kernel.memory.grow(8);

/** Floats of the kernel's memory, after so many others. */
const floats = (after: number, length: number) =>
  new Float32Array(kernel.memory.buffer, START + 4 * after, length);
const address = (after: number) => START + 4 * after;

function activated(values: readonly number[], kind: keyof typeof ACTIVATION_KINDS): number[] {
  const numbers = floats(0, values.length);
  numbers.set(values);
  kernel.activate(address(0), values.length, ACTIVATION_KINDS[kind]);
  return [...numbers];
}

function slopes(values: readonly number[], kind: keyof typeof ACTIVATION_KINDS): number[] {
  floats(0, values.length).set(values);
  floats(1024, values.length).fill(3);
  kernel.activationGradient(address(0), address(1024), values.length, ACTIVATION_KINDS[kind]);
  return [...floats(1024, values.length)];
}

describe('activate()', () => {
  it('gives tanh to 1e-7, and near 0 to 2e-7 of itself', () => {
    const around = Array.from({ length: 40_000 }, (_, k) => Math.fround((k - 20_000) / 1_600));
    expectClose(activated(around, 'tanh'), around.map(Math.tanh), 1e-7);
    const small = around.map((x) => Math.fround((x * x * x) / 1e5));
    const relative = activated(small, 'tanh').map((y, k) => (small[k] === 0 ? 1 : y / Math.tanh(small[k])));
    expectClose(relative, Array(small.length).fill(1), 2e-7);
  });

  it('is odd to the last bit and saturates at ±1', () => {
    const positive = [1e-30, 1e-8, 0.1, 0.3466, 1, 2.5, 8.9, 9.2, 10, 88, 1e10, Infinity];
    const values = activated(positive, 'tanh');
    expect(
      activated(
        positive.map((x) => -x),
        'tanh',
      ),
    ).toEqual(values.map((y) => -y));
    expect(values.slice(-5)).toEqual([1, 1, 1, 1, 1]);
    expect(Math.max(...values)).toBe(1);
    expect(activated([0, -0, 0, 0], 'tanh')).toEqual([0, -0, 0, 0]);
  });

  it('relu is max(x, 0), and neither activation hides NaN', () => {
    expect(activated([-2, -1e-38, 0, 1e-38], 'relu')).toEqual([0, 0, 0, Math.fround(1e-38)]);
    expect(activated([NaN, Infinity, -Infinity, 5], 'relu')).toEqual([NaN, Infinity, 0, 5]);
    expect(activated([NaN, 0, NaN, -20], 'tanh')).toEqual([NaN, 0, NaN, -1]);
  });

  it('leaves what comes after', () => {
    floats(8, 4).set([-1, -2, -3, -4]);
    for (const kind of ['relu', 'tanh'] as const) activated(Array(8).fill(-1), kind);
    expect([...floats(8, 4)]).toEqual([-1, -2, -3, -4]);
  });
});

describe('activationGradient()', () => {
  it('multiplies by the derivative, said by the value', () => {
    expect(slopes([0, 1e-38, 2, -0], 'relu')).toEqual([0, 3, 3, 0]);
    expect(slopes([0, 0.5, -0.5, 1], 'tanh')).toEqual([3, 2.25, 2.25, 0]);
  });
});

describe('squaredNorm()', () => {
  it('adds squares in 64 bits: neither large nor small ones are lost', () => {
    floats(0, 8).set([1e30, -1e30, 0, 0, 3, 4, 0, 0]);
    expect(kernel.squaredNorm(address(0), 4)).toBeCloseTo(2 * Math.fround(1e30) ** 2, -45);
    expect(kernel.squaredNorm(address(4), 4)).toBe(25);
    expect(kernel.squaredNorm(address(0), 0)).toBe(0);
    floats(0, 8).fill(Math.fround(1e-30));
    expect(kernel.squaredNorm(address(0), 8) / (8 * Math.fround(1e-30) ** 2)).toBeCloseTo(1, 12);
  });
});

describe('adam()', () => {
  const COUNT = 8;
  const [w, g, m, v] = [0, COUNT, 2 * COUNT, 3 * COUNT];
  const step = (...settings: [number, number, number, number, number, number, number]) =>
    kernel.adam(address(w), address(g), address(m), address(v), COUNT, ...settings);

  it('rounds after each operation, as TensorFlow.js does', () => {
    const f = Math.fround;
    const [rate, beta1, beta2, epsilon, correction1, correction2, scale] = [
      3e-4, 0.9, 0.999, 1e-8, 0.19, 0.002, 0.37,
    ];
    const parts = [
      uniforms(COUNT, 1),
      uniforms(COUNT, 2),
      uniforms(COUNT, 3),
      uniforms(COUNT, 4, 1e-4).map(Math.abs),
    ];
    const wanted = [...parts[0]].map((weight, k) => {
      const gradient = f(parts[1][k] * f(scale));
      const first = f(f(parts[2][k] * f(beta1)) + f(gradient * f(1 - beta1)));
      const second = f(f(parts[3][k] * f(beta2)) + f(f(gradient * gradient) * f(1 - beta2)));
      const root = f(f(Math.sqrt(f(second / f(correction2)))) + f(epsilon));
      const change = f(f(f(first / f(correction1)) / root) * f(-rate));
      return [f(change + weight), first, second];
    });
    for (const [k, part] of parts.entries()) floats(k * COUNT, COUNT).set(part);
    step(rate, beta1, beta2, epsilon, correction1, correction2, scale);
    expect([...floats(w, COUNT)]).toEqual(wanted.map((one) => one[0]));
    expect([...floats(m, COUNT)]).toEqual(wanted.map((one) => one[1]));
    expect([...floats(v, COUNT)]).toEqual(wanted.map((one) => one[2]));
  });

  it('ends moments that fade away at 0, and keeps NaN', () => {
    floats(0, 4 * COUNT).fill(0);
    floats(m, COUNT).set([1e-38, -1e-38, 2e-38, -2e-38, 1, NaN, 0, -1]);
    floats(v, COUNT).set([1e-38, 2e-38, 1, NaN, 0, 0, 0, 0]);
    step(0.1, 0.75, 0.75, 1, 1, 1, 1);
    const f = Math.fround;
    expect([...floats(m, COUNT)]).toEqual([0, 0, f(1.5e-38), -f(1.5e-38), 0.75, NaN, 0, -0.75]);
    expect([...floats(v, COUNT)]).toEqual([0, f(1.5e-38), 0.75, NaN, 0, 0, 0, 0]);
  });
});
