import { describe, expect, it } from 'vitest';
import { ScenarioError } from '../../../environments/scenario/diagnostics.ts';
import { LIMITS } from '../../../environments/scenario/schemaParts.ts';
import { MAX_BYTES } from '../../../environments/scenario/yamlTokens.ts';
import { load, problemsIn, smallScenario } from './smallScenario.ts';

const inDay = (formula: string): string =>
  smallScenario({ day: `day:\n  visit: bernoulli(rate)\n  mood: ${JSON.stringify(formula)}` });

const many = (count: number, write: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => write(i)).join('\n');

const FORMULAS: readonly string[] = [
  'import("fs")',
  'mood.constructor',
  'mood.constructor("globalThis.pwned = 1")()',
  'action["constructor"]',
  'action["pull"]',
  'action.constructor',
  'action.__proto__',
  'action?.pull',
  'constructor',
  '__proto__',
  'toString()',
  'globalThis.pwned = 1',
  'pwned = 1',
  'f(x) = x',
  'evaluate("1")',
  'parse("1")',
  'compile("1")',
  'cos.constructor("globalThis.pwned = 1")()',
  'createUnit("x")',
  'typed("x", {})',
  'simplify("1")',
  '[1, 2][1]',
  '{"a": 1}.a',
  '{"constructor": 1}.constructor',
  '1; 2',
  '1:3',
  'mood to cm',
  '5 cm',
  'i',
  'pi',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '"text"',
  '`process.exit()`',
  '); process.exit(); (',
  'mood // 2',
  '/* */ mood',
  'mood => mood',
  'function() {}',
  'mood\u2028+ 1;',
  'mood \u0000',
  '',
  ' ',
  '#',
];

describe('a formula', () => {
  it.each(FORMULAS)('%j is refused at its place, and nothing of it is run', (formula) => {
    const problems = problemsIn(inDay(formula));
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect(problem).toMatch(/^test\.yaml:11:\d+: day\.mood: ./);
    expect('pwned' in globalThis).toBe(false);
  });

  it.each([
    ['brackets', `${'('.repeat(61)}1${')'.repeat(61)}`, 'a formula has at most 60 brackets'],
    ['signs', `${'-'.repeat(1990)}1`, 'a formula nests at most 200 operations'],
    ['negations', `${'not '.repeat(400)}1`, 'a formula nests at most 200 operations'],
    ['conditionals', `${'1 ? 1 : '.repeat(240)}1`, 'a formula nests at most 200 operations'],
    ['sums', `${'1+'.repeat(990)}1`, 'a formula nests at most 200 operations'],
    ['powers', `${'1^'.repeat(990)}1`, 'a formula nests at most 200 operations'],
    ['characters', '1 '.repeat(1001), 'a formula has at most 2000 characters'],
  ])('of too many %s is refused', (_, formula, message) => {
    const problems = problemsIn(inDay(formula));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/^test\.yaml:11:\d+: day\.mood: /);
    expect(problems[0]).toContain(message);
  });
});

const NAMES: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '../x',
  '/etc/passwd',
  'a.b',
  'a b',
  'a"b',
  'a\u001b[31m',
  'a\u0000b',
  'a\u202eb',
  '',
  '1a',
  '-',
  'x'.repeat(41),
  'größe',
];

