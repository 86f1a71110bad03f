import { describe, expect, it } from 'vitest';
import { solveLinear } from '../../../support/solveLinear.ts';
import { classic, solved, stateWith } from '../solved.ts';

const CAPITALS = Array.from({ length: 99 }, (_, k) => k + 1);

/** Bold play stakes all that can be of use, which is optimal at p ≤ ½ (Dubins and Savage 1965). */
function boldPlay(p: number): number[] {
  const right = CAPITALS.map(() => 0);
  const matrix = CAPITALS.map((capital, i) => {
    const stake = Math.min(capital, 100 - capital);
    const row = CAPITALS.map((_, j) => (i === j ? 1 : 0));
    for (const [to, q] of [
      [capital + stake, p],
      [capital - stake, 1 - p],
    ]) {
      if (to === 100) right[i] += q;
      else if (to > 0) row[to - 1] -= q;
    }
    return row;
  });
  return solveLinear(matrix, right);
}

describe("Sutton and Barto (2018), example 4.3: the gambler's problem", () => {
  const result = solved(classic('gamblers-problem'));
  const at = (capital: number) => stateWith(result, { capital });

  it('V(1), V(25), V(50), V(75) as published', () => {
    expect(at(1).value).toBeCloseTo(0.0020656, 7);
    expect([25, 50, 75].map((capital) => at(capital).value)).toEqual(
      [0.16, 0.4, 0.64].map((v) => expect.closeTo(v, 12)),
    );
  });

  it('with 50 the one best stake is 50', () => {
    expect(at(50).actions).toEqual(['stake50']);
  });

  // With 0.02 some values are below 1e-12, and ties have to be told by their size.
  it.each([0.4, 0.25, 0.1, 0.05, 0.02])(
    'with a coin of %s: values and all best stakes are those of bold play',
    (luck) => {
      const other = solved(classic('gamblers-problem', { luck }));
      const bold = [0, ...boldPlay(luck), 1];
      for (const capital of CAPITALS) {
        const { value, actions } = stateWith(other, { capital });
        expect(Math.abs(value / bold[capital] - 1), `capital ${capital}`).toBeLessThan(1e-9);
        const stakes = Array.from({ length: Math.min(capital, 100 - capital) }, (_, k) => k + 1);
        const worth = (stake: number) => luck * bold[capital + stake] + (1 - luck) * bold[capital - stake];
        const best = stakes.filter((stake) => worth(stake) / bold[capital] > 1 - 1e-9);
        expect(actions, `capital ${capital}`).toEqual(best.map((stake) => `stake${stake}`));
      }
    },
  );

  it('with a good coin timid play is best, and wins as in the classical ruin problem', () => {
    const fair = solved(classic('gamblers-problem', { luck: 0.6 }));
    const ratio = 0.4 / 0.6;
    for (const capital of CAPITALS) {
      const { value, actions } = stateWith(fair, { capital });
      expect(value).toBeCloseTo((1 - ratio ** capital) / (1 - ratio ** 100), 9);
      expect(actions).toContain('stake1');
    }
  });
});
