import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { drawKey, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { explainDay } from '../../../environments/scenario/explain.ts';
import { observeEverything } from '../../../environments/scenario/observeEverything.ts';
import { stepsOf } from '../../../environments/scenario/vectors.ts';
import { load } from './smallScenario.ts';
import { vectorScenario } from './vectorScenario.ts';

const USER = { seedKey: 77, birth: -123456, day: 9, tenure: 9, segment: 1, stage: 0, action: 2 };
const VALUES = {
  'taste[1]': 1.5,
  'taste[2]': 2.5,
  'taste[3]': 2,
  'heat[1]': 0.5,
  'heat[2]': 0.25,
  'heat[3]': 1,
  mood: 0,
};

/** What a formula of today comes to, with one more formula below all others. */
function resultOf(formula: string, day = ''): number {
  const text = vectorScenario({
    day: `day:\n  pull: { length: 3, value: "taste[index] - heat[index]" }${day}\n  result: "${formula}"`,
    observe: 'observe: { heat: heat }',
    metrics: '',
  }).replace('reward: { visit: visit,', 'reward: {');
  const { day: formulas } = explainDay(load(text), { ...USER, values: VALUES });
  return formulas[formulas.length - 1].value;
}

describe('vectors', () => {
  it('are read by a place from 1 on: a number, the index, or anything computed', () => {
    expect(resultOf('taste[2]')).toBe(2.5);
    expect(resultOf('taste[action.topic]')).toBe(2.5);
    expect(resultOf('taste[second + 1]')).toBe(2);
    expect(resultOf('pull[floor(1.5)] + 10 * heat[(action == two) + 1]')).toBe(1 + 2.5);
  });

  it('have no number outside of them', () => {
    for (const place of ['action.topic - 2', 'action.topic + 2', 'action.topic / 4', '-second'])
      expect(resultOf(`taste[${place}]`), place).toBeNaN();
  });

  it('are put together by sum, min, max and dot, also with a table', () => {
    expect(resultOf('sum(taste)')).toBe(6);
    expect(resultOf('min(heat) + 10 * max(heat)')).toBe(10.25);
    expect(resultOf('dot(taste, heat)')).toBe(1.5 * 0.5 + 2.5 * 0.25 + 2);
    expect(resultOf('dot(heat, weight)')).toBe(2 + 0.5 + 1);
    expect(resultOf('sum(weight) + min(weight)')).toBe(8);
  });

  it('hold conditions too', () => {
    const shown = '\n  shown: { length: 3, value: action.topic == index }';
    expect(resultOf('shown[2] and not shown[1] ? sum(shown) + 10 * dot(shown, taste) : 7', shown)).toBe(26);
    expect(resultOf('shown[action.topic] * 4', shown)).toBe(4);
  });

  it('are set at once, from what all elements were before; formulas below see what was set', () => {
    const turn = '\n  heat: heat[(index mod 3) + 1]';
    expect(resultOf('heat[1] + 10 * heat[2] + 100 * heat[3]', turn)).toBe(0.25 + 10 + 50);
    expect(resultOf('heat[action.topic]', turn)).toBe(1);
  });

  it('are drawn for each element by itself, under its own name', () => {
    const environment = new PopulationEnvironment(load(vectorScenario()), { users: 5 });
    environment.reset('drawn');
    const { birth, seedKey } = { birth: environment.births[4], seedKey: environment.seedKey };
    const text = vectorScenario({ traits: 'traits: { taste: { length: 3, draw: "uniform(0, 1)" } }' });
    const plain = new PopulationEnvironment(load(text), { users: 5 });
    plain.reset('drawn');
    for (const place of [1, 2, 3]) {
      const { a, b } = drawKey(seedKey, 0, purposeOf(`traits.taste[${place}]/0`));
      expect(plain.column(`taste[${place}]`)[4]).toBe(Math.fround(uniformDraw(birth, a, b)));
    }
  });

  it('are columns of the population, by the name of an element', () => {
    const environment = new PopulationEnvironment(load(vectorScenario()), { users: 2 });
    environment.reset('columns');
    expect([...environment.column('heat[3]')]).toEqual([0.75, 0.75]);
    environment.step(Uint8Array.of(1, 2));
    const column = (place: number) => [...environment.column(`heat[${place}]`)];
    expect([1, 2, 3].map(column)).toEqual([
      [1.125, 0.125],
      [0.25, 1.25],
      [0.375, 0.375],
    ]);
    expect(() => environment.column('heat')).toThrow('there is no trait, state variable or sum "heat"');
    expect(() => environment.column('heat[4]')).toThrow('"heat[4]"');
  });

  it('are observed as one feature for each element, with the bins of all', () => {
    const { spec } = new PopulationEnvironment(load(vectorScenario()), { users: 1 });
    expect(spec.features).toEqual(['heat[1]', 'heat[2]', 'heat[3]', 'even[1]', 'even[2]']);
    expect(spec.bins).toEqual([1, 2, 3].map((place) => ({ name: `heat[${place}]`, count: 2 })));
    expect(spec.stateCount).toBe(8);
  });

  it('with a declared domain are binned by its values', () => {
    const state = 'state: { heat: { length: 3, value: 0, range: [0, 2] }, mood: 0.5 }';
    const { spec } = new PopulationEnvironment(
      load(vectorScenario({ state, observe: 'observe: { heat: heat }' })),
      {
        users: 1,
      },
    );
    expect(spec.bins.map(({ count }) => count)).toEqual([3, 3, 3]);
  });

  it('are all shown where nothing is hidden', () => {
    const { spec } = new PopulationEnvironment(observeEverything(load(vectorScenario())), { users: 1 });
    expect(spec.features.slice(-4)).toEqual(['taste[1]', 'taste[2]', 'taste[3]', 'mood']);
    expect(spec.features.filter((name) => name === 'heat[2]')).toHaveLength(1);
  });

  it('are read by rules as they are observed', () => {
    const environment = new PopulationEnvironment(load(vectorScenario()), { users: 2 });
    const { observation } = environment.reset('rules');
    const actions = new Uint8Array(2);
    environment.spec.rules[0].create(1).selectActions(observation, actions);
    expect([...actions]).toEqual([1, 1]);
    const { observation: next } = environment.step(Uint8Array.of(1, 2));
    environment.spec.rules[0].create(1).selectActions(next, actions);
    expect([...actions]).toEqual([0, 1]);
  });

  it('explain what was read of them', () => {
    const { day } = explainDay(load(vectorScenario()), { ...USER, values: VALUES });
    expect(day.map(({ name }) => name)).toEqual([
      ...['liked', 'pull[1]', 'pull[2]', 'pull[3]', 'visit', 'heat[1]', 'heat[2]', 'heat[3]', 'mood'],
    ]);
    expect(day[0].inputs.slice(-2)).toEqual([
      { name: 'action.topic', value: 2 },
      { name: 'taste[2]', value: 2.5 },
    ]);
    expect(day[6]).toMatchObject({ text: 'gain * heat[index] + (action.topic == index)', value: 1.125 });
  });
});

describe('stepsOf(definitions)', () => {
  it('puts the elements of a vector together', () => {
    const { day } = load(vectorScenario());
    expect(stepsOf(day).map((step) => step.map(({ name }) => name))).toEqual([
      ['liked'],
      ['pull[1]', 'pull[2]', 'pull[3]'],
      ['visit'],
      ['heat[1]', 'heat[2]', 'heat[3]'],
      ['mood'],
    ]);
  });
});
