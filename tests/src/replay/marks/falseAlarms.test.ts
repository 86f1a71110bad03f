import { describe, expect, it } from 'vitest';
import { churnWaves } from '../../../../src/replay/marks/churnWaves.ts';
import { policyShifts } from '../../../../src/replay/marks/policyShifts.ts';
import type { ReplayFrame } from '../../../../src/replay/replayFrame.ts';
import { recordedEpisode } from '../recordedEpisode.ts';
import { type Steady, steadyFrames } from './steadyFrames.ts';

const { program } = recordedEpisode(1, 1);
const DAYS = 60;
const END = 5;
/** Few and many, leaving fast and slowly. */
const WORLDS: readonly Steady[] = [
  { users: 300, days: DAYS, hazard: 0.05, mix: [1] },
  { users: 400, days: DAYS, hazard: 0.02, mix: [1] },
  { users: 1000, days: DAYS, hazard: 0.005, mix: [1] },
];
const SEEDS = 1200;

/** Marks for each recorded day: in the first days, between the ends, and in the last days. */
function rates(marked: (seed: string) => readonly number[], seeds: number) {
  const days = Array.from({ length: seeds }, (_, k) => marked(`seed ${k}`)).flat();
  const rate = (from: number, to: number) =>
    days.filter((day) => day >= from && day <= to).length / ((to - from + 1) * seeds);
  return { first: rate(1, END), between: rate(END + 1, DAYS - END), last: rate(DAYS - END + 1, DAYS) };
}

const daysOf = (marks: readonly { readonly day: number }[]) => marks.map(({ day }) => day);

describe('where the chance to leave is the same on every day', () => {
  it('a churn wave is marked no more often on the first and the last five days than between', () => {
    const marked = (seed: string) => WORLDS.flatMap((world) => daysOf(churnWaves(steadyFrames(world, seed))));
    const { first, between, last } = rates(marked, SEEDS);
    expect(between).toBeGreaterThan(0);
    expect(between / WORLDS.length).toBeLessThan(1 / 2000);
    expect(first).toBeLessThanOrEqual(between);
    expect(last).toBeLessThanOrEqual(between);
  });
});

describe('where everybody is treated by the same odds on every day', () => {
  const shifts = (frames: readonly ReplayFrame[]) => daysOf(policyShifts(program, frames));

  it.each([20, 100, 500])('no policy shift is marked on any day: %i users', (users) => {
    const world = { users, days: DAYS, hazard: 0.01, mix: [0.6, 0.2, 0.1, 0.1] };
    const marked = rates((seed) => shifts(steadyFrames(world, seed)), 200);
    expect(marked).toEqual({ first: 0, between: 0, last: 0 });
  });

  it.each([8, 13, 14, 19])('no policy shift is marked in few days either: %i', (days) => {
    const marked = [20, 100, 500].flatMap((users) => {
      const world = { users, days, hazard: 0.01, mix: [0.6, 0.2, 0.1, 0.1] };
      return Array.from({ length: 200 }, (_, k) => shifts(steadyFrames(world, `seed ${k}`))).flat();
    });
    expect(marked).toEqual([]);
  });
});
