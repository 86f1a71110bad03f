import { describe, expect, it } from 'vitest';
import type { Chain } from '../../../../environments/exact/solve/chain.ts';
import { chainAverage, chainValue } from '../../../../environments/exact/solve/chainValue.ts';
import { policyIteration } from '../../../../environments/exact/solve/policyIteration.ts';
import { type Dense, processOf } from './dense.ts';

/** A walk over n places in a row: probabilities of a step up and down by place; the rest leaves for good. */
function walk(n: number, up: (i: number) => number, down: (i: number) => number): Chain {
  const offsets = [0];
  const targets: number[] = [];
  const probabilities: number[] = [];
  for (let i = 0; i < n; i++) {
    for (const [to, p] of [
      [i - 1, down(i)],
      [i + 1, up(i)],
    ]) {
      if (to < 0 || to >= n || p === 0) continue;
      targets.push(to);
      probabilities.push(p);
    }
    offsets.push(targets.length);
  }
  return {
    rewards: Float64Array.from({ length: n }, (_, i) => ((i * 7) % 11) - 5),
    offsets: Int32Array.from(offsets),
    targets: Int32Array.from(targets),
    probabilities: Float64Array.from(probabilities),
  };
}

/** The values of a walk by elimination of a band of three (Thomas). */
function byElimination(
  n: number,
  up: (i: number) => number,
  down: (i: number) => number,
  rewards: Float64Array,
  discount: number,
): number[] {
  const [c, d]: [number[], number[]] = [[], []];
  for (let i = 0; i < n; i++) {
    const below = i > 0 ? -discount * down(i) : 0;
    const pivot = 1 - (i > 0 ? below * c[i - 1] : 0);
    c.push(i < n - 1 ? (-discount * up(i)) / pivot : 0);
    d.push((rewards[i] - (i > 0 ? below * d[i - 1] : 0)) / pivot);
  }
  const values = [...d];
  for (let i = n - 2; i >= 0; i--) values[i] -= c[i] * values[i + 1];
  return values;
}

const largest = (values: Iterable<number>) => Math.max(...Array.from(values, Math.abs));

describe('a component of more than 600 states, which is solved by iteration', () => {
  const drift = (i: number) => 0.3 + 0.3 * ((i % 5) / 5);

  it.each([599, 601, 1500])('of %i: discounted values as by elimination', (n) => {
    const down = (i: number) => 0.95 - drift(i);
    const chain = walk(n, drift, down);
    for (const discount of [0.9, 0.999]) {
      const expected = byElimination(n, drift, down, chain.rewards, discount);
      const values = chainValue(chain, discount);
      expect(largest(values.map((value, i) => value - expected[i]))).toBeLessThan(1e-10 * largest(expected));
    }
  });

  it.each([599, 601, 1500])('of %i: the total of lives that end anywhere', (n) => {
    const down = (i: number) => 0.98 - drift(i);
    const chain = walk(n, drift, down);
    const expected = byElimination(n, drift, down, chain.rewards, 1);
    const values = chainValue(chain, 1);
    expect(largest(values.map((value, i) => value - expected[i]))).toBeLessThan(1e-10 * largest(expected));
  });

  // Where lives end at the ends only, iteration takes very many sweeps.
  it.each([599, 700])('of %i: the length of a fair walk from end to end is (i + 1)(n − i)', (n) => {
    const half = () => 0.5;
    const chain = { ...walk(n, half, half), rewards: new Float64Array(n).fill(1) };
    const values = chainValue(chain, 1);
    for (const [i, value] of values.entries()) expect(value / ((i + 1) * (n - i))).toBeCloseTo(1, 8);
  });

  it('of 700 that is never left: its gain is that of the stationary law', () => {
    const n = 700;
    // Up with .4, else down; at the ends it stays.
    const base = walk(
      n,
      () => 0.4,
      () => 0.6,
    );
    const ring: Dense = {
      rewards: Array.from(base.rewards, (r) => [r]),
      next: Array.from({ length: n }, (_, i) => {
        const row = new Array<number>(n).fill(0);
        row[Math.min(i + 1, n - 1)] += 0.4;
        row[Math.max(i - 1, 0)] += 0.6;
        return [row];
      }),
    };
    const weights = Array.from({ length: n }, (_, i) => (2 / 3) ** i);
    const all = weights.reduce((a, b) => a + b);
    const gain = weights.reduce((sum, weight, i) => sum + (weight / all) * base.rewards[i], 0);
    const process = processOf(ring);
    const { gains } = chainAverage({ ...base, ...process, rewards: base.rewards });
    expect(largest(gains.map((found) => found - gain))).toBeLessThan(1e-9);
  });

  it('of 900: the optimum is that of the best policy, which is known', () => {
    // Steps up and down; the first place pays 1 and is left with probability .01, any step costs .001.
    const n = 900;
    const dense: Dense = {
      rewards: Array.from({ length: n }, (_, i) => (i === 0 ? [1, 1] : [-0.001, -0.001])),
      next: Array.from({ length: n }, (_, i) =>
        [-1, 1].map((move) => {
          const row = new Array<number>(n).fill(0);
          const to = Math.min(Math.max(i + move, 0), n - 1);
          row[to] += 0.6;
          row[Math.min(Math.max(i - move, 0), n - 1)] += i === 0 ? 0.39 : 0.4;
          return row;
        }),
      ),
    };
    const { values, actions } = policyIteration(processOf(dense), 0.99);
    // Down everywhere; equations of a walk with .4 up, .6 down, and at 0 .39 up and .6 there.
    const up = (i: number) =>
      i === 0 ? 0.39 / (1 - 0.99 * 0.6) : i === n - 1 ? 0.4 / (1 - 0.99 * 0.4) : 0.4;
    const down = (i: number) => (i === n - 1 ? 0.6 / (1 - 0.99 * 0.4) : 0.6);
    const rewards = Float64Array.from({ length: n }, (_, i) =>
      i === 0 ? 1 / (1 - 0.99 * 0.6) : i === n - 1 ? -0.001 / (1 - 0.99 * 0.4) : -0.001,
    );
    const expected = byElimination(n, up, down, rewards, 0.99);
    expect(largest(values.map((value, i) => value - expected[i]))).toBeLessThan(1e-10 * largest(expected));
    for (let i = 1; i < 200; i++) expect(actions[i]).toEqual([0]);
  });
});
