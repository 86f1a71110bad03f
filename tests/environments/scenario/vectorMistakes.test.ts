import { describe, expect, it } from 'vitest';
import { marked, problemsIn, type Sections } from './smallScenario.ts';
import { vectorScenario } from './vectorScenario.ts';

/** What is wrong, a scenario with it (« » mark where the message shall point), and the message. */
type Mistake = readonly [title: string, sections: Sections, message: string];

/** The day with another formula for the mood. */
const mood = (formula: string): Sections => ({
  day: `day:\n  pull: { length: 2, value: index }\n  mood: ${formula}`,
  reward: 'reward: { cost: -action.cost }',
  observe: 'observe: { heat: heat }',
  metrics: '',
});

/** The day with another formula for the vector heat. */
const heat = (formula: string): Sections => mood(`0\n  heat: ${formula}`);

const LENGTH = 'expected a whole number of elements from 1 to 64';

const MISTAKES: readonly Mistake[] = [
  [
    'a vector as a number',
    mood('1 + «taste»'),
    'day.mood: "taste" is a vector of 3; read taste[place], sum(taste) or dot(taste, other)',
  ],
  [
    'a vector as a number in the formula of a vector, once',
    heat('1 + «taste»'),
    'day.heat: "taste" is a vector of 3; read taste[index], sum(taste) or dot(taste, other)',
  ],
  [
    'a vector among the arguments of min',
    mood('min(mood, «taste»)'),
    'day.mood: "taste" is a vector of 3; read taste[place], sum(taste) or dot(taste, other)',
  ],
  [
    'the index where there is no element',
    mood('taste[«index»]'),
    'day.mood: "index" cannot be used here: it stands for the place of an element, in the formula of a vector (with a length)',
  ],
  ['an element that there is not', mood('heat[«4»]'), 'day.mood: heat has the elements 1 to 3, got heat[4]'],
  ['a place from 0 on', mood('heat[«0»]'), 'day.mood: heat has the elements 1 to 3, got heat[0]'],
  [
    'the index in a shorter vector',
    heat('pull[«index»]'),
    'day.heat: pull has 2 elements, and index goes to 3 here',
  ],
  ['two indices', mood('«heat»[1, 2]'), 'day.mood: heat is read as heat[place], got 2 indices'],
  [
    'a number read by place',
    mood('«gain»[1]'),
    'day.mood: "gain" is one number; only tables and vectors can be read with [ ]',
  ],
  [
    'a vector that nobody knows',
    mood('«tast»[1]'),
    'day.mood: there is no table or vector "tast"; did you mean "taste"?',
  ],
  [
    'a vector that is computed further down',
    { ...mood('0'), day: 'day:\n  mood: «late»[1]\n  late: { length: 2, value: 0 }' },
    'day.mood: "late" cannot be used here: it is computed further down',
  ],
  [
    'a stage as a place',
    mood('heat[«stage»]'),
    'day.mood: a stage is not a number; compare it: stage == name',
  ],
  ['a reduction of a number', mood('sum(«mood»)'), 'day.mood: expected the name of a vector, got "mood"'],
  [
    'a reduction of a formula',
    mood('sum(«taste» * 2)'),
    'day.mood: expected the name of a vector, got "taste * 2"',
  ],
  [
    'one vector for dot',
    mood('«dot»(taste)'),
    'day.mood: dot takes 2 vectors, got 1: dot(vector, vector), the sum of the products of their elements',
  ],
  [
    'two vectors for sum',
    mood('«sum»(taste, heat)'),
    'day.mood: sum takes 1 vector, got 2: sum(vector), of all its elements',
  ],
  [
    'vectors of two lengths',
    mood('dot(taste, «pull»)'),
    'day.mood: dot takes two vectors of one length; taste has 3 elements and pull 2',
  ],
  [
    'a reduction as a name',
    mood('1 + «sum»'),
    'day.mood: "sum" cannot be used here: it is a function; give it arguments in ( )',
  ],
  [
    'min of a vector that there is not yet',
    { ...mood('0'), day: 'day:\n  mood: min(«late»)\n  late: { length: 2, value: 0 }' },
    'day.mood: expected the name of a vector, got "late": it is computed further down',
  ],
  [
    'min of one number',
    mood('«min»(mood)'),
    'day.mood: min takes 2 to 16 arguments, got 1: min(a, b, …), or min(vector)',
  ],
  [
    'a length that is not that of the state',
    { ...mood('0'), day: 'day: { heat: { length: «2», value: 0 } }' },
    'heat has 3 elements in state, got a length of 2 here',
  ],
  [
    'a length where the state is one number',
    { ...mood('0'), day: 'day: { mood: { length: «2», value: 0 } }' },
    'mood is one number in state, got a length of 2 here',
  ],
  [
    'a length that is not that of what is observed',
    { ...mood('0'), observe: 'observe: { heat: { length: «2», value: heat } }' },
    'heat has 3 elements, got a length of 2 here',
  ],
  [
    'a stage in a vector of observations',
    { ...mood('0'), observe: 'observe: { heat: { length: 2, value: «stage» } }' },
    'observe.heat.value: a stage is not a number; compare it: stage == name',
  ],
  [
    'a vector of traits without its draw',
    { ...mood('0'), traits: 'traits: { taste: «{ length: 3 }» }' },
    'traits.taste: expected a formula (at most 2000 characters), a finite number, true or false, or { length, draw }, got "{"length":3}"',
  ],
  [
    'a vector that is too long',
    { ...mood('0'), traits: 'traits: { taste: { length: 3, draw: 0 }, long: { length: «65», draw: 0 } }' },
    `traits.long.length: ${LENGTH}, got "65"`,
  ],
  [
    'a name that means the index',
    { ...mood('0'), parameters: 'parameters: { gain: 0.5, second: 2, «index»: 1 }' },
    'the name "index" is already a word of the language; choose another',
  ],
  [
    'a name that means a reduction',
    { ...mood('0'), parameters: 'parameters: { gain: 0.5, second: 2, «dot»: 1 }' },
    'the name "dot" is already a function; choose another',
  ],
];

