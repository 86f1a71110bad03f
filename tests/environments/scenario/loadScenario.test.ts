import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ParameterError } from '../../../environments/scenario/checkParameters.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import { MAX_BYTES } from '../../../environments/scenario/yamlTokens.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';
import { load, smallScenario } from './smallScenario.ts';

const EXAMPLE = join(import.meta.dirname, '../../fixtures/architecture-example.yaml');

describe('loadScenario(source)', () => {
  const program = loadScenario(readScenarioFile(EXAMPLE));

  it('reads the example of the architecture', () => {
    const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);
    expect({
      name: program.name,
      title: program.title,
      horizon: program.horizon,
      parameters: program.parameters,
      segments: program.segments,
      traits: names(program.traits),
      state: names(program.state),
      actions: program.actions,
      day: program.day.map(({ name, isState }) => [name, isState]),
      stages: program.stages.map(({ name, absorbing, transitions }) => [
        name,
        absorbing,
        transitions.map(({ to }) => to),
      ]),
      reward: names(program.reward),
      observe: program.observe.map(({ name, bins, members }) => [name, bins, members]),
      metrics: program.metrics.map(({ name, over }) => [name, over]),
      checks: program.checks,
    }).toMatchSnapshot();
  });

  it('gives a program that is the same however often it is loaded', () => {
    const again = loadScenario(readScenarioFile(EXAMPLE));
    expect(JSON.stringify(again)).toBe(JSON.stringify(program));
  });

  it('fills in what a file leaves out', () => {
    const least = load(
      'title: t\nstory: s\nhorizon: 1\nactions: { a: {}, b: {} }\nreward: { r: 1 }\nobserve: {}',
    );
    expect(least.segments).toEqual([{ name: 'everyone', share: 1, properties: {} }]);
    expect(least.actions.map(({ family, attributes }) => [family, attributes])).toEqual([
      ['none', { cost: 0 }],
      ['interaction', { cost: 0 }],
    ]);
    expect(least.actions.map(({ when }) => when)).toEqual([undefined, undefined]);
    expect(least.objective).toEqual({ criterion: 'horizon', discount: 1 });
    expect(least.visit).toBeUndefined();
    expect(least.stages.map(({ name, absorbing }) => [name, absorbing])).toEqual([
      ['present', false],
      ['gone', true],
    ]);
    expect([least.traits, least.state, least.day, least.metrics, least.rules, least.checks]).toEqual([
      [],
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it.each([
    ['{}', 'horizon', 1],
    ['{ discount: 0.9 }', 'discounted', 0.9],
    ['{ discount: 2 * gain }', 'horizon', 1],
    ['{ discount: 1 - gain / 100 }', 'discounted', 0.995],
    ['{ criterion: horizon, discount: 0.9 }', 'horizon', 0.9],
    ['{ criterion: discounted, discount: 0.9 }', 'discounted', 0.9],
    ['{ criterion: total }', 'total', 1],
    ['{ criterion: average, discount: 1 }', 'average', 1],
  ])('reads the objective %s', (objective, criterion, discount) => {
    const text = smallScenario({ more: `objective: ${objective}` });
    expect(load(text).objective).toEqual({ criterion, discount });
  });

  it.each([
    ['coupon', [0, 1]],
    ['{ coupon: 1 }', [0, 1]],
    ['{ coupon: 0.8, none: 0.2 }', [0.2, 0.8]],
    ['{ none: gain / 2, coupon: 1 - gain / 2 }', [0.25, 0.75]],
    ['{ none: 1 / 3, coupon: 0.6666666667 }', [1 / 3, 0.6666666667]],
  ])('reads the choice %s as probabilities in the order of the actions', (choice, probabilities) => {
    const rules = `rules: { r: { about: x, choose: [{ do: ${choice} }] } }`;
    expect(load(smallScenario({ rules })).rules[0].choices).toEqual([{ when: undefined, probabilities }]);
  });

  it('reads whom an action may be given to; this is no attribute of actions', () => {
    const everything = 'gain + rate + frailty + mood + recency + day + weekday + tenure > 0';
    const when = `${everything} and stage == new and segment != often`;
    const actions = `actions: { none: { pull: 0 }, coupon: { pull: 1, when: ${when} } }`;
    const program = load(smallScenario({ actions }));
    expect(program.actions.map((action) => action.when?.text)).toEqual([undefined, when]);
    expect(program.actionAttributes).toEqual(['cost', 'pull']);
    expect(program.actions[1].attributes).toEqual({ cost: 0, pull: 1 });
  });

  it.each(['visit and stage != gone', 'mood - 0.5', 'true', '0'])('reads what a visit is: %s', (visit) => {
    const { name, formula } = load(smallScenario({ more: `visit: ${visit}` })).visit!;
    expect([name, formula.text]).toEqual(['visit', visit]);
  });

  it('takes a long story in a block, whatever signs it has', () => {
    const story = `${'- [ { & * ! % # '.repeat(30)}\n  - - - - - - - - - - end`;
    expect(load(smallScenario({ story: `story: |-\n  ${story}` })).story).toBe(story.replace('\n  ', '\n'));
  });

  it('computes shares and attributes from parameters', () => {
    const text = smallScenario({
      segments: 'segments: { rare: { share: 1 - gain, rate: 0 }, often: { share: gain, rate: 2 ^ 3 } }',
      actions: 'actions: { none: { pull: 0 }, coupon: { cost: 0.1 * gain, pull: exp(0) } }',
    });
    const { segments, actions } = load(text, { gain: 0.25 });
    expect(segments.map(({ share, properties }) => [share, properties['rate']])).toEqual([
      [0.75, 0],
      [0.25, 8],
    ]);
    expect(actions[1].attributes).toEqual({ cost: 0.025, pull: 1 });
  });
});

describe('loadScenario(source, overrides)', () => {
  it('sets a parameter, also to the ends of its range', () => {
    for (const gain of [0, 0.3, 1])
      expect(load(smallScenario(), { gain }).parameters).toMatchObject([{ name: 'gain', value: gain }]);
  });

  it.each([
    [{ gain: 1.5 }, 'expected parameter "gain" to be between 0 and 1, got 1.5'],
    [{ gain: -0.001 }, 'expected parameter "gain" to be between 0 and 1, got -0.001'],
    [{ gain: Number.NaN }, 'expected parameter "gain" to be between 0 and 1, got NaN'],
    [{ gian: 0 }, 'there is no parameter "gian"; did you mean "gain"?'],
    [{ constructor: 0 }, 'there is no parameter "constructor"; valid here: gain'],
  ])('%j is refused', (overrides, message) => {
    const set = () => load(smallScenario(), overrides as Record<string, number>);
    expect(set).toThrow(new ParameterError(message));
  });

  it('refuses an infinite value of a parameter without a range', () => {
    const text = smallScenario({ parameters: 'parameters: { gain: 0.5 }' });
    expect(() => load(text, { gain: Infinity })).toThrow(
      new ParameterError('expected parameter "gain" to be a finite number, got Infinity'),
    );
  });
});

describe('readScenarioFile(file)', () => {
  function write(name: string, content: string | Buffer): string {
    const file = join(temporaryFolder(), name);
    writeFileSync(file, content);
    return file;
  }

  it('names the scenario after its file', () => {
    const file = write('My-shop_2.yaml', smallScenario());
    expect(readScenarioFile(file)).toEqual({ name: 'My-shop_2', file, text: smallScenario() });
    expect(readScenarioFile(write('shop.yml', 'x')).name).toBe('shop');
  });

  it('leaves out a byte order mark', () => {
    const file = write('shop.yaml', `\ufeff${smallScenario()}`);
    expect(loadScenario(readScenarioFile(file)).title).toBe('A small shop');
  });

  it.each(['..yaml', 'a b.yaml', '-x.yaml', 'x\u001b.yaml', `${'x'.repeat(65)}.yaml`])(
    'refuses the name %j',
    (name) => {
      expect(() => readScenarioFile(write(name, smallScenario()))).toThrow(
        ':1:1: a scenario file is named with letters, digits, - and _, got ',
      );
    },
  );

  it('refuses a file that is not UTF-8', () => {
    const file = write('shop.yaml', Buffer.from([0x74, 0x3a, 0x20, 0xff, 0xfe]));
    expect(() => readScenarioFile(file)).toThrow(`${file}:1:1: the file is not UTF-8 text`);
  });

  it('refuses a file that is too large, before reading it', () => {
    const file = write('shop.yaml', Buffer.alloc(MAX_BYTES + 1));
    expect(() => readScenarioFile(file)).toThrow(`${file}:1:1: the file has 262145 bytes`);
  });

  it('refuses a folder', () => {
    const folder = join(temporaryFolder(), 'shop.yaml');
    mkdirSync(folder);
    expect(() => readScenarioFile(folder)).toThrow(`${folder}:1:1: this is not a file`);
  });
});
