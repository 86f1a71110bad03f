import { describe, expect, it } from 'vitest';
import {
  BACKENDS,
  type Backend,
  BackendError,
  openBackend,
  openFastest,
} from '../../../agents/deep/backend.ts';
import { openCompute } from '../../../agents/deep/engine.ts';

/** The native backend where it is installed, else the error. */
const native: Backend | BackendError = await openBackend('native').catch((error) => error);
const hasNative = !(native instanceof Error);

/** 1 + 2 + 3, computed. */
const six = ({ tf }: Backend) => tf.tidy(() => tf.sum(tf.tensor1d([1, 2, 3])).dataSync()[0]);

describe('openBackend()', () => {
  it.each(['wasm', 'cpu', 'wasm'] as const)(
    '%s is the active one, computes, and has layers',
    async (name) => {
      const backend = await openBackend(name);
      expect(backend.name).toBe(name);
      expect(backend.tf.getBackend()).toBe(name);
      expect(six(backend)).toBe(6);
      expect(backend.layers.layers.dense).toBeTypeOf('function');
    },
  );

  it('native computes, or says why it does not load', async () => {
    if (hasNative) {
      expect(six(await openBackend('native'))).toBe(6);
      return;
    }
    expect(native).toBeInstanceOf(BackendError);
    expect(native.name).toBe('BackendError');
    expect((native as BackendError).message).toMatch(/^the native backend does not load here: .{10,}$/);
    expect((native as BackendError).cause).toBeDefined();
  });

  it('native that does not load leaves the others alone', async () => {
    const backend = await openBackend('wasm');
    await openBackend('native').catch(() => {});
    if (!hasNative) expect(backend.tf.getBackend()).toBe('wasm');
    expect(six(await openBackend('wasm'))).toBe(6);
    expect(backend.tf.getBackend()).toBe('wasm');
  });
});

describe('openFastest()', () => {
  it('opens the first of the list that loads', async () => {
    expect(BACKENDS).toEqual(['native', 'wasm', 'cpu']);
    const backend = await openFastest();
    expect(backend.name).toBe(hasNative ? 'native' : 'wasm');
    expect(six(backend)).toBe(6);
  });
});

describe('openCompute()', () => {
  const FASTEST = hasNative ? 'native' : 'simd';

  it.each([
    ['auto', FASTEST],
    ['simd', 'simd'],
    ['wasm', 'wasm'],
    ['cpu', 'cpu'],
    ['simd+wasm', 'simd'],
  ])('%s for dense networks is %s, without tensors besides', async (asked, name) => {
    const compute = await openCompute(asked, 'dense');
    expect(compute.name).toBe(name);
    expect(compute.engine.name).toBe(name);
    expect(compute.tensors).toBeUndefined();
  });

  it.each([
    ['auto', FASTEST, hasNative ? 'native' : 'wasm'],
    ['simd', 'simd', hasNative ? 'native' : 'wasm'],
    ['simd+cpu', 'simd', 'cpu'],
    ['wasm', 'wasm', 'wasm'],
    ['cpu', 'cpu', 'cpu'],
  ])('%s for recurrent networks is %s with tensors on %s', async (asked, engine, tensors) => {
    const compute = await openCompute(asked, 'recurrent');
    expect(compute.engine.name).toBe(engine);
    expect(compute.tensors?.name).toBe(tensors);
    expect(compute.name).toBe(engine === tensors ? engine : `${engine}+${tensors}`);
  });

  it.each(['auto', 'simd', 'simd+cpu', 'wasm', 'cpu'])(
    '%s is opened again by the name of what it gave',
    async (asked) => {
      for (const kind of ['dense', 'recurrent'] as const) {
        const compute = await openCompute(asked, kind);
        const again = await openCompute(compute.name, kind);
        expect([again.name, again.engine.name, again.tensors?.name]).toEqual([
          compute.name,
          compute.engine.name,
          compute.tensors?.name,
        ]);
      }
    },
  );

  it('native where it does not load is refused with the reason, for networks and for tensors', async () => {
    if (hasNative) return;
    const { message } = native;
    await expect(openCompute('native', 'dense')).rejects.toThrow(message);
    await expect(openCompute('simd+native', 'recurrent')).rejects.toThrow(BackendError);
  });

  it('a name that does not exist is refused', async () => {
    for (const kind of ['dense', 'recurrent'] as const)
      await expect(openCompute('abacus', kind)).rejects.toThrow(BackendError);
    await expect(openCompute('simd+abacus', 'recurrent')).rejects.toThrow(BackendError);
  });
});
