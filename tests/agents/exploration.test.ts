import { describe, expect, it } from 'vitest';
import { Exploration } from '../../agents/exploration.ts';

const PLAN = { start: 0.4, end: 0.4, days: 0, spread: 7 };

describe('Exploration', () => {
  it('rates() are ε^(1 + spread · i / (n − 1)): from ε for the first user down to ε^(1 + spread) for the last', () => {
    const rates = new Exploration(8, PLAN).rates(0);
    for (const [i, rate] of rates.entries()) expect(rate).toBeCloseTo(0.4 ** (1 + i), 12);
  });

  it('rates() are ε for everyone without a spread, and where everything or nothing is explored', () => {
    const ratesOf = (epsilon: number, spread: number) => [
      ...new Exploration(3, { ...PLAN, start: epsilon, end: epsilon, spread }).rates(0),
    ];
    expect(ratesOf(0.3, 0)).toEqual([0.3, 0.3, 0.3]);
    expect(ratesOf(0, 7)).toEqual([0, 0, 0]);
    expect(ratesOf(1, 7)).toEqual([1, 1, 1]);
  });

  it('rates() of a single user are ε', () => {
    expect([...new Exploration(1, PLAN).rates(0)]).toEqual([0.4]);
  });

  it('rates() follow the day, also back', () => {
    const exploration = new Exploration(2, { start: 1, end: 0, days: 10, spread: 1 });
    expect([...exploration.rates(5)]).toEqual([0.5, expect.closeTo(0.25, 12)]);
    expect([...exploration.rates(10)]).toEqual([0, 0]);
    expect([...exploration.rates(5)]).toEqual([0.5, expect.closeTo(0.25, 12)]);
  });
});
