import { describe, expect, it } from 'vitest';
import { deterministic } from '../../../../environments/exact/solve/chain.ts';
import { policyWorth } from '../../../../environments/exact/solve/criterion.ts';
import { sweepOptimum } from '../../../../src/experiment/sweepOptimum.ts';
import { solveLinear } from '../../../support/solveLinear.ts';
import { classic, solved, stateWith, worth } from '../solved.ts';

const RECENCIES = [1, 2, 3, 4];
const BUYS = [0.3, 0.2, 0.15, 0.05];
const DISCOUNT = 1 / 1.2;

const program = classic('pfeifer-carraway');
const result = solved(program);

/** Values at recency 1 to 4 of what earns so much by recency, to customers who are always mailed. */
function always(earned: readonly number[], discount: number): number[] {
  const matrix = RECENCIES.map((_, i) =>
    RECENCIES.map((_, j) => {
      const moves = (j === 0 ? BUYS[i] : 0) + (j === i + 1 ? 1 - BUYS[i] : 0);
      return (i === j ? 1 : 0) - discount * moves;
    }),
  );
  return solveLinear(matrix, earned);
}

function expectDigits(values: Iterable<number>, published: readonly number[]): void {
  const list = [...values];
  expect(list).toHaveLength(published.length);
  for (const [k, value] of list.entries()) expect(value).toBeCloseTo(published[k], 6);
}

describe('Pfeifer and Carraway (2000): always market', () => {
  it('is worth (I − P / 1.2)⁻¹ R', () => {
    const { values } = worth(program, result, 'always:market');
    expectDigits(values, [52.319609, 5.553784, 1.250773, -1.820016, 0]);
    for (const [k, value] of always([36, -4, -4, -4], DISCOUNT).entries())
      expect(Math.abs(values[k] / value - 1)).toBeLessThan(1e-12);
  });

  it('is worth less up to the horizon T = 4, which is five periods', () => {
    const days = solved(program, { kind: 'horizon', days: 5 });
    expectDigits(worth(program, days, 'always:market').values, [50.114969, 4.219907, 0.59211, -1.980131, 0]);
  });

  it('lasts 6.050420 periods and brings 1.211411 further purchases', () => {
    const { process } = result;
    const market = deterministic(process, [1, 1, 1, 1]);
    const sum = (rewards: Float64Array) =>
      policyWorth({ ...process, rewards }, market, { kind: 'total', discount: 1, days: 1 }).value;
    expect(sum(process.rewards.map(() => 1))).toBeCloseTo(6.05042, 6);
    const first = process.indexOf([0, 1]) as number;
    const purchases = process.rewards.map((_, row) => {
      const ways = [...process.targets.subarray(process.offsets[row], process.offsets[row + 1])];
      const way = ways.indexOf(first);
      return way < 0 ? 0 : process.probabilities[process.offsets[row] + way];
    });
    expect(sum(purchases)).toBeCloseTo(1.211411, 6);
    expect(always(BUYS, 1)[0]).toBeCloseTo(1.211411, 6);
  });
});

describe('Pfeifer and Carraway (2000): market or stop', () => {
  it('is best until three periods have passed', () => {
    const values = RECENCIES.map((recency) => stateWith(result, { recency }).value);
    expectDigits(values, [53.149425, 6.62069, 2.643678, 0]);
    const actions = RECENCIES.map((recency) => stateWith(result, { recency }).actions);
    expect(actions).toEqual([['market'], ['market'], ['market'], ['stop']]);
    expect(result.states.at(-1)).toEqual({ state: { stage: 'former' }, value: 0, actions: [] });
    expect(result.solution.optimum).toBe(values[0]);
  });

  it('is worth 48.093049 under "market with probability .8"', () => {
    expect(worth(program, result, 'mostly').value).toBeCloseTo(48.093049, 6);
  });

  it('breaks even at mailing costs 10, 7.272727, 5.877551, 2.428331', () => {
    const sweep = sweepOptimum([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], (mailing) => {
      const { states, solution } = solved(classic('pfeifer-carraway', { mailing }));
      const actions = states.map((s): [string, readonly string[]] => [JSON.stringify(s.state), s.actions]);
      return { value: mailing, optimum: solution.optimum, actions: new Map(actions) };
    });
    expectDigits(
      sweep.changes.map(({ value }) => value),
      [2.428331, 5.877551, 7.272727, 10],
    );
    for (const [k, { states }] of sweep.changes.entries())
      expect(states).toEqual([
        {
          state: JSON.stringify({ stage: 'customer', recency: 4 - k }),
          below: ['market'],
          above: ['stop'],
        },
      ]);
    expect(sweep.points[3].optimum).toBeCloseTo(53.149425, 6);
  });
});
