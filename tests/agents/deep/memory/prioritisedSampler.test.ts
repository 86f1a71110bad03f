import { describe, expect, it } from 'vitest';
import { type PriorityPlan, prioritisedSampler } from '../../../../agents/deep/memory/prioritisedSampler.ts';
import type { ReplayBuffer } from '../../../../agents/deep/memory/replayBuffer.ts';
import type { Sampler } from '../../../../agents/deep/memory/sampler.ts';
import { compatible } from '../../../support/chiSquare.ts';
import { expectClose } from '../simd/trials.ts';
import { bufferOf, drawn, fill, frequencies } from './samplers.ts';

const PLAN: PriorityPlan = { exponent: 0.6, correction: 0.4 };
const ERRORS = [0.1, -3, 0.5, 0, 7, -0.02];

/** Says how wrong the values of the first places were. */
function note(sampler: Sampler, errors: readonly number[]): void {
  const places = Uint32Array.from(errors, (_, place) => place);
  sampler.note({ places, weights: new Float32Array(errors.length) }, Float32Array.from(errors));
}

/** A sampler that knows the errors of a full buffer. */
function informed(
  errors: readonly number[],
  plan = PLAN,
  buffer = bufferOf(errors.length, errors.length),
): Sampler {
  const sampler = prioritisedSampler(buffer, plan, 1);
  drawn(sampler, 0, 1);
  note(sampler, errors);
  return sampler;
}

/** P(i) of the paper, from priorities. */
function lawOf(priorities: readonly number[], exponent = PLAN.exponent): number[] {
  const powers = priorities.map((priority) => priority ** exponent);
  return powers.map((power) => power / powers.reduce((a, b) => a + b, 0));
}

const prioritiesOf = (errors: readonly number[]) => errors.map((error) => Math.abs(error) + 1e-6);

function expectLaw(sampler: Sampler, law: readonly number[]): void {
  const counts = frequencies(sampler, law.length);
  expect(
    compatible(
      counts,
      law.map((p) => p * 20_000),
    ),
  ).toBe(true);
}

describe('prioritisedSampler', () => {
  it.each([0.3, 0.6, 1])('draws in proportion to the error to the power of %d', (exponent) => {
    const law = lawOf(prioritiesOf(ERRORS), exponent);
    expectLaw(informed(ERRORS, { ...PLAN, exponent }), law);
    expect(law[4] / law[0]).toBeGreaterThan(3);
  });

  it.each([0, 0.4, 1])('weighs by (N P)^−%d, as a part of the largest weight of the batch', (correction) => {
    const { places, weights } = drawn(informed(ERRORS, { ...PLAN, correction }), 3, 40);
    const law = lawOf(prioritiesOf(ERRORS));
    const wanted = [...places].map((place) => (ERRORS.length * law[place]) ** -correction);
    expectClose(
      weights,
      wanted.map((weight) => weight / Math.max(...wanted)),
      1e-6,
    );
    expect(new Set(places).size).toBeGreaterThan(2);
  });

  it('draws all alike before it knows any error', () => {
    expectLaw(prioritisedSampler(bufferOf(8, 5), PLAN, 1), Array(5).fill(1 / 5));
  });

  it('gives new transitions the largest priority so far, also where they take the place of others', () => {
    const buffer = bufferOf(8, 6);
    const sampler = informed(ERRORS, PLAN, buffer);
    fill(buffer, 3);
    const largest = Math.max(...prioritiesOf(ERRORS));
    const [, ...kept] = prioritiesOf(ERRORS);
    expectLaw(sampler, lawOf([largest, ...kept, largest, largest]));
  });

  it('remembers the largest priority when the transition that had it is gone', () => {
    const buffer = bufferOf(2, 2);
    const sampler = informed([100, 1], PLAN, buffer);
    note(sampler, [1, 1]);
    fill(buffer, 1);
    expectLaw(sampler, lawOf([100, 1]));
  });

  it('gives new transitions a priority of 1 where all errors were smaller', () => {
    const buffer = bufferOf(3, 2);
    const sampler = informed([0.5, 0.25], PLAN, buffer);
    fill(buffer, 1);
    expectLaw(sampler, lawOf([0.5, 0.25, 1]));
  });

  it('knows where new transitions are after the buffer was overwritten several times', () => {
    const buffer = bufferOf(5, 5);
    const sampler = informed([9, 9, 9, 9, 9], PLAN, buffer);
    note(sampler, [1, 1, 1, 1, 1]);
    fill(buffer, 13);
    expectLaw(sampler, Array(5).fill(1 / 5));
    note(sampler, [1, 1, 1, 1, 1]);
    fill(buffer, 1);
    expectLaw(sampler, lawOf([1, 1, 1, 9, 1]));
  });

  it('draws one from each equal part of the priorities', () => {
    const sampler = informed(Array(64).fill(1));
    const { places } = drawn(sampler, 5, 64);
    expect([...places]).toEqual(Array.from({ length: 64 }, (_, k) => k));
  });
});

describe('priorities in a snapshot', () => {
  /** Some rounds of learning: what was drawn, and errors that follow from it. */
  function rounds(buffer: ReplayBuffer, sampler: Sampler, from: number, size = 1): unknown[] {
    return [0, 1, 2, 3].map((k) => {
      const sample = drawn(sampler, from + k, 12);
      sampler.note(
        sample,
        Float32Array.from(sample.places, (place) => size * (((place * 7 + k) % 5) - 2)),
      );
      fill(buffer, k);
      return sample;
    });
  }

  it.each([
    ['filled in part', 6, 40],
    ['overfull', 23, 9],
  ])('of a buffer that is %s go on identically, whatever was known before', (_, count, capacity) => {
    const buffer = bufferOf(capacity, count);
    const sampler = prioritisedSampler(buffer, PLAN, 1);
    rounds(buffer, sampler, 0);
    const copy = bufferOf(capacity, 30);
    const other = prioritisedSampler(copy, PLAN, 1);
    rounds(copy, other, 0, 100);
    const snapshot = structuredClone({ ...buffer.kept.save(), ...sampler.kept.save() });
    for (const part of [copy, other]) part.kept.restore(snapshot)();
    expect(rounds(copy, other, 7)).toEqual(rounds(buffer, sampler, 7));
    expect(other.kept.save()).toEqual(sampler.kept.save());
  });

  it('are refused where they are more than there is room for, and stay as they were', () => {
    const small = informed([1, 2, 3]);
    const before = small.kept.save();
    expect(() => small.kept.restore(informed(ERRORS).kept.save())).toThrow(RangeError);
    expect(() => small.kept.restore({ ...before, 'priorities.state': new Float64Array(3) })).toThrow(
      RangeError,
    );
    expect(small.kept.save()).toEqual(before);
  });
});
