import { describe, expect, it } from 'vitest';
import { observedOptimum } from '../../../../environments/exact/solve/observedPolicy.ts';
import { valueIteration } from '../../../../environments/exact/solve/valueIteration.ts';
import { knownAnswer, solved, stateWith } from '../solved.ts';

describe("Gymnasium's FrozenLake", () => {
  const result = solved(knownAnswer('frozen-lake'));

  it('is worth 0.5420 with a discount of .99, as iteration over the map says', () => {
    const values = lakeByHand();
    expect(values[0]).toBeCloseTo(0.542, 4);
    for (const { state, value } of result.states.slice(0, -2))
      expect(value).toBeCloseTo(values[Number(state['cell'])], 10);
    expect(result.states.slice(0, -2)).toHaveLength(11);
    expect(result.states.slice(-2).map(({ state }) => state)).toEqual([
      { stage: 'drowned' },
      { stage: 'across' },
    ]);
  });

  it('first go left, then up along the edge: the policy everybody finds', () => {
    const first = [0, 1, 2, 3, 4, 8, 9, 10, 13, 14].map((cell) => stateWith(result, { cell }).actions);
    expect(first).toEqual(
      ['left', 'up', 'up', 'up', 'left', 'up', 'down', 'left', 'right', 'down'].map((way) => [way]),
    );
    expect(stateWith(result, { cell: 6 }).actions).toEqual(['left', 'right']);
  });

  it('without a discount one may wait for luck, and gets across with probability 14/17', () => {
    const total = solved(knownAnswer('frozen-lake'), { kind: 'total', discount: 1 });
    expect(total.solution.optimum).toBeCloseTo(14 / 17, 9);
    expect(valueIteration(total.process, 1).values[0]).toBeCloseTo(14 / 17, 9);
  });
});

/** Value iteration on the map. */
function lakeByHand(): number[] {
  const map = 'SFFFFHFHFFFHHFFG';
  const moves = [
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ];
  const inside = (place: number) => Math.min(Math.max(place, 0), 3);
  let values = Array<number>(16).fill(0);
  for (let sweep = 0; sweep < 3000; sweep++) {
    const before = values;
    values = before.map((_, cell) => {
      if ('HG'.includes(map[cell])) return 0;
      const step = (a: number) => {
        const [down, right] = moves[(a + 4) % 4];
        const to = 4 * inside(Math.floor(cell / 4) + down) + inside((cell % 4) + right);
        return (map[to] === 'G' ? 1 : 0) + 0.99 * before[to];
      };
      return Math.max(...moves.map((_, a) => (step(a - 1) + step(a) + step(a + 1)) / 3));
    });
  }
  return values;
}

describe('the recycling robot (Sutton and Barto 2018, example 3.3)', () => {
  it('searches when high and recharges when low: values of two equations', () => {
    const result = solved(knownAnswer('recycling-robot'));
    // h = 3 + .9 (.8 h + .2 l), l = .9 h
    const high = 3 / (1 - 0.72 - 0.18 * 0.9);
    expect(stateWith(result, { stage: 'high' })).toMatchObject({
      value: expect.closeTo(high, 12),
      actions: ['search'],
    });
    expect(stateWith(result, { stage: 'low' })).toMatchObject({
      value: expect.closeTo(0.9 * high, 12),
      actions: ['recharge'],
    });
  });
});

describe('the secretary problem', () => {
  it.each([5, 10, 20])('with %i candidates: pass the first ones, then take the best so far', (candidates) => {
    const result = solved(knownAnswer('secretary', { candidates }), { days: candidates + 1 });
    const chance = (passed: number) => {
      if (passed === 0) return 1 / candidates;
      let sum = 0;
      for (let k = passed + 1; k <= candidates; k++) sum += 1 / (k - 1);
      return (passed / candidates) * sum;
    };
    const chances = Array.from({ length: candidates }, (_, passed) => chance(passed));
    const best = Math.max(...chances);
    expect(result.solution.optimum).toBeCloseTo(best, 12);
    for (const { state, actions } of result.states)
      if (state['best'] === 1)
        expect(actions).toContain(Number(state['day']) > chances.indexOf(best) ? 'take' : 'pass');
    if (candidates === 10) expect(best).toBeCloseTo(0.39869, 5);
  });

  it('can be followed by who sees the day and whether this is the best', () => {
    const { process, solution } = solved(knownAnswer('secretary'));
    const seen = observedOptimum(process, solution);
    expect(seen.proven).toBe(true);
    expect(seen.optimum).toBeCloseTo(solution.optimum, 12);
  });
});

describe('kinds of customers', () => {
  it('who knows what they like earns 10.5, who sees their kind 6.25', () => {
    const { process, solution } = solved(knownAnswer('kinds-of-customers'));
    const days = 10;
    const knowing = days * (0.75 * 0.5 * 2 + 0.25 * (0.2 * 2 + 0.8 * 1));
    expect(solution.optimum).toBeCloseTo(knowing, 11);
    const seen = observedOptimum(process, solution);
    // regular: a letter, ½ · 2 − ½; hunters: a coupon, 1 (a letter: 0.2 · 2 − 0.8)
    expect(seen.optimum).toBeCloseTo(days * (0.75 * 0.5 + 0.25 * 1), 11);
    expect(seen.proven).toBe(false);
    expect([...process.entry]).toEqual([0.375, 0.375, 0.2, 0.05].map((p) => expect.closeTo(p, 14)));
  });
});
