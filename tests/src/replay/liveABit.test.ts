import fc from 'fast-check';
import { expect, it } from 'vitest';
import { populationOn } from '../../../src/replay/populationOn.ts';
import { openReplay, type Replay } from '../../../src/replay/replay.ts';
import { recordedEpisode } from './recordedEpisode.ts';

/** So many that a day is lived, and an evening packed, in several pieces. */
const recording = recordedEpisode(45_000, 14);
const straight = openReplay(recording);
straight.liveUntil(straight.days);

/** What somebody may ask between two pieces. */
const QUESTIONS: Readonly<Record<string, (replay: Replay, day: number) => unknown>> = {
  nothing: () => undefined,
  evening: (replay, day) => [...replay.evening(day).column('sum_return').subarray(0, 300)],
  snapshot: (replay, day) =>
    Buffer.from(populationOn(replay, day).environment.snapshot().bytes).toString('base64', 0, 30_000),
  frame: (replay, day) => replay.frame(day),
};

it('liveABit() lives what living at once lives, whatever is asked in between', () => {
  const asked = fc.record({
    pieces: fc.integer({ min: 0, max: 25 }),
    question: fc.constantFrom(...Object.keys(QUESTIONS)),
    day: fc.nat(3),
  });
  fc.assert(
    fc.property(fc.array(asked, { maxLength: 6 }), (questions) => {
      const replay = openReplay(recording);
      for (const { pieces, question, day } of questions) {
        for (let k = 0; k < pieces; k++) replay.liveABit();
        const late = Math.min(replay.livedDays + day, replay.days);
        expect(QUESTIONS[question](replay, late)).toEqual(QUESTIONS[question](straight, late));
      }
      while (replay.livedDays < replay.days) replay.liveABit();
      replay.liveABit();
      expect(Buffer.from(replay.stagesOn(14)).equals(Buffer.from(straight.stagesOn(14)))).toBe(true);
      expect(replay.leavingDays()).toEqual(straight.leavingDays());
      expect(replay.frame(9)).toEqual(straight.frame(9));
    }),
    { numRuns: 12, seed: 30 },
  );
});

it('liveABit() takes several pieces for a day of many', () => {
  const replay = openReplay(recording);
  replay.liveABit();
  expect(replay.livedDays).toBe(0);
  for (let k = 0; k < 2; k++) replay.liveABit();
  expect(replay.livedDays).toBe(1);
});
