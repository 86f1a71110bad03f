import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openReplay } from '../../../src/replay/replay.ts';
import type { ReplayFrame } from '../../../src/replay/replayFrame.ts';
import { RECORDINGS } from './replayFixtures.ts';

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
const added = (one: readonly number[], other: readonly number[]) => one.map((value, k) => value + other[k]);

describe.each(RECORDINGS)('openReplay().frame(day, among): %s', (_, make) => {
  const replay = openReplay(make());
  const day = fc.integer({ min: 0, max: replay.days });
  const mask = fc
    .array(fc.constantFrom(0, 1), { minLength: replay.people, maxLength: replay.people })
    .map((values) => Uint8Array.from(values));

  it('of all rows is the frame of everyone', () => {
    fc.assert(
      fc.property(day, (day) => {
        const everyone = replay.frame(day);
        const { reward, ...counts } = replay.frame(day, new Uint8Array(replay.people).fill(1));
        expect({ ...counts, reward: everyone.reward }).toEqual(everyone);
        expect(reward).toBeCloseTo(everyone.reward, 9);
      }),
      { numRuns: 30, seed: 5 },
    );
  });

  it('of some and of the others add up to the frame of everyone', () => {
    fc.assert(
      fc.property(day, mask, (day, among) => {
        const others = among.map((counted) => 1 - counted);
        const [one, other, all] = [replay.frame(day, among), replay.frame(day, others), replay.frame(day)];
        expect(added(one.counts, other.counts)).toEqual(all.counts);
        expect(added(one.actions, other.actions)).toEqual(all.actions);
        expect(one.moves.map((row, from) => added(row, other.moves[from]))).toEqual(all.moves);
        expect([one.active + other.active, one.left + other.left]).toEqual([all.active, all.left]);
        const sum = ({ reward, active }: ReplayFrame) => reward * active;
        expect(sum(one) + sum(other)).toBeCloseTo(sum(all), 9);
      }),
      { numRuns: 30, seed: 6 },
    );
  });

  it('of one user is that user’s day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: replay.people - 1 }), (day, user) => {
        const among = new Uint8Array(replay.people);
        among[user] = 1;
        const { counts, left, reward } = replay.frame(day, among);
        const life = replay.life(user);
        expect(total(counts)).toBe(Number(life.bornOn !== undefined && life.bornOn <= day));
        expect(counts.findIndex((count) => count > 0)).toBe(total(counts) ? life.stages[day] : -1);
        expect(left).toBe(Number(life.leftOn === day));
        if (!replay.recording.program.decision) expect(reward).toBe(life.rewards[day]);
      }),
      { numRuns: 50, seed: 7 },
    );
  });
});

it('names a mask that does not fit', () => {
  const replay = openReplay(RECORDINGS[0][1]());
  expect(() => replay.frame(1, new Uint8Array(3))).toThrow('expected a mask of 90 rows, got 3');
});
