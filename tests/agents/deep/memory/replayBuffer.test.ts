import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReplayBuffer } from '../../../../agents/deep/memory/replayBuffer.ts';
import { dayOf, specOf } from '../days.ts';

const SPEC = specOf({ users: 2, features: 3, actions: 2 });
const CAPACITY = 7;

/** The n-th transition: everything about it says n. Those divisible by 5 are of who left. */
function add(buffer: ReplayBuffer, n: number): void {
  const discount = n % 5 === 0 ? 0 : 1 / (n + 1);
  const next = dayOf([
    { features: [-1, -1, -1], available: [0, 0] },
    { features: [n, n + 0.5, n + 0.75], available: [n % 2, 1] },
  ]);
  buffer.add(Float32Array.of(-1, n, -n, n / 2, -1), 1, n % 3, n / 8, discount, next.observation, 1);
}

const f = Math.fround;
const wanted = (n: number) => ({
  features: [n, -n, n / 2],
  nextFeatures: [n, n + 0.5, n + 0.75],
  nextAvailable: n % 5 === 0 ? [1, 1] : [n % 2, 1],
  actions: [n % 3],
  rewards: [n / 8],
  discounts: [n % 5 === 0 ? 0 : f(1 / (n + 1))],
});

function filled(count: number, capacity = CAPACITY): ReplayBuffer {
  const buffer = new ReplayBuffer(capacity, SPEC);
  for (let n = 1; n <= count; n++) add(buffer, n);
  return buffer;
}

/** What is at a place, by name. */
function at(buffer: ReplayBuffer, place: number): ReturnType<typeof wanted> {
  const row = (array: Float32Array | Uint8Array, columns: number) => [
    ...array.subarray(columns * place, columns * (place + 1)),
  ];
  return {
    features: row(buffer.features, 3),
    nextFeatures: row(buffer.nextFeatures, 3),
    nextAvailable: row(buffer.nextAvailable, 2),
    actions: row(buffer.actions, 1),
    rewards: row(buffer.rewards, 1),
    discounts: row(buffer.discounts, 1),
  };
}

const contentOf = (buffer: ReplayBuffer) =>
  Array.from({ length: buffer.size }, (_, place) => at(buffer, place));

const counts = fc.nat(4 * CAPACITY);

describe('ReplayBuffer', () => {
  it('keeps the latest transitions, each new one in the place of the oldest', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const buffer = filled(count);
        expect(buffer.size).toBe(Math.min(count, CAPACITY));
        expect(buffer.added).toBe(count);
        const latest = Array.from({ length: buffer.size }, (_, k) => count - k);
        for (const n of latest) expect(at(buffer, (n - 1) % CAPACITY)).toEqual(wanted(n));
      }),
    );
  });

  it('takes every action for available where nothing is said of it', () => {
    const buffer = filled(CAPACITY);
    const next = dayOf([{ features: [0, 0, 0] }, { features: [1, 2, 3] }]);
    buffer.add(new Float32Array(3), 0, 0, 0, 1, next.observation, 1);
    expect(at(buffer, 0).nextAvailable).toEqual([1, 1]);
  });

  it('saves what is in use, as a copy', () => {
    const buffer = filled(3);
    const saved = buffer.kept.save();
    expect(saved).toEqual({
      'replay.added': 3,
      'replay.features': Float32Array.from([1, 2, 3].flatMap((n) => wanted(n).features)),
      'replay.nextFeatures': Float32Array.from([1, 2, 3].flatMap((n) => wanted(n).nextFeatures)),
      'replay.nextAvailable': Uint8Array.from([1, 2, 3].flatMap((n) => wanted(n).nextAvailable)),
      'replay.actions': Uint8Array.of(1, 2, 0),
      'replay.rewards': Float32Array.of(1 / 8, 2 / 8, 3 / 8),
      'replay.discounts': Float32Array.of(1 / 2, 1 / 3, 1 / 4),
    });
    const before = structuredClone(saved);
    for (let n = 4; n < 20; n++) add(buffer, n);
    expect(saved).toEqual(before);
  });

  it('restored goes on like the one that was saved, whatever was in it before', () => {
    fc.assert(
      fc.property(counts, counts, counts, (count, other, more) => {
        const [buffer, restored] = [filled(count), filled(other)];
        restored.kept.restore(buffer.kept.save())();
        for (let n = count; n <= count + more; n++) for (const one of [buffer, restored]) add(one, n);
        expect(restored.added).toBe(buffer.added);
        expect(contentOf(restored)).toEqual(contentOf(buffer));
      }),
    );
  });

  it('restored into more room goes on as well, while it is not full', () => {
    const larger = filled(20, 2 * CAPACITY);
    larger.kept.restore(filled(CAPACITY - 1).kept.save())();
    for (const n of [7, 8, 9]) add(larger, n);
    expect(contentOf(larger)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map(wanted));
  });

  it.each([
    ['of more than it has room for', filled(2 * CAPACITY, 2 * CAPACITY).kept.save()],
    ['that was overwritten in less room', filled(CAPACITY + 1).kept.save(), 2 * CAPACITY],
    ['with one column more', { ...filled(3).kept.save(), 'replay.features': new Float32Array(12) }],
    ['with a part of another kind', { ...filled(3).kept.save(), 'replay.rewards': new Float64Array(3) }],
    ['without its count', { ...filled(3).kept.save(), 'replay.added': 'three' }],
    ['with less than no transition', { ...filled(3).kept.save(), 'replay.added': -3 }],
    ['with half a transition', { ...filled(CAPACITY).kept.save(), 'replay.added': CAPACITY + 0.5 }],
  ])('restore() refuses a snapshot %s, and it stays as it was', (_, snapshot, capacity = CAPACITY) => {
    const buffer = filled(5, capacity);
    expect(() => buffer.kept.restore(snapshot)).toThrow(RangeError);
    expect(buffer.added).toBe(5);
    expect(contentOf(buffer)).toEqual(contentOf(filled(5, capacity)));
  });

  it('restore() changes nothing until it is told to', () => {
    const buffer = filled(5);
    const takeOver = buffer.kept.restore(filled(2).kept.save());
    expect(buffer.size).toBe(5);
    takeOver();
    expect(contentOf(buffer)).toEqual(contentOf(filled(2)));
  });
});
