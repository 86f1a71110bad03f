import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { load, type Sections, smallScenario } from '../scenario/smallScenario.ts';

const USERS = 200;
const BASE: Sections = {
  traits: 'traits: { frailty: "normal(0, 0.5)" }',
  day: 'day:\n  visit: bernoulli(rate)\n  mood: clamp(mood + normal(0, 0.1) + 0.1 * visit, -5, 5)',
};

/** What BASE computes, on every day, in a scenario that may compute more. */
function shared(sections: Sections) {
  const program = load(smallScenario({ ...BASE, ...sections }));
  const environment = new PopulationEnvironment(program, { users: USERS, measured: true });
  environment.reset('added');
  return Array.from({ length: 8 }, () => {
    environment.step(new Uint8Array(USERS));
    const columns = ['frailty', 'mood', 'sum_visits_'].map((name) => [...environment.column(name)]);
    return [...columns, [...environment.stages], [...environment.segments]];
  });
}

const ADDITIONS: Readonly<Record<string, Sections>> = {
  'a day variable before the others': {
    day: 'day:\n  luck: poisson(3) + uniform(0, 1)\n  visit: bernoulli(rate)\n  mood: clamp(mood + normal(0, 0.1) + 0.1 * visit, -5, 5)',
  },
  'a day variable between the others': {
    day: 'day:\n  visit: bernoulli(rate)\n  luck: gamma(2, 1)\n  mood: clamp(mood + normal(0, 0.1) + 0.1 * visit, -5, 5)',
  },
  'a day variable after the others': {
    day: 'day:\n  visit: bernoulli(rate)\n  mood: clamp(mood + normal(0, 0.1) + 0.1 * visit, -5, 5)\n  luck: beta(2, 3)',
  },
  'a trait before the others': { traits: 'traits: { luck: "gamma(1, 1)", frailty: "normal(0, 0.5)" }' },
  'a state variable': { state: 'state: { luck: "normal(0, 1)", mood: 0.5, recency: 0 }' },
  'a draw at the end of a formula': {
    day: 'day:\n  visit: bernoulli(rate)\n  mood: clamp(mood + normal(0, 0.1) + 0.1 * visit, -5, 5) + 0 * uniform(0, 1)',
  },
  'a noisy observation and a noisy metric': {
    observe: 'observe: { mood: "mood + normal(0, 1)", phase: stage }',
    rules: '',
    metrics: 'metrics: { visits: visit, noise: "uniform(0, 1)" }',
  },
  'what a visit is': { more: 'visit: "visit or bernoulli(0.5)"' },
};

describe('the draws of a scenario stay as they were', () => {
  const before = shared({});

  it.each(Object.entries(ADDITIONS))('when %s is added', (_, sections) => {
    expect(shared(sections)).toEqual(before);
  });

  it('but for those of a formula that gets a draw in front of them', () => {
    const day =
      'day:\n  visit: bernoulli(rate)\n  mood: clamp(0 * uniform(0, 1) + mood + normal(0, 0.1) + 0.1 * visit, -5, 5)';
    expect(shared({ day })).not.toEqual(before);
  });
});
