import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ScenarioError } from '../../../environments/scenario/diagnostics.ts';
import { writtenOut } from '../../../environments/scenario/layeredSource.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { load, marked, smallScenario } from './smallScenario.ts';

const BASE = smallScenario({
  parameters: 'parameters:\n  gain: { value: 0.5, range: [0, 1], about: how much }',
  observe: 'observe:\n  mood: { value: mood, bins: [0.2, 0.6] }\n  phase: stage',
});

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tenure-extends-'));
  write({ base: BASE });
});

afterEach(() => rmSync(folder, { recursive: true }));

const fileOf = (name: string) => join(folder, `${name}.yaml`);

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(fileOf(name), text);
}

/** A scenario that extends `base` with some sections. */
function variant(sections: string): Program {
  write({ variant: `extends: base\n${sections}` });
  return loadScenario(readScenarioFile(fileOf('variant')));
}

/** The mistakes in a file, with paths as seen from the folder. */
function problemsIn(name: string): string[] {
  try {
    loadScenario(readScenarioFile(fileOf(name)));
    return [];
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return error.message.split('\n').map((line) => line.replaceAll(`${folder}/`, ''));
  }
}

/** Formulas as their texts, without the names of files. */
const plain = (program: Program): unknown =>
  JSON.parse(
    JSON.stringify({ ...program, extends: null, name: '' }, (key, value) =>
      key === 'formula' || key === 'when' ? value?.text : value,
    ),
  );

describe('a scenario that extends another', () => {
  it('is the same where it says nothing else, but for its name', () => {
    const same = variant('');
    expect(plain(same)).toEqual(plain(load(BASE)));
    expect(same.name).toBe('variant');
    expect(same.extends).toEqual(['base']);
    expect(load(BASE)).not.toHaveProperty('extends');
  });

  it('merges maps by key, down to a formula', () => {
    const changed = variant(`title: Another
segments: { often: { rate: 0.5 } }
actions: { coupon: { pull: 2 }, letter: { pull: 0.5 } }
lifecycle: { loyal: { gone: 0.5 } }`);
    expect(changed.title).toBe('Another');
    expect(changed.segments).toMatchObject([
      { name: 'rare', share: 0.75, properties: { rate: 0.1 } },
      { name: 'often', share: 0.25, properties: { rate: 0.5 } },
    ]);
    expect(changed.actions.map(({ name, attributes }) => [name, attributes])).toEqual([
      ['none', { cost: 0, pull: 0 }],
      ['coupon', { cost: 0.1, pull: 2 }],
      ['letter', { cost: 0, pull: 0.5 }],
    ]);
    expect(changed.stages[1].transitions[0].formula.text).toBe('0.5');
  });

  it('changes the value, and leaves the rest, where a formula stands for { value, … }', () => {
    const { parameters, observe } = variant('parameters: { gain: 0.75 }\nobserve: { mood: 1 - mood }');
    expect(parameters).toEqual([{ name: 'gain', value: 0.75, range: [0, 1], about: 'how much' }]);
    expect(observe[0]).toMatchObject({ formula: { text: '1 - mood' }, bins: [0.2, 0.6] });
  });

  it('puts a new name before the next one that both have, or at the end', () => {
    const day = 'day: { luck: bernoulli(0.5), mood: mood + 0 * luck, late: mood / 2 }';
    expect(variant(day).day.map(({ name }) => name)).toEqual(['visit', 'luck', 'mood', 'late']);
  });

  it('takes out what it gives null', () => {
    const less = variant(
      'rules: { careful: null }\nobserve: { phase: null }\nparameters: { gain: { about: null } }',
    );
    expect(less.rules).toEqual([]);
    expect(less.observe.map(({ name }) => name)).toEqual(['mood']);
    expect(less.parameters[0].about).toBeUndefined();
  });

  it('keeps the checks and other lists, or replaces them as a whole', () => {
    expect(variant('horizon: 12').checks).toHaveLength(1);
    const checks = 'checks: [{ policy: random, metric: return, between: [-9, 9] }]';
    expect(variant(checks).checks.map(({ policy }) => policy)).toEqual(['random']);
    expect(variant('checks: []').checks).toEqual([]);
    const rules = 'rules: { careful: { choose: [{ do: none }] } }';
    expect(variant(rules).rules).toMatchObject([{ about: 'a test', choices: [{ probabilities: [1, 0] }] }]);
  });

  it('may be extended in turn, eight times', () => {
    write({ v0: 'extends: base.yaml\nhorizon: 11' });
    for (let k = 1; k <= 8; k++) write({ [`v${k}`]: `extends: v${k - 1}\ntitle: V${k}` });
    const { horizon, title, extends: bases } = loadScenario(readScenarioFile(fileOf('v7')));
    expect([horizon, title]).toEqual([11, 'V7']);
    expect(bases).toEqual(['v6', 'v5', 'v4', 'v3', 'v2', 'v1', 'v0', 'base']);
    expect(problemsIn('v8')).toEqual([
      'v0.yaml:1:10: a scenario extends at most 8 others, one after the other; here v8 → v7 → v6 → v5 → v4 → v3 → v2 → v1 → v0 → …',
    ]);
  });

  it('extends a shipped one by its name, wherever it is', () => {
    mkdirSync(join(folder, 'shipped'));
    writeFileSync(join(folder, 'shipped', 'shop.yaml'), 'extends: shelf\nhorizon: 13');
    writeFileSync(join(folder, 'shipped', 'shelf.yaml'), BASE);
    write({ variant: 'extends: shop' });
    const shipped = { names: ['shop'], fileOf: (name: string) => join(folder, 'shipped', `${name}.yaml`) };
    expect(loadScenario(readScenarioFile(fileOf('variant'), shipped)).horizon).toBe(13);
  });
});

