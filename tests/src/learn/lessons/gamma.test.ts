import { describe, expect, it } from 'vitest';
import { type Ahead, chancesOf, lookAhead } from '../../../../src/learn/lessons/gamma/careByStage.ts';
import { gamma } from '../../../../src/learn/lessons/gamma/gamma.ts';
import { moral } from '../../../../src/learn/lessons/gamma/told.ts';
import { finish } from '../../../../src/learn/work.ts';
import { benchOf } from '../bench.ts';

const bench = benchOf('1');
const program = bench.world('warm-and-cold');
const AHEAD = [0.3, 0.7, 0.9, 0.97, 0.99].map((discount) => lookAhead(program, discount));

describe('lookAhead()', () => {
  it('gives values that hold in Bellman’s equation, worked out by hand', () => {
    const [near] = AHEAD;
    const value = Object.fromEntries(near.stages.map(({ stage, value: worth }) => [stage, worth]));
    // Nobody is cared for with γ 0.3. The reward of a week counts the stage after its move.
    const active = 0.88 * (1 + 0.3 * value['active']) + 0.12 * (0.3 + 0.3 * value['atRisk']);
    expect(value['active']).toBeCloseTo(active, 9);
    const dormant = 0.02 * (0.3 + 0.3 * value['atRisk']) + 0.92 * 0.3 * value['dormant'];
    expect(value['dormant']).toBeCloseTo(dormant, 9);
  });

  it('tells the chances as the file has them', () => {
    expect(chancesOf(program, 'new')).toBe('10 % → 20 % active, 15 % atRisk, 20 % → 8 % gone');
    expect(chancesOf(program, 'atRisk')).toBe('10 % → 35 % active, 25 % → 15 % dormant');
  });
});

describe('lesson gamma', () => {
  it('says of the world what the file says', () => {
    expect(program.parameters.find(({ name }) => name === 'careCost')?.value).toBe(0.35);
    expect(gamma.opening[0]).toContain('A week of care costs 0.35');
  });

  it('finds what it tells: who gains most changes with γ', () => {
    const best = ({ stages }: Ahead) => stages.reduce((a, b) => (b.gain > a.gain ? b : a)).stage;
    expect(AHEAD.map(best)).toEqual(['atRisk', 'atRisk', 'atRisk', 'atRisk', 'new']);
    expect(AHEAD[0].stages.every(({ gain }) => gain < 0)).toBe(true);
    const [first] = moral(AHEAD);
    expect(first).toContain('for nobody');
    expect(first).toContain('the look ahead decides');
  });

  it('does not say so where the numbers do not', () => {
    const alike = AHEAD.map((one) => ({ ...one, stages: AHEAD[1].stages }));
    const [first] = moral(alike);
    expect(first).toContain('does not change who comes first');
    expect(first).toContain('care pays for those at risk');
  });

  it('judges by what was computed', () => {
    const { judgements } = finish(gamma.reveal(bench, { gamma: '0.5' }, { near: 'atRisk', far: 'active' }));
    expect(judgements.map(({ right }) => right)).toEqual([true, false]);
    expect(judgements[1].was).toBe('the new');
  });
});
