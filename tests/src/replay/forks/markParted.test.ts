import { describe, expect, it } from 'vitest';
import type { Branch } from '../../../../src/replay/forks/branch.ts';
import { markParted } from '../../../../src/replay/forks/markParted.ts';

interface Seen {
  readonly features: readonly number[];
  readonly state: number;
  readonly active: 0 | 1;
  readonly available: readonly number[];
  readonly birth: number;
}

const SEEN: Seen = { features: [0.5, 2], state: 3, active: 1, available: [1, 0], birth: 17 };
const GONE: Seen = { ...SEEN, active: 0 };

function branchOf(users: readonly Seen[]): Branch {
  const observation = {
    features: Float32Array.from(users.flatMap(({ features }) => features)),
    states: Uint32Array.from(users, ({ state }) => state),
    active: Uint8Array.from(users, ({ active }) => active),
    available: Uint8Array.from(users.flatMap(({ available }) => available)),
  };
  return { observation, births: Int32Array.from(users, ({ birth }) => birth) } as unknown as Branch;
}

function parted(fork: Seen, original: Seen, before = 0): number {
  const marks = Uint8Array.of(0, before, 0);
  markParted(marks, branchOf([SEEN, fork, SEEN]), branchOf([SEEN, original, SEEN]));
  expect([marks[0], marks[2]]).toEqual([0, 0]);
  return marks[1];
}

describe('markParted(parted, fork, original)', () => {
  it('leaves alone who looks as it did', () => {
    expect(parted(SEEN, { ...SEEN, features: [0.5, 2] })).toBe(0);
  });

  it.each([
    ['another feature', { features: [0.5, 2.0000002] }],
    ['another bin', { state: 2 }],
    ['another action available', { available: [1, 1] }],
    ['another user in the row', { birth: 18 }],
  ])('marks %s', (_, change) => {
    expect(parted({ ...SEEN, ...change }, SEEN)).toBe(1);
    expect(parted(SEEN, { ...SEEN, ...change })).toBe(1);
  });

  it('marks who is there in one life only, and not who is there in neither', () => {
    expect([parted(GONE, SEEN), parted(SEEN, GONE)]).toEqual([1, 1]);
    expect(parted(GONE, { ...GONE, features: [9, 9], state: 0 })).toBe(0);
  });

  it('is for good', () => {
    expect(parted(SEEN, SEEN, 1)).toBe(1);
  });
});