describe('a name', () => {
  const places = ['parameters', 'state', 'traits', 'day', 'metrics', 'reward', 'observe'] as const;

  it.each(NAMES.flatMap((name) => places.map((place) => [name, place] as const)))(
    '%j is refused under %s',
    (name, place) => {
      const problems = problemsIn(smallScenario({ [place]: `${place}: { ${JSON.stringify(name)}: 1 }` }));
      expect(problems.length).toBeGreaterThan(0);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: none may reach a terminal
      expect(problems.join('\n')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    },
  );

  it.each(NAMES)('%j is refused for a stage, an action, a segment, a property and a rule', (name) => {
    const key = JSON.stringify(name);
    for (const sections of [
      { lifecycle: `lifecycle: { new: { loyal: 1 }, loyal: {}, ${key}: {} }` },
      { actions: `actions: { none: { pull: 0 }, coupon: { pull: 1 }, ${key}: { pull: 1 } }` },
      { actions: `actions: { none: { pull: 0, ${key}: 0 }, coupon: { pull: 1, ${key}: 0 } }` },
      {
        segments: `segments: { rare: { share: 1, rate: 0 }, often: { share: 0, rate: 0 }, ${key}: { share: 0, rate: 0 } }`,
      },
      {
        segments: `segments: { rare: { share: 1, rate: 0, ${key}: 0 }, often: { share: 0, rate: 0, ${key}: 0 } }`,
      },
      {
        rules: `rules: { careful: { about: x, choose: [{ do: none }] }, ${key}: { about: x, choose: [{ do: none }] } }`,
      },
    ])
      expect(problemsIn(smallScenario(sections))).not.toEqual([]);
  });
});

/** A file, and what the first message has to say. */
const FILES: Readonly<Record<string, readonly [text: string, message: RegExp]>> = {
  'that is empty': ['', /1:1: expected a scenario: .*, got "null"$/],
  'of white space': [' \n\n', /expected a scenario: .*, got "null"$/],
  'that is a list': ['- a\n- b', /1:1: expected a scenario: .*, got "\["a","b"\]"$/],
  'that is a text': ['hello', /1:1: expected a scenario: .*, got "hello"$/],
  'that is a block of text with signs in it': ['--- |-\n!text', /2:1: expected a scenario: .*, got "!text"$/],
  'of several documents': [`${smallScenario()}\n---\n${smallScenario()}`, /multiple documents/],
  'with a tag': [smallScenario({ title: 'title: !!js/function "function() {}"' }), /1:8: tags \(!name\)/],
  'with a harmless tag': [smallScenario({ title: 'title: !!str x' }), /1:8: tags \(!name\)/],
  'with a directive': [`%YAML 1.1\n---\n${smallScenario()}`, /1:1: directives \(%NAME\)/],
  'with an anchor': [smallScenario({ title: 'title: &t x' }), /1:8: anchors and aliases/],
  'with an alias': [smallScenario({ title: 'title: *t' }), /1:8: anchors and aliases/],
  'with a merge key': [smallScenario({ more: '<<: { title: x }' }), /unknown key "<<"/],
  'of a billion laughs': [
    `a: &a [x, x]\n${many(30, (i) => `${'bcdefghijklmnopqrstuvwxyzABCDEFGH'[i]}: &b${i} [*a, *a]`)}`,
    /1:4: anchors and aliases/,
  ],
  'of ten megabytes of aliases': [
    `a: &a x\nb: [${'*a, '.repeat(2_500_000)}]`,
    /1:1: the file has 10000013 bytes; a scenario may have at most 262144/,
  ],
  'of brackets in brackets': ['['.repeat(100_000), /1:41: nested too deeply/],
  'of brackets in brackets, line by line': ['[\n'.repeat(100_000), /41:1: nested too deeply/],
  'of maps in maps, line by line': ['{a:\n'.repeat(60_000), /41:1: nested too deeply/],
  'of lists in lists': ['- '.repeat(100_000), /1:17: nested too deeply/],
  'of keys in keys': ['? '.repeat(100_000), /1:17: nested too deeply/],
  'indented step by step': [many(700, (i) => `${' '.repeat(i)}a:`), /nested too deeply/],
  'of commas': [`a: [${'1,'.repeat(100_000)}]`, /at most 60000 names, values and signs/],
  'of too many keys': [many(20_000, (i) => `k${i}: 1`), /at most 60000 names, values and signs/],
  'of a key that is a list': [smallScenario({ more: '[a, b]: 1' }), /keys must be plain names/],
  'of a key that is nothing': [smallScenario({ more: '~: 1' }), /keys must be plain names/],
  'of an open quote': [smallScenario({ more: 'about: "' }), /not valid YAML: /],
  'with an endless horizon': [
    smallScenario({ horizon: 'horizon: .inf' }),
    /3:10: horizon: expected a whole number of days from 1 to 100000, got "Infinity"/,
  ],
  'with a horizon that is no number': [smallScenario({ horizon: 'horizon: .nan' }), /got "NaN"/],
  'with a horizon of a million days': [
    smallScenario({ horizon: 'horizon: 1000000' }),
    /expected a whole number of days from 1 to 100000/,
  ],
  'with a parameter that is no number': [
    smallScenario({ parameters: 'parameters: { gain: .nan }' }),
    /parameters\.gain: expected a finite number, .*, got "NaN"/,
  ],
  'with an endless parameter': [
    smallScenario({ parameters: 'parameters: { gain: { value: -.inf } }' }),
    /parameters\.gain: expected a finite number/,
  ],
  'with an endless range': [
    smallScenario({ parameters: 'parameters: { gain: { value: 1, range: [0, .inf] } }' }),
    /parameters\.gain: expected a finite number/,
  ],
  'with an endless formula': [
    smallScenario({ day: 'day: { visit: true, mood: .inf }' }),
    /day\.mood: expected a formula/,
  ],
  'with endless bins': [
    smallScenario({ observe: 'observe: { mood: { value: mood, bins: [.inf] }, phase: stage }' }),
    /observe\.mood: expected a formula/,
  ],
  'with escape codes in its title': [
    smallScenario({ title: 'title: "\\x1b[31mred"' }),
    /1:8: title: expected text without control characters, got " \[31mred"/,
  ],
  'with a title that never ends': [
    smallScenario({ title: `title: ${'x'.repeat(5_000)}` }),
    /1:8: title: expected at most 4000 characters/,
  ],
};

describe('a file', () => {
  it.each(Object.entries(FILES))('%s is refused', (_, [text, message]) => {
    expect(problemsIn(text)[0]).toMatch(message);
  });

  it.each([
    ['parameters', LIMITS.entries],
    ['metrics', LIMITS.entries],
    ['observe', LIMITS.entries],
    ['reward', LIMITS.entries],
    ['state', LIMITS.variables],
    ['day', LIMITS.variables],
    ['traits', LIMITS.variables],
  ] as const)('of more entries under %s than %i is refused before they are looked at', (section, most) => {
    const entries = (count: number) =>
      `${section}:\n${many(count, (i) => `  entry_${i}: ${section === 'parameters' ? 1 : 'unknown_0'}`)}`;
    const problems = problemsIn(smallScenario({ [section]: entries(most + 10) }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/a scenario has at most 256 .*, this one has 2\d\d$/);
    expect(problemsIn(smallScenario({ [section]: entries(5) })).join()).not.toContain('at most');
  });

  it.each([
    ['actions', (i: number) => `  a${i}: { pull: 0 }`],
    ['segments', (i: number) => `  s${i}: { share: 0.01, rate: 0 }`],
    ['lifecycle', (i: number) => `  s${i}: { s0: 0 }`],
  ] as const)('of more than 64 %s is refused', (section, write) => {
    const problems = problemsIn(smallScenario({ [section]: `${section}:\n${many(65, write)}` }));
    expect(problems).toEqual([
      expect.stringMatching(/a scenario has at most 64 (actions|segments|stages), this one has 65$/),
    ]);
  });

  it('of one action with more than 256 properties is refused', () => {
    const properties = many(260, (i) => `    p${i}: 0`);
    expect(problemsIn(smallScenario({ actions: `actions:\n  none:\n${properties}` }))[0]).toMatch(
      /:9:3: a scenario has at most 256 properties in one place, this one has 260/,
    );
  });

  it('of up to the largest size is read', () => {
    const filler = '# a comment\n'.repeat(10_000);
    expect(filler.length).toBeLessThan(MAX_BYTES);
    expect(problemsIn(filler + smallScenario())).toEqual([]);
  });

  it('gives an error that names the file and lists every mistake', () => {
    try {
      load(smallScenario({ horizon: 'horizon: 0', title: 'title: ""' }));
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(ScenarioError);
      const { file, diagnostics } = error as ScenarioError;
      expect(file).toBe('test.yaml');
      expect(diagnostics.map(({ line, column }) => [line, column])).toEqual([
        [1, 8],
        [3, 10],
      ]);
    }
  });
});
