import { describe, expect, it } from 'vitest';
import { enumerate } from '../../../environments/exact/enumerate.ts';
import { solve } from '../../../environments/exact/solve/criterion.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { optimalPolicy } from '../../../src/experiment/optimalPolicy.ts';
import { knownAnswer, written } from '../../environments/exact/solved.ts';

describe('the optimum played', () => {
  it('depends on the days that are left, and on what nobody sees', () => {
    const program = written(`horizon: 3
traits: { kind: bernoulli(0.5) }
actions: { work: {}, sell: {}, wait: {} }
lifecycle: { here: { gone: action == sell }, gone: {} }
reward: { earned: "action == sell ? 1 : action == work ? (kind == 1 ? 0.75 : -1) : 0.25" }
observe: {}`);
    const process = enumerate(program);
    const solution = solve(process, { kind: 'horizon', discount: 1, days: 3 });
    const users = 50;
    const { actions, metrics } = evaluate(program, optimalPolicy(process, solution, 3), {
      users,
      seed: '1',
      record: true,
    });
    const plans = Array.from({ length: users }, (_, i) =>
      [0, 1, 2].map((day) => actions[day * users + i]).join(''),
    );
    expect(new Set(plans)).toEqual(new Set(['001', '221']));
    for (const [i, plan] of plans.entries()) expect(metrics[0].values[i]).toBe(plan === '001' ? 2.5 : 1.5);
  });

  it('over fewer days than the horizon is the optimum over these', () => {
    const program = knownAnswer('inventory');
    const process = enumerate(program);
    const solution = solve(process, { kind: 'horizon', discount: 1, days: 2 });
    const { actions } = evaluate(program, optimalPolicy(process, solution, 2), {
      users: 20,
      seed: '1',
      record: true,
      days: 2,
    });
    expect([...actions.subarray(0, 20)]).toEqual(Array(20).fill(2));
  });

  it('says so where it comes to a state that was not found', () => {
    const process = enumerate(knownAnswer('inventory'));
    const solution = solve(process, { kind: 'horizon', discount: 1, days: 3 });
    const lost = { ...process, indexOf: () => undefined };
    expect(() =>
      evaluate(knownAnswer('inventory'), optimalPolicy(lost, solution, 3), { users: 1, seed: '1' }),
    ).toThrow('the state 0, 0 was not found');
  });
});