describe('what a variant leaves', () => {
  const SECTIONS =
    'day: { luck: "bernoulli(0.5) ? 1 : 0", mood: mood + luck }\nactions: { coupon: { pull: -0.125 } }';

  it('is one text that needs no other file', () => {
    const program = variant(`${SECTIONS}\nstory: "# no comment: 'quoted'"`);
    const text = writtenOut(readScenarioFile(fileOf('variant')));
    expect(text.split('\n')[0]).toBe('# variant, which extends base: everything in one file');
    expect(plain(loadScenario({ name: 'variant', file: 'elsewhere.yaml', text }))).toEqual(plain(program));
  });

  it('changes with the base, which the text of a file that extends nothing does not', () => {
    variant(SECTIONS);
    const before = writtenOut(readScenarioFile(fileOf('variant')));
    write({ base: BASE.replace('mood: 0.5', 'mood: 0.25') });
    expect(writtenOut(readScenarioFile(fileOf('variant')))).not.toBe(before);
    expect(writtenOut(readScenarioFile(fileOf('base')))).toBe(BASE.replace('mood: 0.5', 'mood: 0.25'));
  });
});

describe('a mistake', () => {
  /** Mistakes in a variant with marks, and where they should be told. */
  function expectProblem(sections: string, message: string): void {
    const { text, places } = marked(`extends: base\n${sections}`);
    write({ variant: text });
    expect(problemsIn('variant')).toEqual(places.map((place) => place.replace('test', 'variant') + message));
  }

  it('of the variant is told where it stands there', () => {
    expectProblem('day: { mood: mood + «gian» }', 'day.mood: unknown name "gian"; did you mean "gain"?');
    expectProblem('parameters: { gain: «7» }', 'expected parameter "gain" to be between 0 and 1, got 7');
  });

  it('that the variant makes of the base is told in the base', () => {
    write({ variant: 'extends: base\nparameters: { gain: null }' });
    const line = BASE.split('\n').findIndex((text) => text.includes('gain *')) + 1;
    const column = BASE.split('\n')[line - 1].indexOf('gain') + 1;
    expect(problemsIn('variant')).toEqual([`base.yaml:${line}:${column}: day.mood: unknown name "gain"`]);
    write({ variant: 'extends: base\nsegments: { often: { rat: 0.2 } }' });
    expect(problemsIn('variant')[0]).toMatch(/^base\.yaml:\d+:13: every segment has .* "rare" lacks rat$/);
  });

  it('of YAML is told in the file that has it', () => {
    write({ base: 'title: [', variant: 'extends: base' });
    expect(problemsIn('variant')[0]).toMatch(/^base\.yaml:1:\d+: not valid YAML/);
  });

  it('is to take out what there is not', () => {
    expectProblem(
      'rules: { «carefull»: null }',
      'there is no "carefull" to take out; did you mean "careful"?',
    );
    expectProblem('«metric»: null', 'there is no "metric" to take out; did you mean "metrics"?');
  });

  it('is a parameter of its own that no formula reads', () => {
    expectProblem(
      'parameters: { «gian»: 0.7 }',
      'no formula reads the parameter "gian"; did you mean "gain"?',
    );
    write({ variant: 'extends: base\nparameters: { late: 0.7 }\nday: { mood: late * mood + 0 * gain }' });
    expect(problemsIn('variant')).toEqual([]);
    expect(load(BASE.replace('  gain:', '  other: 1\n  gain:')).parameters).toHaveLength(2);
  });

  it('is a shape that is wrong, with everything else checked too', () => {
    write({ variant: 'extends: base\nhorizon: many\nday: { mood: moood }' });
    expect(problemsIn('variant')).toEqual([
      'variant.yaml:2:10: horizon: expected a whole number of days from 1 to 100000, got "many"',
      'variant.yaml:3:14: day.mood: unknown name "moood"; did you mean "mood"?',
    ]);
  });

  const refused = (name: string, message: string) => {
    write({ variant: `title: x\nextends: ${name}` });
    expect(problemsIn('variant')[0]).toContain(`variant.yaml:2:10: ${message}`);
  };

  it('is to extend what there is not', () => {
    refused('bse', 'there is no scenario "bse", nor a file of that name in');
    refused('base.yml', 'there is no scenario "base.yml"');
    refused('[base]', 'extends: expected the name of a scenario, or of a file beside this one');
    expect(problemsIn('variant')).toHaveLength(1);
  });

  it.each(['../base', 'sub/../../base', '/etc/passwd', 'a\\\\b', 'c:/x', '..'])(
    'is to leave the folder by %s',
    (name) => {
      refused(name, 'extends: expected the name of a scenario, or of a file in the folder of this one');
    },
  );

  it('is to leave the folder by a link', () => {
    const other = mkdtempSync(join(tmpdir(), 'tenure-other-'));
    writeFileSync(join(other, 'far.yaml'), BASE);
    symlinkSync(join(other, 'far.yaml'), fileOf('near'));
    refused('near', 'extends: expected the name of a scenario, or of a file in the folder of this one');
    rmSync(other, { recursive: true });
  });

  it('is a circle, which is shown', () => {
    write({ a: 'extends: b', b: 'extends: c', c: 'title: c\nextends: b', d: 'extends: ./d.yaml' });
    expect(problemsIn('a')).toEqual(['c.yaml:2:10: extends goes in a circle: b → c → b']);
    expect(problemsIn('d')).toEqual(['d.yaml:1:10: extends goes in a circle: d → d']);
  });

  it('is to give a text that extends something without its file', () => {
    expect(() => load('extends: base')).toThrow(
      'test.yaml:1:1: what a scenario extends is found by its file: read it with readScenarioFile',
    );
  });

  it('names files as they were named', () => {
    write({ variant: 'extends: base\nparameters: { gain: null }' });
    const file = relative('.', fileOf('variant'));
    expect(() => loadScenario(readScenarioFile(file))).toThrow(`${relative('.', fileOf('base'))}:`);
  });
});
