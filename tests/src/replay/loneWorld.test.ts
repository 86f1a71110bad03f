import { describe, expect, it } from 'vitest';
import type { Program } from '../../../environments/scenario/program.ts';
import { openReplay } from '../../../src/replay/replay.ts';
import { recordedEpisode } from './recordedEpisode.ts';
import { RECORDINGS } from './replayFixtures.ts';

/** The last and the first ones by turns. */
function zigzag(people: number): number[] {
  const each = Array.from({ length: 12 }, (_, k) => Math.floor((k * people) / 12));
  return each.flatMap((user, k) => [people - 1 - user, each[(k * 5) % each.length]]);
}

describe('loneWorld(recording)', () => {
  it.each(RECORDINGS)(
    'gives the lives that a world of their own gives, one after the other: %s',
    (_, make) => {
      const recording = make();
      const replay = openReplay(recording);
      for (const user of zigzag(replay.people)) {
        const own = openReplay(recording);
        expect(replay.life(user), `user ${user}`).toEqual(own.life(user));
        const { bornOn = 0 } = own.life(user);
        for (const day of [bornOn, bornOn + 1, Math.floor(replay.days / 2), replay.days])
          if (day <= replay.days) expect(replay.explain(user, day)).toEqual(own.explain(user, day));
      }
    },
  );

  it('is compiled for the first user only', () => {
    const recording = recordedEpisode(20, 15);
    let read = 0;
    const program = new Proxy(recording.program, {
      get(own, name) {
        if (name === 'day') read++;
        return own[name as keyof Program];
      },
    });
    const replay = openReplay({ ...recording, program });
    replay.liveUntil(replay.days);
    replay.life(0);
    const once = read;
    expect(once).toBeGreaterThan(0);
    for (let user = 1; user < 20; user++) replay.life(user);
    expect(read).toBe(once);
  });
});
