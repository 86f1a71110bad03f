import { describe, expect, it } from 'vitest';
import {
  type Kept,
  keptArrays,
  keptNetwork,
  keptShape,
  keptTogether,
  renamed,
  savedArray,
} from '../../../agents/deep/kept.ts';
import type { NetworkState } from '../../../agents/deep/networks/network.ts';
import { simdEngine } from '../../../agents/deep/simd/simdNetwork.ts';
import { specOf } from './days.ts';
import { uniforms } from './simd/trials.ts';

const arrays = () => ({ a: Float64Array.of(1, 2), b: Uint8Array.of(3) });

describe('keptArrays()', () => {
  it('saves copies and takes others over, only when it is told to', () => {
    const own = arrays();
    const kept = keptArrays(own);
    const saved = kept.save();
    own.a.fill(0);
    expect(saved).toEqual(arrays());
    const takeOver = kept.restore(saved);
    expect([...own.a]).toEqual([0, 0]);
    takeOver();
    expect(own).toEqual(arrays());
  });

  it.each([
    ['is missing', {}],
    ['is longer', { a: new Float64Array(3) }],
    ['is of another kind', { a: new Float32Array(2) }],
    ['is no array', { a: 2 }],
  ])('restore() refuses a snapshot in which one %s, and says which', (_, snapshot) => {
    expect(() => keptArrays({ a: new Float64Array(2) }).restore(snapshot)).toThrow(
      'the snapshot does not fit: expected "a" to be 2 numbers',
    );
  });

  it('any length will do where none is asked for', () => {
    const snapshot = { a: new Float64Array(3) };
    expect(savedArray(snapshot, 'a', new Float64Array(0))).toBe(snapshot.a);
  });
});

describe('keptTogether()', () => {
  it('restores all parts, or none where one does not fit', () => {
    const [one, other] = [arrays(), { c: Float32Array.of(5) }];
    const kept = keptTogether([keptArrays(one), keptArrays(other)]);
    const saved = kept.save();
    expect(Object.keys(saved)).toEqual(['a', 'b', 'c']);
    one.a.fill(0);
    other.c.fill(0);
    expect(() => kept.restore({ ...saved, c: new Float32Array(2) })).toThrow(RangeError);
    expect([...one.a, ...other.c]).toEqual([0, 0, 0]);
    kept.restore(saved)();
    expect([...one.a, ...other.c]).toEqual([1, 2, 5]);
  });
});

describe('renamed()', () => {
  it('keeps two parts of a kind apart', () => {
    const [one, other] = [{ a: Float64Array.of(1) }, { a: Float64Array.of(2) }];
    const kept: Kept = keptTogether([renamed(keptArrays(one), 'one.'), renamed(keptArrays(other), 'other.')]);
    const saved = kept.save();
    expect(saved).toEqual({ 'one.a': Float64Array.of(1), 'other.a': Float64Array.of(2) });
    for (const { a } of [one, other]) a.fill(0);
    kept.restore(saved)();
    expect([one.a[0], other.a[0]]).toEqual([1, 2]);
    expect(() => kept.restore({ 'one.a': Float64Array.of(1), a: Float64Array.of(2) })).toThrow(RangeError);
  });
});

describe('keptNetwork()', () => {
  const description = { inputs: 2, hidden: [], activation: 'relu', outputs: 1, outputGain: 1 } as const;
  const adam = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, maxGradientNorm: 1 };
  const state: NetworkState = {
    parameters: uniforms(3, 1),
    first: uniforms(3, 2),
    second: uniforms(3, 3).map(Math.abs),
    powers: Float32Array.of(0.5, 0.25),
  };
  const networkOf = () => simdEngine.create(description, adam, new Float32Array(3));

  it('saves weights and optimiser by name, and restores them', () => {
    const network = networkOf();
    network.restore(state);
    const saved = keptNetwork('q', network).save();
    const { parameters, first, second, powers } = state;
    const named = { 'q.parameters': parameters, 'q.first': first, 'q.second': second, 'q.powers': powers };
    expect(saved).toEqual(named);
    const other = networkOf();
    keptNetwork('q', other).restore(saved)();
    expect(other.state()).toEqual(state);
  });

  it.each(['parameters', 'first', 'second', 'powers'])('refuses %s of another size', (part) => {
    const kept = keptNetwork('q', networkOf());
    const wrong = { ...kept.save(), [`q.${part}`]: new Float32Array(5) };
    expect(() => kept.restore(wrong)).toThrow(`expected "q.${part}" to be`);
  });
});

describe('keptShape()', () => {
  const spec = specOf({ features: 2, actions: 3 });

  it('refuses what was saved in a world of other features, actions or states', () => {
    const kept = keptShape(spec);
    kept.restore(keptShape({ ...spec, users: 7, horizon: 3 }).save())();
    for (const other of [
      specOf({ features: 3, actions: 3 }),
      specOf({ features: 2 }),
      { ...spec, stateCount: 2 },
    ])
      expect(() => kept.restore(keptShape(other).save())).toThrow('the snapshot is of another world');
  });
});
