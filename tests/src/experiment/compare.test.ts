import { describe, expect, it } from 'vitest';
import { always } from '../../../agents/rules/always.ts';
import { captionOf, compare } from '../../../src/experiment/compare.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { smallShop } from '../../support/smallShop.ts';

/** A policy with the returns and costs of three users on two seeds. */
function contestant(name: string, returns: readonly number[][], costs: readonly number[][]) {
  return {
    name,
    evaluations: returns.map((values, seed) => ({
      metrics: [
        { name: 'return', values: Float64Array.from(values) },
        { name: 'cost', values: Float64Array.from(costs[seed]) },
      ],
    })),
  };
}

const zero = [
  [0, 0, 0],
  [0, 0, 0],
];
const a = contestant(
  'a',
  [
    [1, 2, 6],
    [4, 5, 6],
  ],
  zero,
);
const b = contestant(
  'b',
  [
    [0, 2, 4],
    [1, 1, 4],
  ],
  zero,
);
const c = contestant('c', zero, [
  [3, 3, 3],
  [5, 5, 5],
]);

describe('compare(contestants)', () => {
  it('gives the mean of each policy over its seeds', () => {
    const { policies } = compare([a, b]);
    expect(policies.map(({ name, metrics }) => [name, metrics['return'].mean])).toEqual([
      ['a', 4],
      ['b', 2],
    ]);
  });

  it('gives the difference of each ordered pair in each metric, once', () => {
    const { differences } = compare([a, b, c]);
    const seen = differences.map((d) => `${d.a} − ${d.b}: ${d.metric}`);
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
    expect(seen.slice(0, 4)).toEqual(['a − b: return', 'a − b: cost', 'a − c: return', 'a − c: cost']);
  });

  it('pairs differences by user within a seed, as by hand: +1 and +3, so 2 ± 12.706 · 1', () => {
    const { differences } = compare([a, b]);
    const [forth, , back] = differences;
    expect(forth).toMatchObject({ a: 'a', b: 'b', metric: 'return', mean: 2 });
    expect(forth.low).toBeCloseTo(2 - 12.706204736, 6);
    expect(forth.high).toBeCloseTo(2 + 12.706204736, 6);
    expect([back.mean, back.low, back.high]).toEqual([-2, -forth.high, -forth.low]);
  });

  it('gives no difference at all between policies that act alike on the same people', () => {
    const program = smallShop();
    const played = (action: number) =>
      ['1', '2', '3'].map((seed) => evaluate(program, always(action), { users: 50, seed }));
    const { differences } = compare([
      { name: 'one', evaluations: played(1) },
      { name: 'same', evaluations: played(1) },
      { name: 'other', evaluations: played(0) },
    ]);
    const alike = differences.filter((d) => d.a !== 'other' && d.b !== 'other');
    expect(alike.filter(({ mean, low, high }) => mean !== 0 || low !== 0 || high !== 0)).toEqual([]);
    const contacts = differences.find((d) => d.a === 'one' && d.b === 'other' && d.metric === 'contacts');
    expect(contacts?.low).toBeGreaterThan(0);
  });

  it('of nothing is nothing', () => {
    expect(compare([])).toEqual({ policies: [], differences: [] });
  });
});

describe('captionOf()', () => {
  const trained = { perSeed: ['q-learning'], once: [] };

  it('says what the intervals of several seeds are', () => {
    expect(captionOf(5, 2_000, { decision: undefined }, trained)).toBe(
      '95 % t interval over 5 seeds; each seed has its own training and its own 2,000 held-out users, paired by user in differences',
    );
  });

  it('says what the intervals of one seed leave out', () => {
    expect(captionOf(1, 500, { decision: undefined }, trained)).toBe(
      '95 % t interval over 500 held-out users of one seed, paired by user in differences; it says nothing about the luck of training',
    );
  });

  it('says which policies were trained once, so that their intervals hold nothing of the luck of training', () => {
    const caption = (perSeed: string[], once: string[]) =>
      captionOf(3, 2_000, { decision: undefined }, { perSeed, once });
    expect(caption([], ['seed-1-3c1b0012'])).toBe(
      '95 % t interval over 3 seeds; each seed has its own 2,000 held-out users, paired by user in differences; seed-1-3c1b0012 is one run, trained once and played on the people of every seed: its intervals hold nothing of the luck of training',
    );
    expect(caption(['sarsa', 'dqn'], ['seed-1-3c1b0012', 'latest'])).toBe(
      '95 % t interval over 3 seeds; each seed has its own training of sarsa, dqn, and its own 2,000 held-out users, paired by user in differences; seed-1-3c1b0012, latest are runs, each trained once and played on the people of every seed: their intervals hold nothing of the luck of training',
    );
  });

  it('says nothing of training where nothing was learned', () => {
    expect(captionOf(3, 100, { decision: undefined }, { perSeed: [], once: [] })).toBe(
      '95 % t interval over 3 seeds; each seed has its own 100 held-out users, paired by user in differences',
    );
  });
});
