import fc, { type GeneratorValue } from 'fast-check';
import { conditionText, type FormulaNames, formulaText, TABLES, type Vector } from './formulaText.ts';

const FAMILIES = ['none', 'recommendation', 'interaction', 'promotion'] as const;

const pick = <T>(g: GeneratorValue, list: readonly T[]): T => list[g(fc.nat, list.length - 1)];
const chance = (g: GeneratorValue, percent: number): boolean => g(fc.nat, 99) < percent;
const small = (g: GeneratorValue): number => g(fc.integer, { min: -40, max: 40 }) / 8;

/** `least` to `most` numbered names. */
const some = (g: GeneratorValue, stem: string, least: number, most: number): string[] =>
  Array.from({ length: g(fc.integer, { min: least, max: most }) }, (_, i) => `${stem}${i}`);

/** Numbered vectors of two or three elements. */
const someVectors = (g: GeneratorValue, stem: string, most: number): Vector[] =>
  some(g, stem, 0, most).map((name) => ({ name, length: pick(g, [2, 3, 3]) }));

/** What the formula of a vector may use besides. */
const inVector = (names: FormulaNames, length: number): FormulaNames => ({
  ...names,
  numbers: [
    ...names.numbers,
    'index',
    ...names.vectors.flatMap((v) => (v.length >= length ? [`${v.name}[index]`, `${v.name}[index]`] : [])),
  ],
});

const section = <T>(names: readonly string[], value: (name: string, index: number) => T): Record<string, T> =>
  Object.fromEntries(names.map((name, index) => [name, value(name, index)]));

/** Formulas that are carried from day to day are mostly kept within bounds, or nearly all runs would overflow. */
const bounded = (g: GeneratorValue, text: string): string =>
  chance(g, 85) ? `clamp(${text}, -20, 20)` : text;

/**
 * A random valid scenario, as YAML (in its JSON form): every operator, function and draw, conditions and numbers
 * mixed, segments, stages, action attributes, families, actions that are not for everyone, a discounted objective,
 * bins and one-hot features, visits, vectors.
 */
export function scenarioText(g: GeneratorValue): string {
  const parameters = some(g, 'param', 0, 2);
  const segments = some(g, 'segment_', 0, 3);
  const properties = segments.length > 0 ? some(g, 'property', 0, 2) : [];
  const traits = some(g, 'trait', 0, 2);
  const state = some(g, 'state', 1, 3);
  const drawn = someVectors(g, 'drawn', 1);
  const carried = someVectors(g, 'carried', 2);
  const computed = someVectors(g, 'computed', 1);
  const lengths = new Map([...drawn, ...carried, ...computed].map(({ name, length }) => [name, length]));
  const actions = some(g, 'act', 1, 4);
  const attributes = some(g, 'attribute', 0, 2);
  const restricted = chance(g, 50);
  const stages = [...some(g, 'stage_', 1, 3), 'gone'];
  const ofStage = { name: 'stage', members: stages };
  const ofSegment = { name: 'segment', members: segments.length > 0 ? segments : ['everyone'] };

  const atBirth = (known: readonly string[], vectors: readonly Vector[]): FormulaNames => ({
    numbers: [...parameters, ...properties, ...known],
    booleans: [],
    lists: [ofSegment],
    draws: true,
    vectors,
  });
  const overnight: FormulaNames = {
    numbers: [
      ...atBirth([...traits, ...state], []).numbers,
      ...attributes.map((name) => `action.${name}`),
      ...['action.cost', 'day', 'weekday', 'yearday', 'tenure'],
    ],
    booleans: [],
    lists: [ofSegment, ofStage, { name: 'action', members: actions }],
    draws: false,
    vectors: [...drawn, ...carried],
  };
  const day = dayNames(g, [...state, ...[...carried, ...computed].map(({ name }) => name)]);
  const today = new Map<string, boolean>();
  const computedToday: Vector[] = [];
  const during = (): FormulaNames => ({
    numbers: [
      ...atBirth([...traits, ...state], []).numbers,
      ...attributes.map((name) => `action.${name}`),
      ...['action.cost', 'day', 'weekday', 'yearday', 'tenure'],
      ...[...today].flatMap(([name, isCondition]) => (isCondition ? [] : [name])),
    ],
    booleans: [...today].flatMap(([name, isCondition]) => (isCondition ? [name] : [])),
    lists: [
      ofSegment,
      ofStage,
      { name: 'action', members: actions },
      { name: 'action.family', members: FAMILIES },
    ],
    draws: true,
    vectors: [...drawn, ...carried, ...computedToday],
  });

  return JSON.stringify({
    title: 'random',
    story: 'a random program',
    horizon: 3,
    ...(chance(g, 50) ? { starts: pick(g, ['2024-12-30', '2023-02-28', '1969-12-31', '2026-09-06']) } : {}),
    ...(chance(g, 30) ? { objective: { discount: pick(g, [0.9, 0.5, 1, '1 - 1 / 7']) } } : {}),
    tables: TABLES,
    parameters: section(parameters, () => small(g)),
    segments: section(segments, (_, i) => ({
      share: i === 0 ? 1 - (segments.length - 1) / 4 : 0.25,
      ...section(properties, () => small(g)),
    })),
    traits: {
      ...section(traits, (_, i) => formulaText(g, atBirth(traits.slice(0, i), []), 2)),
      ...vectors(drawn, ({ length }) => ({
        length,
        draw: bounded(g, formulaText(g, inVector(atBirth(traits, []), length), 1)),
      })),
    },
    state: {
      ...section(state, (_, i) => birthState(g, atBirth([...traits, ...state.slice(0, i)], drawn), 2)),
      ...vectors(carried, ({ length }, i) => ({
        length,
        ...details(birthState(g, inVector(atBirth(traits, [...drawn, ...carried.slice(0, i)]), length), 1)),
      })),
    },
    actions: section(actions, () => ({
      ...(chance(g, 60) ? { family: pick(g, FAMILIES) } : {}),
      ...(chance(g, 60) ? { cost: small(g) } : {}),
      ...(restricted && chance(g, 60) ? { when: formulaText(g, overnight, 2) } : {}),
      ...section(attributes, () => small(g)),
    })),
    day: section(day, (name) => {
      const isState = state.includes(name) || carried.some((v) => v.name === name);
      const length = lengths.get(name);
      const names = length === undefined ? during() : inVector(during(), length);
      const isCondition = !isState && chance(g, 40);
      const text = isCondition ? conditionText(g, names, 3) : bounded(g, formulaText(g, names, 3));
      if (length !== undefined && !isState) computedToday.push({ name, length });
      else if (!isState) today.set(name, isCondition);
      return length === undefined || (isState && chance(g, 50)) ? text : { length, value: text };
    }),
    lifecycle: section(stages, (name) => (name === 'gone' ? {} : waysOut(g, stages, during()))),
    reward: section(some(g, 'part', 1, 3), () => bounded(g, formulaText(g, during(), 2))),
    observe: {
      ...section(some(g, 'seen', 0, 4), () => observed(g, during())),
      ...section(some(g, 'row', 0, 2), () => observedVector(g, during())),
    },
    metrics: section(some(g, 'metric', 0, 3), () => metric(g, during())),
    ...(chance(g, 40)
      ? { visit: pick(g, [conditionText(g, during(), 2), formulaText(g, during(), 2)]) }
      : {}),
  });
}

