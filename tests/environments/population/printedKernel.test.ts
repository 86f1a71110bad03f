import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { printDay } from '../../../environments/population/printKernel.ts';
import { literal } from '../../../environments/population/printNodes.ts';
import { load, type Sections, smallScenario } from '../scenario/smallScenario.ts';
import { compareReadings } from './compareReadings.ts';

const inDay = (...formulas: string[]): Sections => ({
  day: `day:\n  visit: bernoulli(rate)\n${formulas.map((formula, i) => `  v${i}: ${JSON.stringify(formula)}`).join('\n')}`,
  metrics: `metrics: { result: v${formulas.length - 1} }`,
  checks: '',
});

const source = (...formulas: string[]) =>
  printDay(load(smallScenario(inDay(...formulas))), { measured: true }).source;

describe('literal(value)', () => {
  it.each([0, -0, 1.5, -2, 1e-7, 1e21, 5e-324, -Number.MAX_VALUE, Infinity, -Infinity, Number.NaN])(
    'of %d reads back as itself, also after a minus sign',
    (value) => {
      expect(new Function(`return ${literal(value)}`)()).toBe(value);
      expect(new Function(`return -${literal(value)}`)()).toBe(-value);
    },
  );
});

describe('the printed kernel', () => {
  it('draws where a condition holds only', () => {
    const [before, branch] = source('visit * normal(0, 1)').split('if (');
    expect(before).not.toContain('normalTail(p');
    expect(branch).toBeDefined();
  });

  it('computes what is the same for everyone before the loop', () => {
    const [outside, inside] = source('mood * exp(-day / 7)').split('for (let i = from');
    expect(outside).toContain('rootsOfTwo[');
    expect(inside).not.toContain('rootsOfTwo[');
  });

  it('computes a formula that stands in two places once', () => {
    const count = (text: string) => text.split('rootsOfTwo[').length - 1;
    expect(count(source('exp(mood + recency)', '2 * exp(mood + recency)'))).toBe(
      count(source('exp(mood + recency)')),
    );
  });

  it('holds names of its own and numbers only', () => {
    const words = source('clamp(mood + gain * action.pull, 0, 1) + poisson(2) + (stage == loyal)').match(
      /[A-Za-z_$][\w$]*/g,
    );
    for (const name of ['gain', 'pull', 'loyal', 'coupon', 'often', 'rate', 'visit', 'v0'])
      expect(words).not.toContain(name);
    expect(words).toContain('c_mood');
  });

  it('compiles and agrees with the explanation where formulas build on each other without end', () => {
    const long = (name: string) => `${name}${' * 1.0001 + recency'.repeat(80)}`;
    const formulas = Array.from({ length: 120 }, (_, i) => long(i === 0 ? 'mood' : `v${i - 1}`));
    const program = load(smallScenario(inDay(...formulas)));
    const action = () => 0;
    expect(compareReadings({ program, users: 2, days: 1, seed: 'long', action })).toBe('same');
  });

  it('compiles with as many conditions in each other as a formula may have', () => {
    const nested = `${'visit ? mood / 3 : '.repeat(80)}0`;
    const environment = new PopulationEnvironment(load(smallScenario(inDay(nested, nested))), { users: 2 });
    environment.reset('nested');
    expect(environment.step(new Uint8Array(2)).day).toBe(1);
  });
});

describe('names of variables', () => {
  it('may be those of columns and variables of the kernel', () => {
    const names = [
      'birth',
      'born',
      'births',
      'stages',
      'rewards',
      'rewards0',
      'active1',
      'features',
      'states',
      'visits',
    ];
    const others = [
      'i',
      'check',
      'keys',
      'ka0',
      'log2',
      'v1',
      'actions',
      'sum_orders',
      'columns',
      'library',
      'from',
    ];
    const state = [...names, ...others].map((name, k) => `${name}: ${k + 0.5}`);
    const sections = {
      state: `state: { mood: 0.5, recency: 0, ${state.join(', ')} }`,
      day: `day:\n  visit: bernoulli(rate)\n${[...names, ...others].map((name) => `  ${name}: ${name} + 1`).join('\n')}`,
      more: 'visit: visits mod 2 == 0',
    };
    const program = load(smallScenario(sections));
    expect(compareReadings({ program, users: 3, days: 2, seed: 'names', action: () => 1 })).toBe('same');
  });
});
