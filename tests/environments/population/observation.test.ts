import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { load, type Sections, smallScenario } from '../scenario/smallScenario.ts';

function observe(observe: string, more: Sections = {}, users = 1) {
  const sections = { observe: `observe: ${observe}`, rules: '', checks: '', metrics: '', ...more };
  const environment = new PopulationEnvironment(load(smallScenario(sections)), { users });
  return { environment, spec: environment.spec, first: environment.reset('o') };
}

describe('features', () => {
  it('have one column for each number and one for each name of a closed list', () => {
    const { spec } = observe(
      '{ mood: mood, phase: stage, kind: segment, did: action, how: action.family, v: visit }',
    );
    expect(spec.features).toEqual([
      'mood',
      ...['phase=new', 'phase=loyal', 'phase=gone'],
      ...['kind=rare', 'kind=often'],
      ...['did=none', 'did=coupon'],
      ...['how=none', 'how=recommendation', 'how=interaction', 'how=promotion'],
      'v',
    ]);
  });

  it('are 1 for the member of a list and 0 for the others', () => {
    const lifecycle = 'lifecycle: { new: { loyal: 1 }, loyal: { gone: 0 }, gone: {} }';
    const { environment } = observe('{ phase: stage, did: action, how: action.family }', { lifecycle });
    const { features } = environment.step(Uint8Array.of(1)).observation;
    expect([...features]).toEqual([0, 1, 0, 0, 1, 0, 0, 0, 1]);
  });

  it('on the first step show birth, on which nothing has been done or computed', () => {
    const more = { traits: 'traits: { frailty: 0.25 }', day: 'day: { visit: true, other: 7, mood: 1 }' };
    const { first } = observe(
      '{ mood: mood, frailty: frailty, visit: visit, other: other, not: not visit, day: day, weekday: weekday, tenure: tenure, cost: action.pull, phase: stage, did: action }',
      more,
    );
    const shown = [0.5, 0.25, 0, 0, 1, 0, 0, 0, 0];
    expect([...first.observation.features]).toEqual([...shown, 1, 0, 0, 1, 0]);
  });

  it('show the day, the weekday from 1 to 7, and the tenure', () => {
    const { environment } = observe('{ day: day, weekday: weekday, tenure: tenure }', {
      lifecycle: 'lifecycle: { new: { gone: 0 }, gone: {} }',
    });
    const rows = Array.from({ length: 9 }, () => [
      ...environment.step(Uint8Array.of(0)).observation.features,
    ]);
    expect(rows).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].map((day) => [day, ((day - 1) % 7) + 1, day]));
  });
});

describe('states', () => {
  const fixed = (value: number, bins: string) =>
    observe(`{ x: { value: mood, bins: ${bins} } }`, { state: `state: { mood: ${value}, recency: 0 }` });

  it.each([
    [-1, 0],
    [0.999, 0],
    [1, 1],
    [2.9, 1],
    [3, 2],
    [1e9, 2],
  ])('a value of %d is in bin %i of [1, 3]', (value, bin) => {
    const { spec, first } = fixed(value, '[1, 3]');
    expect(spec.bins).toEqual([{ name: 'x', count: 3 }]);
    expect(first.observation.states[0]).toBe(bin);
  });

  it('count in mixed radix, the first observed variable slowest', () => {
    const { spec, first } = observe(
      '{ a: { value: mood, bins: [0, 1] }, free: mood, phase: stage, b: { value: mood, bins: [0.1, 0.2, 0.3] } }',
    );
    expect(spec.bins.map(({ count }) => count)).toEqual([3, 3, 4]);
    expect(spec.stateCount).toBe(36);
    // mood 0.5: bin 1 of 3, stage 0 of 3, bin 3 of 4
    expect(first.observation.states[0]).toBe((1 * 3 + 0) * 4 + 3);
  });

  it('have two bins for a condition and one for each value of a declared domain', () => {
    const { spec, environment, first } = observe('{ v: visit, r: recency, twice: 2 * recency }', {
      state: 'state: { mood: 0.5, recency: { value: 2, range: [0, 5] } }',
      day: 'day: { visit: true, recency: 4 }',
    });
    expect(spec.bins).toEqual([
      { name: 'v', count: 2 },
      { name: 'r', count: 6 },
    ]);
    expect(first.observation.states[0]).toBe(2);
    expect(environment.step(Uint8Array.of(0)).observation.states[0]).toBe(6 + 4);
  });

  it('know values that are no whole numbers', () => {
    const { spec, first } = observe('{ r: recency }', {
      state: 'state: { mood: 0.5, recency: { value: 0.5, values: [2, -1, 0.5] } }',
    });
    expect(spec.bins).toEqual([{ name: 'r', count: 3 }]);
    expect(first.observation.states[0]).toBe(1);
  });

  it('do not take the domain of a state variable for an action attribute of the same name', () => {
    const { spec } = observe('{ c: action.cost }', {
      state: 'state: { mood: 0.5, cost: { value: 0, range: [0, 5] } }',
    });
    expect(spec.bins).toEqual([]);
  });

  it('are all 0 where nothing is binned', () => {
    const { spec, first } = observe('{ mood: mood }', {}, 20);
    expect(spec.stateCount).toBe(1);
    expect(new Set(first.observation.states)).toEqual(new Set([0]));
  });
});
