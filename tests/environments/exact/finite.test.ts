import { describe, expect, it } from 'vitest';
import { enumerate } from '../../../environments/exact/enumerate.ts';
import { NotFiniteError, whyNotFinite } from '../../../environments/exact/finite.ts';
import { written } from './solved.ts';

interface Sections {
  readonly traits?: string;
  readonly state?: string;
  readonly day?: string;
  readonly lifecycle?: string;
  readonly reward?: string;
  readonly observe?: string;
  readonly metrics?: string;
}

function programOf({ traits, state, day, lifecycle, reward, observe, metrics }: Sections) {
  return written(`horizon: 3
traits: { ${traits ?? ''} }
state: { x: { value: 0, range: [0, 5] }${state ? `, ${state}` : ''} }
actions: { none: { push: 1 }, other: { push: 2 } }
day: { ${day ?? ''} }
lifecycle: { here: { gone: ${lifecycle ?? '0.5'} }, gone: {} }
reward: { part: ${reward ?? '1'} }
observe: { x: x${observe ? `, ${observe}` : ''} }
metrics: { ${metrics ?? ''} }
`);
}

const endless = (draw: string, place: string) =>
  `${draw} has endlessly many outcomes, and ${place} depends on it`;

describe('a program is finite', () => {
  it.each<[string, Sections]>([
    [
      'with draws that have few outcomes',
      { day: 'x: "clamp(x + bernoulli(0.5) - categorical(1, 2), 0, 5)"' },
    ],
    [
      'with whole numbers out of an interval',
      { traits: 'kind: "floor(uniform(0, 3))"', day: 'x: "floor(uniform(0, x + 1))"' },
    ],
    [
      'with a weighted sum of endless draws in the reward',
      { reward: '"2 * normal(x, 1) - poisson(3) / (x + 1) + x * lognormal(0, 1)"' },
    ],
    [
      'with one that an action or chance decides on',
      { day: 'spend: "gamma(2, action.push)"', reward: '"bernoulli(0.5) ? spend : -spend"' },
    ],
    [
      'with endless draws in what only metrics see',
      { day: 'spend: "normal(0, 1)"', metrics: 'large: spend > 2' },
    ],
    ['with state that never changes, whatever it is', { state: 'born: "categorical(1, 2) / 3"' }],
  ])('%s', (_, sections) => {
    expect(whyNotFinite(programOf(sections))).toEqual([]);
  });

  it('where one endless draw decides the mean of another', () => {
    const program = programOf({ day: 'a: "normal(x, 1)", b: "normal(2 * a, 3)"', reward: 'b' });
    expect(whyNotFinite(program)).toEqual([]);
  });
});

describe('a program is not finite', () => {
  it.each<[string, Sections, string[]]>([
    [
      'where state changes without a domain',
      { state: 'age: 0', day: 'age: age + 1' },
      ['state variable age has no declared domain; give it values or a range'],
    ],
    [
      'where state takes an endless draw',
      { day: 'x: "clamp(normal(x, 1), 0, 5)"' },
      [endless('normal in day.x', 'day.x')],
    ],
    [
      'where state is born so',
      { state: 'born: "normal(0, 1)"' },
      [endless('normal in state.born', 'state.born')],
    ],
    [
      'where a trait is',
      { traits: 'frailty: "gamma(2, 1)"' },
      [endless('gamma in traits.frailty', 'traits.frailty')],
    ],
    [
      'where leaving depends on one',
      { day: 'mood: "normal(0, 1)"', lifecycle: 'logistic(mood)' },
      [endless('normal in day.mood', 'lifecycle.here')],
    ],
    [
      'where agents see one',
      { day: 'spend: "exponential(1)"', observe: 'spend: spend' },
      [endless('exponential in day.spend', 'observe.spend')],
    ],
    [
      'where a chance depends on one',
      { day: 'a: "uniform(0, 1)", b: bernoulli(a)', reward: 'b' },
      [endless('uniform in day.a', 'reward.part')],
    ],
    [
      'where a draw decides on one',
      { day: 'a: "beta(1, 2)", x: "a > 0.5 ? 1 : 0"' },
      [endless('beta in day.a', 'day.x')],
    ],
  ])('%s', (_, sections, reasons) => {
    const program = programOf(sections);
    expect(whyNotFinite(program)).toEqual(reasons);
    expect(() => enumerate(program)).toThrow(NotFiniteError);
    for (const reason of reasons) expect(() => enumerate(program)).toThrow(reason);
  });

  it.each([
    'max(a, 0)',
    'a^2',
    'a * a',
    'a * b',
    '1 / a',
    'a mod 2',
    'exp(a)',
    'floor(a)',
    'abs(a)',
    'a > 0',
    'min(a, b)',
    'clamp(a, 0, 1)',
    'a == b',
    'a > 0 ? 1 : 2',
    'lognormal(a, 1)',
    'normal(0, a)',
    'exponential(a)',
    'gamma(a, 1)',
    'beta(1, a)',
    'uniform(0, a)',
    'bernoulli(a)',
    'categorical(a, 1)',
    'floor(uniform(0, a))',
    'floor(2 * uniform(0, 1) + uniform(0, 1))',
    '0.2 < uniform(0, 1) < 0.7',
    'floor(uniform(0, 1) ^ 2)',
    'not a',
    'a and true',
    'x * (a > 0)',
  ])('where %s is a part of the reward', (text) => {
    const program = programOf({ day: 'a: "normal(1, 1)", b: "normal(2, 1)"', reward: `"${text}"` });
    const reasons = whyNotFinite(program);
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons)
      expect(reason).toMatch(/has endlessly many outcomes, and reward.part depends on it$/);
    expect(() => enumerate(program)).toThrow(/^written is not a finite decision process:\n {2}/);
  });

  // E poisson(m) is m only where m cannot be below 0: there it draws 0.
  it('where the mean of a Poisson draw may be below 0', () => {
    const program = programOf({ day: 'a: "normal(0, 1)"', reward: 'poisson(a)' });
    expect(whyNotFinite(program)).toEqual([endless('normal in day.a', 'reward.part')]);
  });

  it('for several reasons: each is told once', () => {
    const program = programOf({
      traits: 'frailty: "normal(0, 1)"',
      state: 'age: 0, size: 1',
      day: 'age: age + 1, size: size * 2, luck: "uniform(0, 1)", x: "luck + luck > 1 ? 0 : 1"',
      observe: 'luck: luck',
    });
    expect(whyNotFinite(program)).toEqual([
      'state variable age has no declared domain; give it values or a range',
      'state variable size has no declared domain; give it values or a range',
      endless('normal in traits.frailty', 'traits.frailty'),
      endless('uniform in day.luck', 'day.x'),
      endless('uniform in day.luck', 'observe.luck'),
    ]);
  });
});
