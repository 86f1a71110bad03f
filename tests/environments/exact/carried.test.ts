import { describe, expect, it } from 'vitest';
import { carriedBy, storedValue } from '../../../environments/exact/carried.ts';
import { written } from './solved.ts';

function carried(sections: string): string[] {
  const sectionOf = (name: string, otherwise: string) =>
    sections.includes(`${name}:`) ? '' : `${otherwise}\n`;
  const program = written(
    `horizon: 3\n${sectionOf('actions', 'actions: { none: {} }')}${sectionOf('reward', 'reward: { part: 1 }')}${sectionOf('observe', 'observe: {}')}${sections}`,
  );
  return carriedBy(program).map(({ kind, name }) => (kind === name ? kind : `${kind} ${name}`));
}

describe('what is carried from day to day', () => {
  it.each<[string, string, string[]]>([
    ['the stage alone', '', ['stage']],
    [
      'traits and state',
      'traits: { t: bernoulli(0.5) }\nstate: { x: 1, y: 2 }',
      ['stage', 'trait t', 'state x', 'state y'],
    ],
    [
      'the segment where there are several',
      'segments: { a: { share: 0.5 }, b: { share: 0.5 } }',
      ['stage', 'segment'],
    ],
    ['no segment where there is one', 'segments: { a: { share: 1 } }', ['stage']],
    ['the weekday where a formula of the day asks', 'day: { weekend: weekday > 5 }', ['stage', 'weekday']],
    ['the weekday where a reward asks', 'reward: { part: weekday }', ['stage', 'weekday']],
    ['the weekday where agents see it', 'observe: { w: weekday }', ['stage', 'weekday']],
    [
      'the weekday where leaving depends on it',
      'lifecycle: { here: { gone: weekday / 100 }, gone: {} }',
      ['stage', 'weekday'],
    ],
    [
      'the weekday where an action does',
      'actions: { none: {}, a: { when: weekday == 3 } }',
      ['stage', 'weekday'],
    ],
    ['the day where a formula counts it', 'reward: { part: day }', ['stage', 'day']],
    ['the day where one asks how long somebody is here', 'observe: { t: tenure }', ['stage', 'day']],
    ['the day for both', 'reward: { part: day + weekday }', ['stage', 'day']],
    ['neither where metrics alone ask', 'metrics: { sunday: weekday == 7, late: day > 2 }', ['stage']],
    [
      "what of today's is seen",
      'day: { v: bernoulli(0.5) }\nobserve: { v: v, w: 1 + v }',
      ['stage', 'seen v', 'seen w'],
    ],
    [
      'the action that is seen',
      'observe: { did: action, paid: action.cost, how: action.family }',
      ['stage', 'seen did', 'seen paid', 'seen how'],
    ],
    [
      'what is seen by chance',
      'observe: { noisy: "bernoulli(0.5) + categorical(1, 1)" }',
      ['stage', 'seen noisy'],
    ],
    [
      'nothing for what is seen of it anyway',
      'state: { x: 1 }\nobserve: { x: x, double: 2 * x + 1, phase: stage, who: segment }',
      ['stage', 'state x'],
    ],
    [
      'a day variable that is deep inside',
      'day: { v: bernoulli(0.5) }\nobserve: { w: "1 + max(0, abs(1 - (v ? 2 : 3)))" }',
      ['stage', 'seen w'],
    ],
  ])('%s', (_, sections, names) => {
    expect(carried(sections)).toEqual(names);
  });
});

describe('values of what is carried', () => {
  const part = (domain?: readonly number[]) =>
    ({ kind: 'state', name: 'x', domain, ...(domain && { members: new Set(domain) }) }) as const;

  it('are stored with 32 bits, as columns hold them', () => {
    expect(storedValue(part(), 0.1)).toBe(Math.fround(0.1));
    expect(storedValue(part(), 1e300)).toBeUndefined();
    expect(storedValue(part(), Number.NaN)).toBeUndefined();
  });

  it('are members of the domain, as the file writes them', () => {
    expect(storedValue(part([0, 0.1]), 0.1)).toBe(0.1);
    expect(storedValue(part([0, 0.1]), Math.fround(0.1))).toBe(0.1);
    expect(storedValue(part([0, 0.3]), 0.1 + 0.2)).toBe(0.3);
    expect(storedValue(part([0, 0.1]), 0.11)).toBeUndefined();
    expect(storedValue(part([0, 1]), 2)).toBeUndefined();
    expect(storedValue(part([0, 1]), Number.NaN)).toBeUndefined();
    expect(Object.is(storedValue(part([0, 1]), -0), 0) || storedValue(part([0, 1]), -0) === 0).toBe(true);
  });
});
