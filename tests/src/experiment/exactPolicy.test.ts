import { describe, expect, it } from 'vitest';
import { enumerate } from '../../../environments/exact/enumerate.ts';
import { exactPolicy } from '../../../src/experiment/exactPolicy.ts';
import { policyNamed, written } from '../../environments/exact/solved.ts';

const program = written(`horizon: 4
state: { x: { value: 0, range: [0, 2] } }
actions: { none: {}, a: { when: x > 0 }, b: { when: x == 2 } }
day: { x: "min(x + bernoulli(0.5), 2)" }
reward: { r: 1 }
observe: { x: x }
rules:
  byX: { about: looks, choose: [{ when: x == 1, do: a }, { when: x == 2, do: b }] }
  drawn: { about: draws, choose: [{ do: { a: 0.25, b: 0.5, none: 0.25 } }] }`);
const process = enumerate(program);
const rows = (name: string) => {
  const policy = exactPolicy(process, policyNamed(program, name));
  return process.states.map((_, s) => [...policy.subarray(3 * s, 3 * s + 3)]);
};

describe('what a policy does in each state', () => {
  it('of a rule that looks', () => {
    expect(rows('byX')).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
  });

  it('of a rule that draws: what is not available belongs to the first action that is', () => {
    expect(rows('drawn')).toEqual([
      [1, 0, 0],
      [0.75, 0.25, 0],
      [0.25, 0.25, 0.5],
    ]);
  });

  it('of a constant one and of chance, among what is available', () => {
    expect(rows('always:b')).toEqual([
      [1, 0, 0],
      [1, 0, 0],
      [0, 0, 1],
    ]);
    expect(rows('random')).toEqual([
      [1, 0, 0],
      [0.5, 0.5, 0],
      [1 / 3, 1 / 3, 1 / 3],
    ]);
  });
});
