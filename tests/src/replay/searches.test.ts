import { describe, expect, it } from 'vitest';
import { openReplay } from '../../../src/replay/replay.ts';
import { firstWhoLeft, leftOnDay, nextInStage, nextWhoLeft } from '../../../src/replay/searches.ts';
import { recordedEpisode } from './recordedEpisode.ts';

const replay = openReplay(recordedEpisode(400, 60));
const everyone = Array.from({ length: 400 }, (_, user) => user);
const busyDay = everyone.slice(1, 60).find((day) => replay.frame(day).left >= 3) ?? 0;

describe('nextInStage()', () => {
  it('goes round everyone in the stage, up and down', () => {
    const dormant = everyone.filter((user) => replay.stagesOn(20)[user] === 2);
    const up = [dormant[0]];
    for (const _ of dormant.slice(1)) up.push(nextInStage(replay, 20, 2, up[up.length - 1], 1) ?? -1);
    expect(up).toEqual(dormant);
    expect(nextInStage(replay, 20, 2, dormant[dormant.length - 1], 1)).toBe(dormant[0]);
    expect(nextInStage(replay, 20, 2, dormant[0], -1)).toBe(dormant[dormant.length - 1]);
  });

  it('finds nobody where there is nobody', () => {
    expect(nextInStage(replay, 0, 2, 5, 1)).toBeUndefined();
  });
});

describe('firstWhoLeft() and nextWhoLeft()', () => {
  it('go round those who left that day', () => {
    const left = everyone.filter((user) => replay.life(user).leftOn === busyDay);
    expect(left.length).toBe(replay.frame(busyDay).left);
    const found = [firstWhoLeft(replay, busyDay) ?? -1];
    for (const _ of left.slice(1)) found.push(nextWhoLeft(replay, busyDay, found[found.length - 1], 1) ?? -1);
    expect(found).toEqual(left);
    expect(left.every((user) => leftOnDay(replay, busyDay, user))).toBe(true);
    expect(leftOnDay(replay, busyDay + 1, left[0])).toBe(false);
  });

  it('find nobody on day 0', () => {
    expect(firstWhoLeft(replay, 0)).toBeUndefined();
    expect(nextWhoLeft(replay, 0, 5, -1)).toBeUndefined();
  });
});
