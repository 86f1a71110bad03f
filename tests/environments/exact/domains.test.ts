import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../environments/contract.ts';
import { enumerate } from '../../../environments/exact/enumerate.ts';
import { NotFiniteError } from '../../../environments/exact/finite.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { optimalPolicy, type PolicyOf } from '../../../src/experiment/optimalPolicy.ts';
import { policyNamed, solved, written } from './solved.ts';

const program = (state: string, rest: string) =>
  written(`horizon: 12
state: { ${state} }
actions: { none: {} }
${rest.includes('reward:') ? '' : 'reward: { r: 1 }\n'}observe: {}
${rest}`);

/** Fails with every part of the message. */
function expectRefused(state: string, rest: string, ...parts: readonly string[]): void {
  const run = () => enumerate(program(state, rest));
  expect(run).toThrow(NotFiniteError);
  for (const part of parts) expect(run).toThrow(part);
}

describe('a value outside of its domain', () => {
  it('is named with its variable, its value, the domain and the rest of the state', () => {
    expectRefused(
      'x: { value: 0, range: [0, 3] }, y: { value: 7, range: [0, 9] }',
      'day: { x: x + 2 }',
      'x became 4',
      'outside its declared domain from 0 to 3',
      'use clamp, or declare more',
      'with y 7',
    );
  });

  it('at birth', () => {
    expectRefused('x: { value: 5, range: [0, 3] }', '', 'x became 5', 'from 0 to 3');
  });

  it('between the declared values', () => {
    expectRefused('x: { value: 0, values: [0, 1, 4] }', 'day: { x: x + 2 }', 'x became 2', 'from 0 to 4');
    expectRefused('x: { value: 0, range: [0, 3] }', 'day: { x: x + 0.5 }', 'x became 0.5');
  });

  it('that is no number', () => {
    expectRefused('x: { value: 0, range: [0, 3] }', 'day: { x: log(x - 1) }', 'x became NaN');
    expectRefused('x: { value: 0, range: [0, 3] }', 'day: { x: 1 / x }', 'x became Infinity');
  });

  it('of the reward, or a probability: what it is and what it became', () => {
    expectRefused('x: 0', 'reward: { r: 1 / x }', 'the reward became Infinity', 'keep it finite');
    expectRefused(
      'x: 0',
      'lifecycle: { here: { gone: 0 / x }, gone: {} }',
      'a probability in lifecycle.here became NaN',
    );
  });

  it('that is only come to by a chance of 0 does not matter', () => {
    const { states } = enumerate(
      program('x: { value: 0, range: [0, 1] }', 'day: { x: "bernoulli(0) ? 7 : bernoulli(1) ? 1 : 9" }'),
    );
    expect(states).toEqual([
      [0, 0],
      [0, 1],
    ]);
  });

  // 1 − .1 − .6 − .3 is not quite 0. Nobody who is simulated ever stays.
  it.each([
    [0.1, 0.2, 0.7],
    [0.1, 0.6, 0.3],
    [0.7, 0.2, 0.1],
    [0.3, 0.4, 0.3],
  ])('that is only come to by rounding does not matter: ways out of %d, %d and %d', (a, b, c) => {
    const { states, offsets } = enumerate(
      program(
        'x: { value: 0, range: [0, 1] }',
        `day: { x: x + 1 }\nlifecycle: { here: { a: ${a}, b: ${b}, c: ${c} }, a: {}, b: {}, c: {} }`,
      ),
    );
    expect(states).toHaveLength(1);
    expect([...offsets]).toEqual([0, 0]);
  });
});

describe('domains of fractions', () => {
  it('hold values that are written otherwise', () => {
    const result = solved(
      program(
        'x: { value: 1 / 4, values: [0.25, 0.5, 0.75] }',
        'day: { x: "min(x + 0.25, 3 / 4)" }\nreward: { r: x }',
      ),
    );
    expect(result.states.slice(0, 3).map(({ state }) => state['x'])).toEqual([0.25, 0.5, 0.75]);
    expect(result.solution.optimum).toBe(0.5 + 11 * 0.75);
  });

  const TENTHS = Array.from({ length: 11 }, (_, k) => k / 10).join(', ');

  /** A value that goes through tenths: its exact sum, that of a simulated user, and that of the optimum played. */
  function readings(from: number, step: string, reward: string): number[] {
    const walk = program(
      `x: { value: ${from}, values: [${TENTHS}] }`,
      `day: { before: x, x: "${step}" }\nreward: { r: ${reward} }`,
    );
    const { process, solution } = solved(walk);
    const play = (policy: Policy | PolicyOf) =>
      evaluate(walk, policy, { users: 1, seed: '1' }).metrics[0].values[0];
    return [solution.optimum, play(policyNamed(walk, 'none')), play(optimalPolicy(process, solution, 12))];
  }

  // A column holds 24 bits of .7: without putting it right in both readings they drift apart in steps of .1.
  it.each([
    ['their sum', 0, 'min(x + 0.1, 1)', 'x', 7.5],
    ['their sum downwards', 1, 'max(x - 0.1, 0)', 'x', 4.5],
    ['days in which it was at least .7', 0, 'min(x + 0.1, 1)', 'before >= 0.7', undefined],
    ['days in which it was exactly .3', 0, 'min(x + 0.1, 1)', 'before == 0.3', undefined],
  ])(
    'are gone through in steps of a tenth, in both readings alike: %s',
    (_, from, step, reward, expected) => {
      const [exact, lived, played] = readings(from, step, reward);
      expect(exact).toBeCloseTo(lived, 5);
      expect(played).toBeCloseTo(exact, 5);
      if (expected !== undefined) expect(exact).toBeCloseTo(expected, 5);
    },
  );
});
