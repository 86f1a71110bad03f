import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConditionError } from '../../../../src/replay/conditions/conditionError.ts';
import { dayCondition } from '../../../../src/replay/conditions/dayCondition.ts';
import { userValue } from '../../../../src/replay/conditions/userCondition.ts';
import { openReplay } from '../../../../src/replay/replay.ts';
import { recordedEpisode } from '../recordedEpisode.ts';
import { RECORDINGS } from '../replayFixtures.ts';

const replay = openReplay(recordedEpisode(200, 60));
const { program } = replay.recording;
const everyDay = Array.from({ length: 61 }, (_, day) => day);
const daysWhere = (text: string, extras = {}) =>
  everyDay.filter((day) => dayCondition(program, text, extras).on(replay, day));

describe('dayCondition()', () => {
  it('asks a day what its frame says', () => {
    const frames = everyDay.map((day) => replay.frame(day));
    const where = (holds: (frame: (typeof frames)[number]) => boolean) =>
      frames.filter(holds).map(({ day }) => day);
    expect(daysWhere('churn>1% day<40')).toEqual(
      where(({ left, active, day }) => left / active > 0.01 && day < 40),
    );
    expect(daysWhere('left>=2')).toEqual(where(({ left }) => left >= 2));
    expect(daysWhere('active<190')).toEqual(where(({ active }) => active < 190));
    expect(daysWhere('retention<=90%')).toEqual(where(({ retention }) => retention <= 0.9));
    expect(daysWhere('reward>0.06')).toEqual(where(({ reward }) => reward > 0.06));
    expect(daysWhere('churn == 0 day:0')).toEqual([0]);
  });

  it('asks what else there is to know of a day', () => {
    const extras = { Qgap: (day: number) => day / 100 };
    expect(daysWhere('Qgap<0.1 and day>5', extras)).toEqual([6, 7, 8, 9]);
  });

  it.each(RECORDINGS)('has figures over the users who were there in the morning: %s', (_, make) => {
    const replay = openReplay(make());
    const { program } = replay.recording;
    const day = fc.integer({ min: 0, max: replay.days });
    const name = [...program.traits, ...program.state][0].name;
    fc.assert(
      fc.property(day, day, (day, split) => {
        const values = userValue(program, name).on(replay, day);
        const morning = replay.stagesOn(Math.max(day - 1, 0));
        const there = [...morning.keys()].filter((row) => program.stages[morning[row]]?.absorbing === false);
        const total = there.reduce((sum, row) => sum + values[row], 0);
        const share = there.filter((row) => row > split).length / Math.max(there.length, 1);
        const is = (text: string) => dayCondition(program, text).on(replay, day);
        expect(is(`total(${name}) == ${total}`)).toBe(true);
        expect(is(`mean(${name}) == ${total / Math.max(there.length, 1)}`)).toBe(true);
        expect(is(`share(user>${split}) == ${share}`)).toBe(true);
      }),
      { numRuns: 25, seed: 13 },
    );
  });

  it.each([
    ['chrun>5%', 0, 'unknown name "chrun"; did you mean "churn"?'],
    [
      'satisfaction>3',
      0,
      '"satisfaction" cannot be used here: it differs between users; use share(condition), mean(x) or total(x)',
    ],
    [
      'day>3 stage:dormant',
      6,
      '"stage" cannot be used here: it differs between users; use share(condition), mean(x) or total(x)',
    ],
    ['share(satisfactoin>0.1)>2', 6, 'unknown name "satisfactoin"; did you mean "satisfaction"?'],
    ['mean(stage)>2', 5, 'a stage is not a number; compare it: stage == name'],
    [
      'share(3, 4)>1',
      0,
      'share takes 1 argument, got 2: share(condition), the part of the users who lived the day',
    ],
    [
      'day>3 Qgap<0.1',
      6,
      'unknown name "Qgap"; valid here: habitGain, day, churn, left, active, retention, reward, true, false',
    ],
  ])('says what is wrong with %j', (text, offset, message) => {
    const wrong = () => dayCondition(program, text);
    expect(wrong).toThrow(ConditionError);
    expect(wrong).toThrow(expect.objectContaining({ message, offset }));
  });
});
