import { describe, expect, it } from 'vitest';
import { Rollout } from '../../../../agents/deep/memory/rollout.ts';
import { FeatureScale } from '../../../../agents/deep/scaling/featureScale.ts';
import type { TimeStep } from '../../../../environments/contract.ts';
import { dayOf, specOf, type UserDay } from '../days.ts';

const SPEC = specOf({ users: 3, features: 2, actions: 2 });

/** Of features that were 1 and 3, 10 and 30. */
function scaleOf(): FeatureScale {
  const scale = new FeatureScale(2);
  scale.see(dayOf([{ features: [1, 10] }, { features: [3, 30] }]).observation);
  return scale;
}

const day = (users: readonly Partial<UserDay>[]): TimeStep =>
  dayOf(users.map((user) => ({ features: [2, 20], ...user })));

function push(rollout: Rollout, step: TimeStep, n = 0, scale = scaleOf()): void {
  const numbers = (of: number) => Float32Array.of(of, of + 0.25, of + 0.5);
  rollout.push(step, Uint8Array.of(n, n + 1, n + 2), { rewards: numbers(n), discounts: numbers(-n) }, scale);
}

/** Three days, of which the second user left after the first one. */
function threeDays(): Rollout {
  const rollout = new Rollout(3, SPEC);
  push(rollout, day([{ features: [1, 10] }, { features: [2, 20] }, { features: [3, 30] }]), 1);
  push(rollout, day([{}, { left: true, features: [NaN, NaN] }, { features: [5, 0] }]), 5);
  push(rollout, day([{}, { left: true }, { left: true }]), 9);
  return rollout;
}

describe('Rollout', () => {
  it('keeps what was done and what came of it, day by day', () => {
    const { actions, rewards, discounts } = threeDays();
    expect([...actions]).toEqual([1, 2, 3, 5, 6, 7, 9, 10, 11]);
    expect([...rewards]).toEqual([1, 1.25, 1.5, 5, 5.25, 5.5, 9, 9.25, 9.5]);
    expect([...discounts]).toEqual([-1, -0.75, -0.5, -5, -4.75, -4.5, -9, -8.75, -8.5]);
  });

  it('keeps the features of who is there, standardised as they were then', () => {
    const rollout = threeDays();
    const inputs = [...rollout.decisions()].map((cell) => [
      ...rollout.inputs.subarray(2 * cell, 2 * cell + 2),
    ]);
    expect(inputs).toEqual([
      [-1, -1],
      [0, 0],
      [1, 1],
      [0, 0],
      [3, -2],
      [0, 0],
    ]);
    const scale = scaleOf();
    const other = new Rollout(2, SPEC);
    push(other, day([{ features: [3, 30] }, {}, {}]), 0, scale);
    scale.see(day([{ features: [100, 10] }, {}, {}]).observation);
    push(other, day([{ features: [3, 30] }, {}, {}]), 0, scale);
    expect([...other.inputs.subarray(0, 2)]).toEqual([1, 1]);
    expect(other.inputs[6]).toBeLessThan(0);
  });

  it('decisions() are the cells of who was there, in order', () => {
    expect([...threeDays().decisions()]).toEqual([0, 1, 2, 3, 5, 6]);
    expect([...new Rollout(3, SPEC).decisions()]).toEqual([]);
  });

  it('is full after its days, and empty after clear()', () => {
    const rollout = new Rollout(2, SPEC);
    push(rollout, day([{}, {}, {}]));
    expect([rollout.length, rollout.full]).toEqual([1, false]);
    push(rollout, day([{}, {}, {}]));
    expect([rollout.length, rollout.full]).toEqual([2, true]);
    rollout.clear();
    expect([rollout.length, rollout.full]).toEqual([0, false]);
    push(rollout, day([{}, { left: true }, { left: true }]));
    expect([...rollout.decisions()]).toEqual([0]);
  });
});

describe('available actions of a Rollout', () => {
  const told = (...available: readonly (readonly number[])[]) =>
    day(available.map((row) => ({ available: row, left: !row.includes(1) && row.length > 2 })));

  it('are not kept while nothing is said of them', () => {
    expect(threeDays().available).toBeUndefined();
  });

  it('are kept as they are told, and the first is for who may be given nothing', () => {
    const rollout = new Rollout(2, SPEC);
    push(rollout, told([1, 1], [0, 1], [0, 0]));
    push(rollout, told([0, 1], [0, 0], [1, 0]));
    expect([...rollout.available!]).toEqual([1, 1, 0, 1, 1, 0, 0, 1, 1, 0, 1, 0]);
  });

  it('were all on the days before the first that tells of them', () => {
    const rollout = new Rollout(2, SPEC);
    push(rollout, day([{}, {}, {}]));
    push(rollout, told([0, 1], [0, 1], [0, 1]));
    expect([...rollout.available!]).toEqual([1, 1, 1, 1, 1, 1, 0, 1, 0, 1, 0, 1]);
  });

  it('are told anew after clear()', () => {
    const rollout = new Rollout(1, SPEC);
    push(rollout, told([0, 1], [0, 1], [0, 1]));
    rollout.clear();
    push(rollout, told([1, 0], [1, 1], [0, 0]));
    expect([...rollout.available!]).toEqual([1, 0, 1, 1, 1, 0]);
  });

  it('all are on a day that tells of none, after a day that did', () => {
    const rollout = new Rollout(1, SPEC);
    push(rollout, told([0, 1], [0, 1], [0, 1]));
    rollout.clear();
    push(rollout, day([{}, {}, {}]));
    expect([...(rollout.available ?? Array(6).fill(1))]).toEqual([1, 1, 1, 1, 1, 1]);
  });
});
