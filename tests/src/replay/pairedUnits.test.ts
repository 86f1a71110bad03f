import { describe, expect, it } from 'vitest';
import { openPair } from '../../../src/replay/pair.ts';
import type { PlayedPolicy } from './playedBy.ts';
import { lived, played, unitsOf } from './playedPair.ts';

describe('who gained and who lost', () => {
  const { a, b } = played('users');
  const pair = lived(openPair(a.replay, b.replay));
  const sum = (rewards: Float32Array, day: number) =>
    rewards.subarray(1, day + 1).reduce((total, reward) => total + reward, 0);

  it.each([1, 40, 180])('lists users by what their rewards come to up to day %i', (day) => {
    const apart = unitsOf(pair).map(
      (user) => sum(a.replay.life(user).rewards, day) - sum(b.replay.life(user).rewards, day),
    );
    const gained = apart.filter((by) => by > 1e-6).sort((one, other) => other - one);
    const fell = apart.filter((by) => by < -1e-6).sort((one, other) => one - other);
    for (const [list, expected] of [
      [pair.mostGained(day, 5), gained],
      [pair.mostLost(day, 5), fell],
    ] as const) {
      expect(list).toHaveLength(Math.min(expected.length, 5));
      for (const [k, { unit, difference }] of list.entries()) {
        expect(difference).toBeCloseTo(expected[k], 4);
        expect(difference).toBeCloseTo(apart[unit], 4);
      }
    }
  });

  it('tells what each did on the day on which their lives parted', () => {
    const users = [...pair.mostGained(180, 10), ...pair.mostLost(180, 10)];
    expect(users.length).toBeGreaterThan(10);
    for (const { unit, parting } of users) {
      if (!parting) throw new Error(`user ${unit} differs and did not part`);
      const turn = ({ replay }: PlayedPolicy) => ({
        action: replay.life(unit).actions[parting.day],
        stage: replay.life(unit).stages[parting.day],
      });
      expect(parting).toEqual({ day: pair.partingOf(unit), a: turn(a), b: turn(b) });
    }
  });

  it('has segments that make up the whole', () => {
    for (const day of [0, 30, 180]) {
      const segments = pair.segments(day);
      expect(segments.reduce((users, segment) => users + segment.users, 0)).toBe(60);
      for (const measure of ['here', 'return'] as const) {
        const whole =
          segments.reduce((total, segment) => total + segment.users * segment[measure].mean, 0) / 60;
        expect(whole).toBeCloseTo(pair.difference(day)[measure].paired.mean, 9);
      }
    }
    const [first] = pair.segments(180);
    const users = unitsOf(pair).filter((user) => a.replay.life(user).segment === first.segment);
    const mean = users.reduce(
      (total, user) => total + sum(a.replay.life(user).rewards, 180) - sum(b.replay.life(user).rewards, 180),
      0,
    );
    expect(first.return.mean).toBeCloseTo(mean / users.length, 4);
  });

  it('has narrower intervals with pairing than without', () => {
    const { paired, unpaired } = pair.difference(180).return;
    expect(paired.high - paired.low).toBeLessThan(unpaired.high - unpaired.low);
    expect(unpaired.mean).toBe(paired.mean);
  });
});
