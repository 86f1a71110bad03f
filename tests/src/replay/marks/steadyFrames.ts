import { drawKey, uniformDraw } from '../../../../environments/random/keyedDraw.ts';
import { streamKey } from '../../../../environments/random/streams.ts';
import type { ReplayFrame } from '../../../../src/replay/replayFrame.ts';
import { framesOf } from './frames.ts';

/** A recording in which nothing ever changes. */
export interface Steady {
  readonly users: number;
  readonly days: number;
  /** chance of each user to leave on a day */
  readonly hazard: number;
  /** chance of each action on a day, for each user anew */
  readonly mix: readonly number[];
}

/** Frames of people of whom each leaves with the same chance on every day, and is treated by the same odds. */
export function steadyFrames({ users, days, hazard, mix }: Steady, seed: string): ReplayFrame[] {
  const { a, b } = drawKey(streamKey(seed, 'steady'), 0, 0);
  let at = 0;
  const draw = () => uniformDraw(at++, a, b);
  let active = users;
  const drawn = Array.from({ length: days }, () => {
    const today = { active, left: successes(active, hazard, draw), actions: shared(active, mix, draw) };
    active -= today.left;
    return today;
  });
  return framesOf(drawn);
}

/** How many of `trials` succeed, by the trials that lie between successes. */
function successes(trials: number, chance: number, draw: () => number): number {
  if (chance >= 1) return trials;
  for (let count = 0, at = 0; ; count++) {
    at += 1 + Math.floor(Math.log(1 - draw()) / Math.log1p(-chance));
    if (at > trials) return count;
  }
}

function shared(users: number, mix: readonly number[], draw: () => number): number[] {
  let [left, odds] = [users, 1];
  return mix.map((part) => {
    const count = successes(left, part / odds, draw);
    [left, odds] = [left - count, odds - part];
    return count;
  });
}
