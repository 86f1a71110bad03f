import { describe, expect, it } from 'vitest';
import { describeState } from '../../../environments/exact/describeState.ts';
import { enumerate } from '../../../environments/exact/enumerate.ts';
import { NotFiniteError } from '../../../environments/exact/finite.ts';
import type { FiniteDecisionProcess } from '../../../environments/exact/process.ts';
import { written } from './solved.ts';

/** What follows from an action in a state: the reward, and the probabilities of the next states by their values. */
function rowOf(process: FiniteDecisionProcess, state: readonly number[], action: number) {
  const row = process.rowOf[(process.indexOf(state) as number) * process.actions + action];
  const ways: Record<string, number> = {};
  for (let k = process.offsets[row]; k < process.offsets[row + 1]; k++)
    ways[process.states[process.targets[k]].join(' ')] = process.probabilities[k];
  return { row, reward: process.rewards[row], ways };
}

const SHOP = `
horizon: 9
segments: { few: { share: 0.25, rate: 1 }, many: { share: 0.75, rate: 0.5 } }
traits: { keen: bernoulli(0.5) }
state: { stock: { value: "floor(uniform(0, 2))", range: [0, 3] } }
actions:
  wait: {}
  order: { cost: 0.5, when: stock < 2 }
  sale: { cost: 0.25, when: stock > 0 and stage == open }
day:
  sold: bernoulli(rate * 0.5) and stock > 0
  stock: clamp(stock - sold + 2 * (action == order), 0, 3)
lifecycle:
  open: { closing: action == sale, shut: 0.1 }
  closing: { shut: stock == 0, moved: keen }
  shut: {}
  moved: {}
  never: {}
reward: { sales: 4 * sold, cost: -action.cost, goodbye: -(stage == shut) }
observe: { stock: stock, phase: stage, kind: segment }
`;

