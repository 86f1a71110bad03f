import { expect, it } from 'vitest';
import { findLeavers } from '../../../../src/replay/kept/leavers.ts';
import { atOnce } from '../../../../src/replay/patiently.ts';
import { openReplay, type Replay } from '../../../../src/replay/replay.ts';
import { recordedEpisode } from '../recordedEpisode.ts';

const recording = recordedEpisode(300, 60);
const lived = openReplay(recording);
lived.liveUntil(60);
const leavingDays = [...lived.leavingDays()];

const usersOn = (day: number) => [...leavingDays.keys()].filter((user) => leavingDays[user] === day);

/** What is said of a day, by going from it day by day. */
function expected(day: number) {
  const users = usersOn(day);
  if (users.length > 0) return { day, users };
  const days = Array.from({ length: 60 }, (_, k) => [day - k - 1, day + k + 1])
    .flat()
    .filter((other) => other >= 1);
  const nearest = days.find((other) => usersOn(other).length > 0);
  return `nobody left on day ${day}; on day ${nearest}, the nearest, ${usersOn(nearest!).length} did`;
}

it('finds all who left on a day, or the nearest day on which anybody did', () => {
  const found = Array.from({ length: 61 }, (_, day) => atOnce(findLeavers(lived, { kind: 'day', day })));
  expect(found).toEqual(found.map((_, day) => expected(day)));
  expect(found.filter((one) => typeof one === 'string').length).toBeGreaterThan(3);
});

it('looks through those who left twice at most, however far the nearest day is', () => {
  let looked = 0;
  const counting: Replay = Object.create(lived, {
    days: { value: 60 },
    livedDays: { value: 60 },
    liveUntil: { value: () => undefined },
    leavingDays: {
      value: () => {
        looked++;
        return Int32Array.of(-1, 60, -1);
      },
    },
  });
  const who = { kind: 'day', day: 2 } as const;
  expect(atOnce(findLeavers(counting, who))).toBe('nobody left on day 2; on day 60, the nearest, 1 did');
  expect(looked).toBeLessThanOrEqual(2);
});

it('refuses a day that there is not before it lives anything', () => {
  const replay = openReplay(recording);
  expect(() => atOnce(findLeavers(replay, { kind: 'day', day: 61 }))).toThrow('from 0 to 60, got 61');
  expect(replay.livedDays).toBe(0);
});
