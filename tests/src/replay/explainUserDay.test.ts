import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openReplay } from '../../../src/replay/replay.ts';
import { recordedEpisode } from './recordedEpisode.ts';

const USERS = 200;
const DAYS = 90;
const recording = recordedEpisode(USERS, DAYS);
const replay = openReplay(recording);
const { program } = recording;

describe('openReplay().explain(user, day)', () => {
  it('ends in the recorded reward and the recorded stage', () => {
    const user = fc.integer({ min: 0, max: USERS - 1 });
    const day = fc.integer({ min: 1, max: DAYS });
    fc.assert(
      fc.property(user, day, (user, day) => {
        const { rewards, stages, leftOn } = replay.life(user);
        const why = replay.explain(user, day);
        if (why.kind !== 'day') {
          expect(why).toMatchObject({ kind: 'gone', leftOn });
          expect(day).toBeGreaterThan(leftOn ?? DAYS);
          return;
        }
        expect(Math.fround(why.explained.total)).toBe(rewards[day]);
        expect(why.explained.stage).toBe(stages[day]);
        expect(why.explained.stage).toBe(replay.stagesOn(day)[user]);
        expect(why.stageInTheMorning).toBe(program.stages[stages[day - 1]].name);
        expect(why.action).toBe(program.actions[recording.actions[(day - 1) * USERS + user]].name);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('hands the evening on to the next morning', () => {
    for (let day = 1; day < 20; day++) {
      const [today, next] = [replay.explain(3, day), replay.explain(3, day + 1)];
      if (today.kind !== 'day' || next.kind !== 'day') throw new Error('user 3 left early');
      expect(next.morning.values).toEqual(today.explained.values);
      const observed = today.explained.observe.map(({ value }) => Math.fround(value));
      expect(next.morning.features.map(({ value }) => value)).toEqual(observed);
    }
  });

  it('explains birth on day 0', () => {
    const why = replay.explain(3, 0);
    const morning = replay.explain(3, 1);
    if (why.kind !== 'birth' || morning.kind !== 'day') throw new Error('expected a birth and a day');
    expect(why.birth.values).toEqual(morning.morning.values);
    expect(why.stage).toBe('new');
  });
});
