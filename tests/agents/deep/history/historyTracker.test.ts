import { beforeAll, describe, expect, it } from 'vitest';
import { type Backend, openBackend } from '../../../../agents/deep/backend.ts';
import { Encoder } from '../../../../agents/deep/history/encoder.ts';
import { EventScale } from '../../../../agents/deep/history/eventScale.ts';
import { eventShape } from '../../../../agents/deep/history/eventShape.ts';
import { HistoryTracker } from '../../../../agents/deep/history/historyTracker.ts';
import type { Observation } from '../../../../environments/contract.ts';
import { drawKey, drawWord, uniformDraw } from '../../../../environments/random/keyedDraw.ts';
import { restInvestLeave } from '../../../support/restInvestLeave.ts';

const SHAPE = eventShape(restInvestLeave(1, 1).spec);
const UNITS = 4;
const WIDTH = 1 + 2 * UNITS;

interface Day {
  readonly observation: Observation;
  readonly actions: Uint8Array;
}

/** Some days of some users; the last user leaves after two. */
function daysOf(users: number, days: number): Day[] {
  return Array.from({ length: days }, (_, day) => {
    const { a, b } = drawKey(3, day, 0);
    const active = new Uint8Array(users).fill(1);
    if (day >= 2) active[users - 1] = 0;
    return {
      observation: {
        features: Float32Array.from({ length: users }, (_, i) => uniformDraw(i, a, b)),
        states: new Uint32Array(users),
        active,
      },
      actions: Uint8Array.from({ length: users }, (_, i) => (drawWord(i + 999, a, b) >>> 0) % 3),
    };
  });
}

/** The same days of some of the users only. */
function only(days: readonly Day[], users: readonly number[]): Day[] {
  return days.map(({ observation: { features, active }, actions }) => ({
    observation: {
      features: Float32Array.from(users, (i) => features[i]),
      states: new Uint32Array(users.length),
      active: Uint8Array.from(users, (i) => active[i]),
    },
    actions: Uint8Array.from(users, (i) => actions[i]),
  }));
}

describe('HistoryTracker', () => {
  let backend: Backend;
  let make: () => HistoryTracker;
  beforeAll(async () => {
    backend = await openBackend('wasm');
    const encoder = new Encoder(backend, SHAPE, UNITS, 1);
    const scale = new EventScale(1);
    const days = daysOf(50, 10);
    for (let d = 1; d < days.length; d++) scale.see(days[d - 1].observation, days[d].observation);
    make = () => new HistoryTracker(backend, encoder, scale);
  });

  /** What is shown after the last of some days. */
  function readAll(tracker: HistoryTracker, days: readonly Day[]): Float32Array {
    let shown = tracker.read(days[0].observation, undefined);
    for (let d = 1; d < days.length; d++) shown = tracker.read(days[d].observation, days[d - 1].actions);
    return shown.features;
  }

  it('shows what it was shown, and nothing remembered on the first day', () => {
    const [{ observation }] = daysOf(3, 1);
    const { features } = make().read(observation, undefined);
    for (let i = 0; i < 3; i++) {
      expect(features[i * WIDTH]).toBe(observation.features[i]);
      expect([...features.subarray(i * WIDTH + 1, (i + 1) * WIDTH)]).toEqual(Array(2 * UNITS).fill(0));
    }
  });

  it('remembers each user apart: the same in whatever company', () => {
    const days = daysOf(20, 6);
    const together = readAll(make(), days);
    for (const users of [[4], [17, 3, 9]]) {
      const apart = readAll(make(), only(days, users));
      for (const [k, user] of users.entries())
        for (let c = 0; c < WIDTH; c++)
          expect(Math.abs(apart[k * WIDTH + c] - together[user * WIDTH + c])).toBeLessThan(1e-6);
    }
  });

  it('remembers what was done: other actions, another memory', () => {
    const days = daysOf(5, 4);
    const others = days.map(({ observation, actions }) => ({
      observation,
      actions: actions.map((action) => (action + 1) % 3),
    }));
    expect(readAll(make(), others)).not.toEqual(readAll(make(), days));
  });

  it('pools the memory as an exponential mean over the days, a tenth of the way each', () => {
    const days = daysOf(1, 5);
    const tracker = make();
    let pooled = Array<number>(UNITS).fill(0);
    tracker.read(days[0].observation, undefined);
    for (let d = 1; d < days.length; d++) {
      const shown = tracker.read({ ...days[d].observation, active: Uint8Array.of(1) }, days[d - 1].actions);
      const latest = [...shown.features.subarray(1, 1 + UNITS)];
      pooled = pooled.map((value, u) => value + (latest[u] - value) / 10);
      for (const [u, value] of pooled.entries())
        expect(Math.abs(shown.features[1 + UNITS + u] - value)).toBeLessThan(1e-5);
    }
  });

  it('shows nothing of who has left', () => {
    const shown = readAll(make(), daysOf(4, 4));
    expect([...shown.subarray(3 * WIDTH, 4 * WIDTH)]).toEqual(Array(WIDTH).fill(0));
  });

  it('reset() forgets everyone', () => {
    const days = daysOf(6, 5);
    const tracker = make();
    readAll(tracker, daysOf(6, 3));
    tracker.reset();
    expect(readAll(tracker, days)).toEqual(readAll(make(), days));
  });

  it('made() gives what was read last, and nothing for any other day', () => {
    const [first, second] = daysOf(2, 2);
    const tracker = make();
    expect(tracker.made(first.observation.features)).toBeUndefined();
    const shown = tracker.read(first.observation, undefined);
    expect(tracker.made(first.observation.features)).toBe(shown);
    expect(tracker.made(second.observation.features)).toBeUndefined();
    tracker.reset();
    expect(tracker.made(first.observation.features)).toBeUndefined();
  });
});
