import { describe, expect, it } from 'vitest';
import { sarsa } from '../../../../agents/tabular/sarsa.ts';
import { learnAtTheEdge, playAtTheEdge } from '../../../../src/learn/lessons/edge/atTheEdge.ts';
import { type LearnedOften, learnBoth } from '../../../../src/learn/lessons/edge/bothLearners.ts';
import { holdLevel } from '../../../../src/learn/lessons/edge/holdLevel.ts';
import { moral } from '../../../../src/learn/lessons/edge/told.ts';
import { finish } from '../../../../src/learn/work.ts';
import { benchOf } from '../bench.ts';

const bench = benchOf('1');
const program = bench.world('fatigue-edge');

describe('holdLevel()', () => {
  it('loses nobody as long as nothing is tried', () => {
    for (const level of [0, 1, 2, 3])
      expect(playAtTheEdge(program, holdLevel(program, level, 0, 1), 200, 'few').kept).toBe(1);
  });

  it('loses about what chance makes of it: at 3 a third of the tries is one message too many', () => {
    const { kept } = playAtTheEdge(program, holdLevel(program, 3, 0.3, 1), 2000, 'few');
    // Two thirds of the tries leave 3 unharmed; one of these two leads down to 2 for a while.
    expect(kept).toBeGreaterThan(0.9 ** 58);
    expect(kept).toBeLessThan(0.9 ** 40);
    expect(playAtTheEdge(program, holdLevel(program, 1, 0.3, 1), 500, 'few').kept).toBeGreaterThan(0.8);
  });
});

describe('learnAtTheEdge()', () => {
  it('gives parts and rates that can be', () => {
    const learned = finish(learnAtTheEdge(program, sarsa, 0.2, 'few'));
    expect(learned.atEdge).toBeGreaterThanOrEqual(0);
    expect(learned.atEdge).toBeLessThanOrEqual(1);
    expect(learned.visits).toBeGreaterThan(0.1);
    expect(learned.visits).toBeLessThan(0.7);
  });
});

describe('lesson edge', () => {
  const both = finish(learnBoth(bench));

  it('finds what it tells: Q-learning loses people while it learns, and ends with the better policy', () => {
    const [q, s] = both;
    expect(q.lost.low).toBeGreaterThan(10 * s.lost.high);
    expect(q.visitsAfter.low).toBeGreaterThan(s.visitsAfter.high);
    expect([q.keptAfter.mean, s.keptAfter.mean]).toEqual([1, 1]);
    const [first, , third] = moral(both);
    expect(first).toContain(`Q-learning loses ${q.lost.mean.toFixed(1)} of 1,000`);
    expect(first).toContain('It over-messages');
    expect(third).toContain('the other way round');
  });

  it('does not say so where the numbers do not', () => {
    const [q, s] = both;
    const turned: LearnedOften[] = [
      { ...s, name: q.name },
      { ...q, name: s.name },
    ];
    const [first, , third] = moral(turned);
    expect(first).toContain('not what the textbook example shows');
    expect(first).not.toContain('over-messages');
    expect(third).not.toContain('the other way round');
  });
});
