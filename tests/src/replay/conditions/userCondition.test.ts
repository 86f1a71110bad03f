import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNBORN } from '../../../../environments/population/people.ts';
import type { Table } from '../../../../environments/scenario/program.ts';
import { ConditionError } from '../../../../src/replay/conditions/conditionError.ts';
import { userCondition, userValue } from '../../../../src/replay/conditions/userCondition.ts';
import { openReplay } from '../../../../src/replay/replay.ts';
import { conditionText, formulaText, TABLES } from '../../../environments/population/formulaText.ts';
import { recordedEpisode } from '../recordedEpisode.ts';
import { RECORDINGS, vectorShop } from '../replayFixtures.ts';
import { namesOf, readWithMathjs } from './readWithMathjs.ts';

const TABLE_LIST: Table[] = [
  { name: 'line', columns: undefined, values: TABLES.line },
  { name: 'grid', columns: 2, values: TABLES.grid.flat() },
];

describe.each([...RECORDINGS, ['vectors', vectorShop] as const])('asking users: %s', (_, make) => {
  const recording = make();
  const replay = openReplay(recording);
  const program = { ...recording.program, tables: [...recording.program.tables, ...TABLE_LIST] };
  const names = namesOf(program);
  const day = fc.integer({ min: 0, max: replay.days });
  const rows = fc.array(fc.integer({ min: 0, max: replay.people - 1 }), { minLength: 1, maxLength: 6 });

  it('userValue() is what mathjs makes of the same formula for a user', () => {
    fc.assert(
      fc.property(fc.gen(), day, rows, (g, day, rows) => {
        const text = formulaText(g, names, 4);
        const values = userValue(program, text).on(replay, day);
        for (const row of rows) {
          const born = replay.stagesOn(day)[row] !== UNBORN;
          const expected = born ? Number(readWithMathjs(program, text, replay, day, row)) : Number.NaN;
          expect(values[row], `${text}, day ${day}, row ${row}`).toBe(expected);
        }
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it('userCondition() holds where mathjs says so', () => {
    fc.assert(
      fc.property(fc.gen(), day, rows, (g, day, rows) => {
        const text = conditionText(g, names, 4);
        const mask = userCondition(program, text).on(replay, day);
        for (const row of rows) {
          const born = replay.stagesOn(day)[row] !== UNBORN;
          const expected = born && Boolean(readWithMathjs(program, text, replay, day, row));
          expect(mask[row], `${text}, day ${day}, row ${row}`).toBe(Number(expected));
        }
      }),
      { numRuns: 40, seed: 12 },
    );
  });
});

describe('userCondition()', () => {
  const recording = recordedEpisode(200, 60);
  const { program } = recording;
  const replay = openReplay(recording);
  const rowsWhere = (text: string, day: number) => {
    const mask = userCondition(program, text).on(replay, day);
    return [...mask.keys()].filter((row) => mask[row] === 1);
  };
  const everyone = Array.from({ length: 200 }, (_, row) => row);

  it('finds users as their lives say', () => {
    for (const day of [0, 1, 17, 60]) {
      const lives = everyone.map((row) => replay.life(row));
      const where = (holds: (life: (typeof lives)[number]) => boolean) =>
        everyone.filter((row) => holds(lives[row]));
      const dormant = program.stages.findIndex(({ name }) => name === 'dormant');
      expect(rowsWhere('stage:dormant', day)).toEqual(where(({ stages }) => stages[day] === dormant));
      expect(rowsWhere('left', day)).toEqual(where(({ leftOn }) => leftOn === day));
      expect(rowsWhere('here', day)).toEqual(where(({ leftOn }) => leftOn === undefined || leftOn > day));
      expect(rowsWhere('leaves == 3', day)).toEqual(where(({ leftOn }) => leftOn === day + 3));
      expect(rowsWhere('leaves > 999', day)).toEqual(where(({ leftOn }) => leftOn === undefined));
      expect(rowsWhere('action:coupon', day)).toEqual(where(({ actions }) => actions[day] === 3));
      expect(rowsWhere('reward>0', day)).toEqual(where(({ rewards }) => rewards[day] > 0));
      expect(rowsWhere('moved', day)).toEqual(
        where(({ stages }) => day > 0 && stages[day] !== stages[day - 1]),
      );
      const sums = lives.map(({ rewards }) =>
        rewards.slice(0, day + 1).reduce((sum, reward) => sum + reward, 0),
      );
      expect(rowsWhere('ltv > 1', day)).toEqual(everyone.filter((row) => sums[row] > 1));
      expect(rowsWhere('user < 3 or user == 150', day)).toEqual([0, 1, 2, 150]);
    }
  });

  it('asks users of all days to come, however few were lived, when they leave', () => {
    const fresh = openReplay(recording);
    expect([...userCondition(program, 'leaves<=5').on(fresh, 2)]).toEqual([
      ...userCondition(program, 'leaves<=5').on(replay, 2),
    ]);
    expect(fresh.livedDays).toBe(60);
  });

  it('keeps the text as it was typed', () => {
    expect(userCondition(program, ' stage:dormant  ltv>2').text).toBe(' stage:dormant  ltv>2');
    expect(userValue(program, 'satisfaction').text).toBe('satisfaction');
  });

  it.each([
    ['stge:dormant', 0, 'unknown name "stge"; did you mean "stage"?'],
    ['here stage:dormnt', 11, 'there is no stage "dormnt"; did you mean "dormant"?'],
    ['ltv>5% satisfactoin<0.4', 7, 'unknown name "satisfactoin"; did you mean "satisfaction"?'],
    ['dormant', 0, '"dormant" cannot be used here: it is a stage; write stage == dormant'],
    ['stage', 0, 'a stage is not a number; compare it: stage:name'],
    ['ltv > ', 5, 'not a formula: Unexpected end of expression'],
    ['here ltv>3)', 10, 'not a formula: Unexpected operator )'],
    ['', 0, 'there is nothing to ask; type a condition'],
    ['  ', 0, 'there is nothing to ask; type a condition'],
    [
      'purchase',
      0,
      '"purchase" cannot be used here: it is forgotten overnight; there are traits, state and what the policy sees',
    ],
    [
      'ltv>0 normal(0, 1)>0',
      6,
      'normal() cannot be used here: a condition asks what happened; nothing is drawn',
    ],
    ['here not ltv>3', 5, '"not" goes with the next word alone; write not (…) for a comparison'],
    ['stage=dormant', 0, 'an assignment (=; compare with ==) cannot be used in a formula'],
    [
      'action.prise>1',
      7,
      'actions have no attribute "prise"; valid here: cost, contact, pull, discount, family',
    ],
    [
      'satisfaction["constructor"]',
      0,
      '"satisfaction" is one number; only tables and vectors can be read with [ ]',
    ],
    ['cost.constructor', 0, 'only action.<attribute> can be read, with a dot'],
  ])('says what is wrong with %j', (text, offset, message) => {
    const wrong = () => userCondition(program, text);
    expect(wrong).toThrow(ConditionError);
    expect(wrong).toThrow(expect.objectContaining({ message, offset }));
  });
});
