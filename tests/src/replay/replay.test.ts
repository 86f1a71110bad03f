import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { actionsOn } from '../../../src/replay/recording.ts';
import { openReplay } from '../../../src/replay/replay.ts';
import { recordedEpisode } from './recordedEpisode.ts';

const USERS = 300;
const DAYS = 60;
const recording = recordedEpisode(USERS, DAYS);
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

describe('openReplay().frame(day)', () => {
  const replay = openReplay(recording);
  const everyDay = Array.from({ length: DAYS + 1 }, (_, day) => day);

  it('counts every user once', () => {
    for (const day of everyDay) expect(total(replay.frame(day).counts)).toBe(USERS);
  });

  it('has moves that begin with yesterday’s counts and end with today’s', () => {
    for (const day of everyDay.slice(1)) {
      const { moves, counts } = replay.frame(day);
      expect(moves.map(total)).toEqual(replay.frame(day - 1).counts);
      expect(counts.map((_, to) => total(moves.map((row) => row[to])))).toEqual(counts);
    }
  });

  it('counts the actions of those who had not left, and nobody else’s', () => {
    for (const day of everyDay.slice(1)) {
      const { actions, actionsByStage, active } = replay.frame(day);
      expect(active).toBe(Math.round(replay.frame(day - 1).retention * USERS));
      expect(total(actions)).toBe(active);
      expect(actions).toEqual(actions.map((_, k) => total(actionsByStage.map((row) => row[k]))));
    }
  });

  it('counts who left as what retention lost', () => {
    for (const day of everyDay.slice(1)) {
      const lost = (replay.frame(day - 1).retention - replay.frame(day).retention) * USERS;
      expect(replay.frame(day).left).toBe(Math.round(lost));
    }
  });

  it('has a day 0 on which nothing happened', () => {
    const first = replay.frame(0);
    expect(first).toMatchObject({ active: 0, left: 0, reward: 0, retention: 1 });
    expect(total(first.moves.flat())).toBe(0);
  });

  it('is the same whichever way a day is reached', () => {
    const back = openReplay(recording);
    back.frame(DAYS);
    for (const day of everyDay.toReversed()) {
      expect(JSON.stringify(back.frame(day))).toBe(JSON.stringify(openReplay(recording).frame(day)));
      expect(back.stagesOn(day)).toEqual(replay.stagesOn(day));
    }
  });

  it('agrees with the environment', () => {
    const environment = new PopulationEnvironment(recording.program, { users: USERS });
    environment.reset(recording.seed);
    for (const day of everyDay.slice(1)) {
      const { rewards } = environment.step(actionsOn(recording, day));
      const frame = replay.frame(day);
      expect(replay.stagesOn(day)).toEqual(environment.stages);
      expect(frame.reward).toBeCloseTo(total([...rewards]) / frame.active, 12);
    }
  });

  it('lives no more days than it was asked for', () => {
    const fresh = openReplay(recording);
    fresh.frame(7);
    expect(fresh.livedDays).toBe(7);
    fresh.frame(3);
    expect(fresh.livedDays).toBe(7);
  });
});

describe('openReplay().life(user)', () => {
  const replay = openReplay(recording);
  const environment = new PopulationEnvironment(recording.program, { users: USERS });
  environment.reset(recording.seed);
  const rewards = Array.from({ length: DAYS }, (_, k) =>
    environment.step(actionsOn(recording, k + 1)).rewards.slice(),
  );

  it('is the life that the user has among all the others', () => {
    for (let user = 0; user < USERS; user += 7) {
      const life = replay.life(user);
      expect(life.segment).toBe(environment.segments[user]);
      for (let day = 1; day <= DAYS; day++) {
        expect(life.stages[day]).toBe(replay.stagesOn(day)[user]);
        expect(life.rewards[day]).toBe(rewards[day - 1][user]);
      }
    }
  });

  it('knows the day of leaving, and does nothing afterwards', () => {
    for (let user = 0; user < USERS; user++) {
      const { leftOn, stages, actions } = replay.life(user);
      const first = [...stages].findIndex((stage) => recording.program.stages[stage].absorbing);
      expect(leftOn).toBe(first < 0 ? undefined : first);
      if (leftOn !== undefined) expect(Math.max(0, ...actions.subarray(leftOn + 1))).toBe(0);
    }
  });
});

describe('openReplay()', () => {
  it('names what does not fit', () => {
    const bad = { ...recording, actions: new Uint8Array(USERS + 1) };
    expect(() => openReplay(bad)).toThrow('expected one action per user and day, got 301 for 300 users');
    const long = { ...recording, users: 1, actions: new Uint8Array(181) };
    expect(() => openReplay(long)).toThrow("expected at most 180 days, the scenario's horizon, got 181");
    const strange = { ...recording, users: 2, actions: Uint8Array.of(0, 0, 0, 9) };
    expect(() => openReplay(strange)).toThrow('expected actions from 0 to 3, got 9 on day 2, user 1');
    expect(() => openReplay({ ...recording, users: 0 })).toThrow('expected users to be a whole number');
  });

  it('refuses days and users that were not recorded', () => {
    const replay = openReplay(recording);
    expect(() => replay.frame(61)).toThrow('expected day to be a whole number from 0 to 60, got 61');
    expect(() => replay.explain(0, 0.5)).toThrow('expected day to be a whole number from 0 to 60, got 0.5');
    expect(() => replay.life(300)).toThrow('expected user to be a whole number from 0 to 299, got 300');
  });

  it('opens an episode of which no day was recorded yet', () => {
    const replay = openReplay({ ...recording, actions: new Uint8Array(0) });
    expect(replay.days).toBe(0);
    expect(total(replay.frame(0).counts)).toBe(USERS);
    expect(replay.explain(5, 0).kind).toBe('birth');
  });
});