const vectors = <T>(
  list: readonly Vector[],
  value: (vector: Vector, index: number) => T,
): Record<string, T> => Object.fromEntries(list.map((vector, index) => [vector.name, value(vector, index)]));

const details = (given: unknown): object =>
  typeof given === 'object' ? (given as object) : { value: given };

/** Some of the state variables and some of today's, in any order. */
function dayNames(g: GeneratorValue, state: readonly string[]): string[] {
  const names = [...state, ...some(g, 'today', 0, 4)];
  return g(fc.shuffledSubarray, names, { minLength: 1 });
}

function birthState(g: GeneratorValue, names: FormulaNames, depth: number): unknown {
  const value = formulaText(g, names, depth);
  return pick(g, [value, value, { value, range: [-2, 3] }, { value, values: [-1, 0, 0.5, 2] }]);
}

function waysOut(g: GeneratorValue, stages: readonly string[], names: FormulaNames): Record<string, string> {
  const targets = g(fc.shuffledSubarray, [...stages], { minLength: 1 });
  return section(targets, (target) => {
    const text = formulaText(g, names, 2);
    return target === 'gone' ? `0.2 * (${text})` : text;
  });
}

function observed(g: GeneratorValue, names: FormulaNames): unknown {
  const edges = [...new Set(Array.from({ length: g(fc.integer, { min: 1, max: 4 }) }, () => small(g)))];
  const bins = edges.sort((a, b) => a - b);
  const value = formulaText(g, names, 2);
  const condition = conditionText(g, names, 1);
  const list = pick(g, names.lists).name;
  const name = pick(g, [...names.numbers, ...names.booleans]);
  return pick(g, [value, { value, bins }, { value, bins }, condition, { value: condition }, list, name]);
}

/** A vector by its name, or a formula for each of some elements. */
function observedVector(g: GeneratorValue, names: FormulaNames): unknown {
  const length = g(fc.integer, { min: 1, max: 3 });
  const value = formulaText(g, inVector(names, length), 2);
  if (names.vectors.length === 0 || chance(g, 40))
    return { length, value, ...(chance(g, 50) && { bins: [0, 1] }) };
  const { name } = pick(g, names.vectors);
  return pick<unknown>(g, [name, { value: name }, { value: name, bins: [-0.5, 0.5] }]);
}

function metric(g: GeneratorValue, names: FormulaNames): unknown {
  const value = formulaText(g, names, 2);
  return pick(g, [value, { value, over: 'sum' }, { value, over: 'mean' }, { value, over: 'last' }]);
}
