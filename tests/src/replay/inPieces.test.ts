import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { People } from '../../../environments/population/people.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Decider } from '../../../src/replay/decider.ts';
import { oddsWork } from '../../../src/replay/forks/forkOdds.ts';
import { forkWork } from '../../../src/replay/forks/forkRecording.ts';
import { keptWork } from '../../../src/replay/kept/keptSearch.ts';
import { openReplay, type Replay } from '../../../src/replay/replay.ts';
import { recordedEpisode } from './recordedEpisode.ts';

const recording = recordedEpisode(45_000, 12);
const DAY = 9;
const first: Decider = {
  remembers: false,
  knowsWorld: false,
  create: () => ({ selectActions: (_, actions) => void actions.fill(0) }),
};
const everyone = { who: { kind: 'everyone' }, action: 1, day: DAY, days: 1 } as const;

const WORK: Readonly<Record<string, (replay: Replay) => Generator<number, unknown>>> = {
  'who of a day could have been kept': (replay) => keptWork(replay, { kind: 'day', day: DAY }, first),
  'the same by a policy that remembers': (replay) =>
    keptWork(replay, { kind: 'day', day: DAY }, { ...first, remembers: true }),
  'why nobody could be': (replay) => keptWork(replay, { kind: 'day', day: 0 }, first),
  'a fork of everyone': (replay) => forkWork(replay, everyone, first),
  'a fork under a policy that remembers': (replay) =>
    forkWork(replay, everyone, { ...first, remembers: true }),
  odds: (replay) => oddsWork(replay, { user: stayed(replay), day: DAY, action: 1 }, first),
};

function stayed(replay: Replay): number {
  const lives = Array.from({ length: 200 }, (_, user) => replay.life(user));
  return lives.findIndex(({ leftOn }) => leftOn === undefined);
}

/** A part of a day of everybody, and a whole life of one user beside it. */
const MOST_ROWS = 20_000 + 12;

/** Rows lived since the last yield, and evenings come back to. */
const since = { rows: 0, evenings: 0 };

beforeEach(() => {
  const { liveRows } = People.prototype;
  vi.spyOn(People.prototype, 'liveRows').mockImplementation(function (this: People, stretch, actions) {
    since.rows += stretch.to - stretch.from;
    liveRows.call(this, stretch, actions);
  });
  const { restore, reset } = PopulationEnvironment.prototype;
  vi.spyOn(PopulationEnvironment.prototype, 'restore').mockImplementation(function (
    this: PopulationEnvironment,
    snapshot,
  ) {
    since.evenings++;
    return restore.call(this, snapshot);
  });
  vi.spyOn(PopulationEnvironment.prototype, 'reset').mockImplementation(function (
    this: PopulationEnvironment,
    seed,
  ) {
    since.evenings++;
    return reset.call(this, seed);
  });
});

afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(Object.entries(WORK))('%s', (_, work) => {
  it.each([0, 12])('never lives a day of many nor comes back twice in one piece, %i days lived', (days) => {
    const replay = openReplay(recording);
    replay.liveUntil(days);
    replay.life(0);
    const pieces = work(replay);
    let done = false;
    while (!done) {
      Object.assign(since, { rows: 0, evenings: 0 });
      done = pieces.next().done === true;
      expect(since.rows).toBeLessThanOrEqual(MOST_ROWS);
      expect(since.evenings).toBeLessThanOrEqual(1);
    }
  });
});