describe('a scenario with vectors names the place and the rule of', () => {
  it.each(MISTAKES)('%s', (_, sections, message) => {
    const { text, places } = marked(vectorScenario({ rules: '', ...sections }));
    expect(problemsIn(text)).toEqual(places.map((place) => place + message));
  });

  it('more elements than there may be', () => {
    const many = Array.from({ length: 16 }, (_, k) => `v${k}: { length: 64, draw: 0 }`);
    const traits = (list: readonly string[]) =>
      `traits: { ${list.join(', ')}, taste: { length: 3, draw: 0 } }`;
    expect(problemsIn(vectorScenario({ traits: traits(many.slice(1)) }))).toEqual([]);
    expect(problemsIn(vectorScenario({ traits: traits(many) })).join()).toContain(
      'a scenario has at most 1024 elements of vectors under traits, state, day, this one has 1033',
    );
  });

  it('formulas that come to too much when they are written out', () => {
    const sums = Array.from({ length: 55 }, () => 'dot(v0, v0)').join(' + ');
    const many = Array.from({ length: 14 }, (_, k) => `v${k + 1}: { length: 64, draw: "${sums}" }`);
    const traits = `traits: { taste: { length: 3, draw: 0 }, v0: { length: 64, draw: 0 }, ${many.join(', ')} }`;
    expect(problemsIn(vectorScenario({ traits, ...mood('0'), rules: '' }))).toEqual([
      expect.stringMatching(/traits\.v1\.draw: the formulas of a scenario come to at most 400000 operations/),
    ]);
  });
});

describe('a formula with [ ] inside { }', () => {
  it('is told to need quotes', () => {
    const text = vectorScenario({ metrics: 'metrics: { a: { value: heat[1] } }' });
    expect(problemsIn(text)[0]).toContain('a formula with [ ] inside { } needs quotes');
  });
});