describe('the decision process of a program', () => {
  const program = written(SHOP);
  const process = enumerate(program);

  it('carries stage, segment, traits and state; its states are in their order', () => {
    expect(process.carried.map(({ name }) => name)).toEqual(['stage', 'segment', 'keen', 'stock']);
    const sorted = [...process.states].sort((a, b) => {
      const k = a.findIndex((value, i) => value !== b[i]);
      return a[k] - b[k];
    });
    expect(process.states).toEqual(sorted);
    for (const [k, state] of process.states.entries()) expect(process.indexOf(state)).toBe(k);
    expect(process.indexOf([0, 0, 0, 17])).toBeUndefined();
    expect(process).toMatchObject({ name: 'written', horizon: 9, actions: 3 });
  });

  it('is entered by segment, trait and state at birth', () => {
    const entered = process.states.flatMap((state, s) =>
      process.entry[s] > 0 ? [[...state, process.entry[s]]] : [],
    );
    const expected = [0, 1].flatMap((segment) =>
      [0, 1].flatMap((keen) => [0, 1].map((stock) => [0, segment, keen, stock, [0.25, 0.75][segment] / 4])),
    );
    expect(entered).toEqual(expected);
  });

  it('adds up what draws lead to, and leaves out who has left', () => {
    expect(rowOf(process, [0, 1, 0, 1], 1)).toMatchObject({
      reward: expect.closeTo(4 * 0.25 - 0.5 - 0.1, 14),
      ways: { '0 1 0 2': expect.closeTo(0.25 * 0.9, 14), '0 1 0 3': expect.closeTo(0.75 * 0.9, 14) },
    });
    // Tried in order: closing for certain, so nothing is left for the 0.1.
    expect(rowOf(process, [0, 0, 1, 1], 2)).toMatchObject({
      reward: expect.closeTo(4 * 0.5 - 0.25, 14),
      ways: { '1 0 1 0': expect.closeTo(0.5, 14), '1 0 1 1': expect.closeTo(0.5, 14) },
    });
    expect(rowOf(process, [1, 0, 1, 0], 0)).toMatchObject({ reward: -1, ways: {} });
    expect(rowOf(process, [1, 0, 1, 1], 0)).toMatchObject({ reward: expect.closeTo(2 - 0.5, 14), ways: {} });
  });

  it('says what may be done; what may not is the first that may', () => {
    const available = (state: readonly number[]) => {
      const s = (process.indexOf(state) as number) * 3;
      return [...process.available.subarray(s, s + 3)];
    };
    expect(available([0, 0, 0, 0])).toEqual([1, 1, 0]);
    expect(available([0, 0, 0, 1])).toEqual([1, 1, 1]);
    expect(available([1, 0, 0, 2])).toEqual([1, 0, 0]);
    expect(rowOf(process, [0, 0, 0, 0], 2).row).toBe(rowOf(process, [0, 0, 0, 0], 0).row);
    expect(rowOf(process, [0, 0, 0, 0], 1).row).not.toBe(rowOf(process, [0, 0, 0, 0], 0).row);
  });

  it('names the stages in which people have left, those that are reached', () => {
    expect(process.left).toEqual([2, 3]);
  });

  it('shows what agents see', () => {
    const s = process.indexOf([1, 0, 1, 1]) as number;
    // stock, phase: open closing shut moved never, kind: few many
    expect([...process.features.subarray(8 * s, 8 * s + 8)]).toEqual([1, 0, 1, 0, 0, 0, 1, 0]);
    expect(process.observations[s]).toBe((1 * 5 + 1) * 2 + 0);
  });

  it('tells a state in the words of the file', () => {
    expect(describeState(process, program, [1, 0, 1, 3])).toEqual({
      stage: 'closing',
      segment: 'few',
      keen: 1,
      stock: 3,
    });
  });

  it('where nothing may be done, does the first', () => {
    const { available, states } = enumerate(
      written(`horizon: 2
state: { x: { value: 0, range: [0, 1] } }
actions: { a: { when: x == 1 }, b: { when: x == 1 } }
day: { x: 1 }
reward: { r: action == a }
observe: { x: x }`),
    );
    expect(states).toEqual([
      [0, 0],
      [0, 1],
    ]);
    expect([...available]).toEqual([1, 0, 1, 1]);
  });
});

describe('limits', () => {
  const counter = (high: number) =>
    written(`horizon: 5
traits: { kind: "categorical(1, 1, 1)" }
state: { x: { value: 0, range: [0, ${high}] }, y: { value: 0, range: [0, 1] } }
actions: { none: {} }
day: { x: "min(x + 1, ${high})", y: bernoulli(0.5) }
reward: { r: 1 }
observe: { x: x }`);

  it('of states: the error says how many, and what made them', () => {
    const limits = { states: 20, transitions: 1_000_000 };
    expect(() => enumerate(counter(50), limits)).toThrow(NotFiniteError);
    expect(() => enumerate(counter(50), limits)).toThrow(
      /^written has more than 20 states, .*; values found so far: stage 1 × kind 3 × x \d+ × y 2$/,
    );
    // 3 kinds, at 0 with y = 0 and at 1 and 2 with both.
    expect(enumerate(counter(2), { states: 15, transitions: 1_000 }).states).toHaveLength(15);
    expect(() => enumerate(counter(2), { states: 14, transitions: 1_000 })).toThrow('more than 14 states');
  });

  it('of transitions', () => {
    expect(enumerate(counter(2), { states: 100, transitions: 30 }).targets).toHaveLength(30);
    expect(() => enumerate(counter(2), { states: 100, transitions: 29 })).toThrow('more than 29 transitions');
  });

  it('of the ways of one day', () => {
    const many = Array.from({ length: 17 }, (_, k) => `c${k}: bernoulli(0.5)`).join(', ');
    const program = written(`horizon: 5
actions: { none: {} }
day: { ${many} }
reward: { r: c0 }
observe: {}`);
    expect(() => enumerate(program)).toThrow(
      new NotFiniteError('written: one day can go in more than 100000 ways; use fewer or simpler draws'),
    );
  });
});
