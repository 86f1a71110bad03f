import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Observation } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { READ_TABLE } from '../../../environments/scenario/nodes/lookup.ts';
import { plainFunctions } from '../../../environments/scenario/plainFunctions.ts';
import { load, smallScenario } from '../scenario/smallScenario.ts';
import { formulaText, TABLES } from './formulaText.ts';

const OBSERVE =
  'observe: { mood: mood, visit: visit, phase: stage, kind: segment, did: action, how: action.family, frailty: frailty }';

function environmentWith(choose: string) {
  const rules = `rules: { r: { about: a test, choose: ${choose} } }`;
  return new PopulationEnvironment(
    load(smallScenario({ observe: OBSERVE, rules, checks: '', more: `tables: ${JSON.stringify(TABLES)}` })),
    {
      users: 6,
    },
  );
}

/** Mood, visit, stage, segment, last action, its family, frailty. */
type Seen = readonly [
  mood: number,
  visit: number,
  phase: number,
  kind: number,
  did: number,
  how: number,
  frailty: number,
];

const hot = (count: number, index: number) => Array.from({ length: count }, (_, k) => (k === index ? 1 : 0));
const row = ([mood, visit, phase, kind, did, how, frailty]: Seen) => [
  ...[mood, visit, ...hot(3, phase), ...hot(2, kind)],
  ...[...hot(2, did), ...hot(4, how), frailty],
];

function chosen(
  environment: PopulationEnvironment,
  seen: readonly Seen[],
  active: readonly number[],
): number[] {
  const observation: Observation = {
    features: Float32Array.from(seen.flatMap(row)),
    states: new Uint32Array(seen.length),
    active: Uint8Array.from(active),
  };
  const actions = new Uint8Array(seen.length).fill(255);
  environment.spec.rules[0].create(1).selectActions(observation, actions);
  return [...actions];
}

/** What mathjs calls for a place of one of the tables. */
function lookup(name: keyof typeof TABLES, row: number, column?: number): number {
  const found = TABLES[name][Number(row) - 1];
  const number = typeof found === 'object' ? found[Number(column) - 1] : found;
  return number ?? Number.NaN;
}

describe('a rule', () => {
  const sad: Seen = [0.1, 0, 0, 0, 0, 0, 0];
  const content: Seen = [0.5, 0, 1, 1, 1, 3, 0];
  const happy: Seen = [0.9, 1, 1, 0, 0, 0, 0];

  it('takes the first line whose condition holds, and the first action where none does', () => {
    const environment = environmentWith('[{ when: mood > 0.8, do: none }, { when: mood > 0.4, do: coupon }]');
    expect(chosen(environment, [sad, content, happy], [1, 1, 1])).toEqual([0, 1, 0]);
  });

  it('takes a line without a condition for everyone it reaches', () => {
    const environment = environmentWith('[{ when: mood > 0.8, do: none }, { do: coupon }, { do: none }]');
    expect(chosen(environment, [sad, content, happy], [1, 1, 1])).toEqual([1, 1, 0]);
  });

  it('gives the first action to who has left', () => {
    expect(chosen(environmentWith('[{ do: coupon }]'), [sad, content, happy], [0, 1, 0])).toEqual([0, 1, 0]);
  });

  it.each([
    ['phase == loyal', [0, 1, 1]],
    ['phase != new and kind == rare', [0, 0, 1]],
    ['did == coupon', [0, 1, 0]],
    ['how == promotion or visit', [0, 1, 1]],
    ['not visit', [1, 1, 0]],
    ['gain < mood', [0, 0, 1]],
    ['mood', [1, 1, 1]],
  ])('may ask whether %s', (when, actions) => {
    const environment = environmentWith(`[{ when: ${when}, do: coupon }]`);
    expect(chosen(environment, [sad, content, happy], [1, 1, 1])).toEqual(actions);
  });

  it('of any formula chooses as mathjs would, seeing features only', () => {
    const names = {
      numbers: ['mood', 'frailty', 'visit', 'gain'],
      booleans: [],
      lists: [
        { name: 'phase', members: ['new', 'loyal', 'gone'] },
        { name: 'kind', members: ['rare', 'often'] },
        { name: 'did', members: ['none', 'coupon'] },
        { name: 'how', members: ['none', 'recommendation', 'interaction', 'promotion'] },
      ],
      draws: false,
      vectors: [],
    };
    const amount = fc.integer({ min: -8, max: 8 }).map((k) => k / 4);
    const someone = fc.tuple(amount, fc.nat(1), fc.nat(2), fc.nat(1), fc.nat(1), fc.nat(3), amount);
    fc.assert(
      fc.property(fc.gen(), fc.array(someone, { minLength: 6, maxLength: 6 }), (g, seen) => {
        const when = formulaText(g, names, 3);
        const environment = environmentWith(`[{ when: ${JSON.stringify(when)}, do: coupon }]`);
        const { math } = environment.program.rules[0].choices[0].when!;
        const code = math.compile();
        const expected = seen.map(([mood, visit, phase, kind, did, how, frailty]) => {
          const scope = {
            ...plainFunctions,
            [READ_TABLE]: lookup,
            gain: 0.5,
            mood,
            visit,
            phase,
            kind,
            did,
            how,
            frailty,
          };
          const value: unknown = code.evaluate(scope);
          return value && !Number.isNaN(value) ? 1 : 0;
        });
        expect(chosen(environment, seen, [1, 1, 1, 1, 1, 1]), when).toEqual(expected);
      }),
      { numRuns: 150, seed: 3 },
    );
  });
});
