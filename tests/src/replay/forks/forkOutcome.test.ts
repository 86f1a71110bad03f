import { describe, expect, it } from 'vitest';
import { evaluate, type UserMetric } from '../../../../src/experiment/evaluate.ts';
import { peopleOutcome, userOutcome } from '../../../../src/replay/forks/forkOutcome.ts';
import { forkWork } from '../../../../src/replay/forks/forkRecording.ts';
import { openPair } from '../../../../src/replay/pair.ts';
import { atOnce } from '../../../../src/replay/patiently.ts';
import type { Recording } from '../../../../src/replay/recording.ts';
import { openReplay } from '../../../../src/replay/replay.ts';
import { type Recorded, recorded, type World } from './recorded.ts';

/** What an evaluation measures of the recorded actions. */
function measured({ program, recording }: Recorded, { actions }: Pick<Recording, 'actions'>) {
  const { users, seed } = recording;
  let at = 0;
  const replayed = {
    selectActions: (_: unknown, chosen: Uint8Array) => {
      chosen.set(actions.subarray(at, (at += chosen.length)));
    },
  };
  const { metrics } = evaluate(program, replayed, { users, seed });
  return (name: string) => (metrics.find((metric) => metric.name === name) as UserMetric).values;
}

function forked(world: World, name: string, action = 1) {
  const played = recorded(world, name);
  const { replay, decider } = played;
  const choice = { who: { kind: 'everyone' }, action, day: 4, days: Infinity } as const;
  const { recording } = atOnce(forkWork(replay, choice, decider));
  return { ...played, fork: openReplay(recording) };
}

describe('userOutcome(recorded, fork, user, fromDay)', () => {
  it('comes to what an evaluation measures of the whole life', () => {
    const { replay, fork, ...played } = forked('closed', 'reminder');
    for (const [side, { recording }] of [
      ['fork', fork],
      ['recorded', replay],
    ] as const) {
      const of = measured({ ...played, replay }, recording);
      for (let user = 0; user < 20; user++) {
        const { earned, leftOn } = userOutcome(replay, fork, user, 1)[side];
        expect(earned?.return).toBeCloseTo(of('return')[user], 5);
        expect(earned?.rewards).toBeCloseTo(of('return')[user], 5);
        expect(earned?.cost).toBeCloseTo(of('cost')[user], 10);
        expect(earned?.contacts).toBe(of('contacts')[user]);
        expect(leftOn === undefined).toBe(of('retention.end')[user] === 1);
      }
    }
  });

  it('counts from a day on, and the return from the start', () => {
    const { replay, fork } = forked('closed', 'reminder');
    for (let user = 0; user < 20; user++) {
      const [whole, late] = [1, 4].map((day) => userOutcome(replay, fork, user, day));
      expect(late.fork.earned?.return).toBe(whole.fork.earned?.return);
      const gain = ({ fork: a, recorded: b }: typeof whole) => a.earned!.rewards - b.earned!.rewards;
      expect(gain(late)).toBeCloseTo(gain(whole), 5);
      expect(late).toMatchObject({ user, fromDay: 4, until: 12 });
      if (late.parting !== undefined) expect(late.parting).toBeGreaterThanOrEqual(4);
    }
  });

  it('discounts the return where the scenario does', () => {
    const played = recorded('closed', 'reminder');
    const program = { ...played.program, objective: { criterion: 'discounted', discount: 0.9 } } as const;
    const replay = openReplay({ ...played.recording, program });
    const of = measured({ ...played, program }, played.recording);
    for (let user = 0; user < 20; user++)
      expect(userOutcome(replay, replay, user, 2).fork.earned?.return).toBeCloseTo(of('return')[user], 5);
  });

  it('tells of a product’s user only how long it stayed', () => {
    const { replay, fork } = forked('product', 'serveLow');
    const { leftOn } = fork.life(3);
    expect(userOutcome(replay, fork, 3, 1).fork).toEqual({ leftOn, earned: undefined });
  });
});

describe('peopleOutcome(pair)', () => {
  it.each([
    ['closed', 'reminder'],
    ['open', 'greetLow'],
    ['product', 'serveLow'],
  ] as const)('is what two evaluations come to: %s', (world, name) => {
    const { replay, fork, ...played } = forked(world, name);
    const outcome = atOnce(peopleOutcome(openPair(fork, replay)));
    const [a, b] = [fork, replay].map(({ recording }) => measured({ ...played, replay }, recording));
    const mean = (values: ArrayLike<number>) => Array.from(values).reduce((x, y) => x + y, 0) / values.length;
    const { difference, here, until } = outcome;
    expect(until).toBe(played.program.horizon);
    expect(difference.return.paired.mean).toBeCloseTo(mean(a('return')) - mean(b('return')), 5);
    expect(difference.return.paired.low).toBeLessThan(difference.return.paired.high);
    const stay = (mean(a('retention.end')) - mean(b('retention.end'))) * 100;
    expect(difference.here.paired.mean).toBeCloseTo(stay, 8);
    const count = (replayed: typeof fork) =>
      replayed.stagesOn(replayed.days).reduce((sum, stage) => sum + Number(stage === 0), 0);
    expect(here).toEqual({ a: count(fork), b: count(replay) });
  });
});
