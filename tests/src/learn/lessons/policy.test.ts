import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../../environments/population/populationEnvironment.ts';
import { evaluate } from '../../../../src/experiment/evaluate.ts';
import { interact } from '../../../../src/experiment/interact.ts';
import { initialValues } from '../../../../src/learn/control.ts';
import { type Played, playAll } from '../../../../src/learn/lessons/policy/fourPolicies.ts';
import { policy } from '../../../../src/learn/lessons/policy/policy.ts';
import { moral } from '../../../../src/learn/lessons/policy/told.ts';
import { weekPlan } from '../../../../src/learn/lessons/policy/weekPlan.ts';
import { metricOf } from '../../../../src/learn/metricOf.ts';
import { finish } from '../../../../src/learn/work.ts';
import { mean } from '../../../../src/statistics/mean.ts';
import { benchOf } from '../bench.ts';

const bench = benchOf('1');
const program = bench.world('coupon-trap');
const nothing = initialValues(policy.controls);

describe('weekPlan()', () => {
  it('contacts on the days of contact only, with the action of the week', () => {
    const plan = { ...nothing, often: 'twice-a-week', week1: 'message', week2: 'coupon', again: 'recommend' };
    const environment = new PopulationEnvironment(program, { users: 200 });
    const days: string[][] = [];
    for (const { actions, step, next } of interact(environment, weekPlan(program, plan), 'few')) {
      const { active, features } = step.observation;
      const fresh = [...actions].filter(
        (_, i) => active[i] === 1 && features[i * program.observe.length] === 0,
      );
      days.push([...new Set(fresh)].map((action) => program.actions[action].name));
      if (next.day === 12) break;
    }
    expect(days).toEqual(
      [
        'message',
        'none',
        'none',
        'message',
        'none',
        'none',
        'message',
        'none',
        'none',
        'coupon',
        'none',
        'none',
      ].map((name) => [name]),
    );
  });
});

describe('lesson policy', () => {
  const settings = { ...nothing, week1: 'message', week3: 'message' };
  const played = finish(playAll(bench, settings));

  it('plays the same people under all four policies; the few are the first of the many', () => {
    expect(played.map(({ name }) => name)).toEqual(['you', 'none', 'random', 'marketer']);
    const plan = { users: 20, seed: '1/held-out', days: 30 };
    const few = evaluate(program, weekPlan(program, settings), plan);
    expect(played[0].kept).toBe(metricOf(few, 'retention.end').reduce((sum, stays) => sum + stays, 0));
    const many = evaluate(program, weekPlan(program, settings), { ...plan, users: 2000 });
    expect(played[0].keptPart).toBeCloseTo(mean(metricOf(many, 'retention.end')), 12);
  });

  it('finds what it tells: chance drives away, some contact keeps', () => {
    const [you, none, chance] = played;
    expect(chance.keptPart).toBeLessThan(0.6);
    expect(none.keptPart).toBeGreaterThan(0.85);
    expect(you.keptPart).toBeGreaterThan(none.keptPart);
    expect(moral(played)[2]).toContain('activity is not care');
    expect(moral(played)[1]).toContain(`your plan keeps ${(100 * you.keptPart).toFixed(1)} %`);
  });

  it('does not say so where the numbers do not', () => {
    const turned = played.map((one): Played => (one.name === 'random' ? { ...one, keptPart: 0.99 } : one));
    expect(moral(turned)[2]).toContain('no fewer than');
    const equal = { mean: 0.001, low: -0.01, high: 0.012 };
    const alike = played.map((one): Played => ({ ...one, behind: equal }));
    expect(moral(alike)[1]).toContain('one cannot tell');
    expect(moral(alike)[1]).not.toMatch(/: more|: fewer/);
  });
});
