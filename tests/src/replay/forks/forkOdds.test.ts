import { describe, expect, it } from 'vitest';
import { enumerate } from '../../../../environments/exact/enumerate.ts';
import type { FiniteDecisionProcess } from '../../../../environments/exact/process.ts';
import { chainUnder } from '../../../../environments/exact/solve/chain.ts';
import { exactPolicy } from '../../../../src/experiment/exactPolicy.ts';
import type { Decider } from '../../../../src/replay/decider.ts';
import { absence } from '../../../../src/replay/forks/forkChoice.ts';
import { type ForkOdds, forkOdds, oddsWork } from '../../../../src/replay/forks/forkOdds.ts';
import { forkWork } from '../../../../src/replay/forks/forkRecording.ts';
import { FreshLives } from '../../../../src/replay/forks/freshLives.ts';
import { atOnce } from '../../../../src/replay/patiently.ts';
import { populationOn } from '../../../../src/replay/populationOn.ts';
import { openReplay, type Replay } from '../../../../src/replay/replay.ts';
import { policyNamed, written } from '../../../environments/exact/solved.ts';
import { playedBy, type Recorded, recorded, type World } from './recorded.ts';

const CAFE = `horizon: 20
segments: { few: { share: 0.25, rate: 0.6 }, many: { share: 0.75, rate: 0.3 } }
traits: { keen: bernoulli(rate / 2) }
state: { thirst: { value: "floor(uniform(0, 2.5))", range: [0, 3] } }
actions: { wait: {}, pour: { when: thirst > 0 } }
day:
  comes: bernoulli(0.25 + keen / 4 + 0.25 * (action == pour))
  thirst: clamp(thirst + 1 - 2 * comes, 0, 3)
lifecycle: { open: { shut: 0.01 + 0.06 * (thirst == 3) + 0.02 * (action == pour) }, shut: {} }
reward: { sales: "comes - 0.25 * (action == pour)" }
observe: { thirst: { value: thirst, bins: [1, 2, 3] } }
rules: { thirsty: { about: pours for the thirsty, choose: [{ when: thirst >= 2, do: pour }] } }`;

/** What is really so: the probability of being there after so many days, and the rewards up to then. */
function exactly(
  process: FiniteDecisionProcess,
  decider: Decider,
  state: number,
  action: number,
  days: number,
): { here: number; rewards: number } {
  const policy = exactPolicy(process, decider.create(undefined as never));
  const chain = chainUnder(process, policy);
  const row = process.rowOf[state * process.actions + action];
  let at = spread(new Map([[row, 1]]), process);
  let rewards = process.rewards[row];
  for (let day = 1; day < days; day++) {
    for (const [s, p] of at) rewards += p * chain.rewards[s];
    at = spread(at, chain);
  }
  return { here: [...at.values()].reduce((sum, p) => sum + p, 0), rewards };
}

function spread(
  from: ReadonlyMap<number, number>,
  { offsets, targets, probabilities }: Pick<FiniteDecisionProcess, 'offsets' | 'targets' | 'probabilities'>,
): Map<number, number> {
  const to = new Map<number, number>();
  for (const [row, p] of from)
    for (let k = offsets[row]; k < offsets[row + 1]; k++)
      to.set(targets[k], (to.get(targets[k]) ?? 0) + p * probabilities[k]);
  return to;
}

function oddsOf(
  replay: Replay,
  question: Parameters<typeof oddsWork>[1],
  decider: Decider | undefined,
): ForkOdds {
  const odds = atOnce(oddsWork(replay, question, decider));
  if (odds.kind === 'none') throw new Error(odds.reason);
  return odds;
}

describe('forkOdds(replay, question, decider) in a world that can be solved', () => {
  const program = written(CAFE);
  const process = enumerate(program);
  const decider = { remembers: false, knowsWorld: false, create: () => policyNamed(program, 'thirsty') };
  const { replay } = playedBy(program, decider, 30);
  const lives = 4_000;
  const who = Array.from({ length: 30 }, (_, user) => user).filter(
    (user) => (replay.life(user).leftOn ?? 99) > 7,
  );

  it.each([1, 6])('comes to the exact probabilities and rewards from day %i on', (day) => {
    const { environment } = populationOn(replay, day - 1);
    const { stages, segments } = environment;
    let checked = 0;
    for (const user of who.slice(0, 6))
      for (const action of [0, 1]) {
        const [keen, thirst] = ['keen', 'thirst'].map((name) => environment.column(name)[user]);
        const state = process.indexOf([stages[user], segments[user], keen, thirst])!;
        const odds = oddsOf(replay, { user, day, action, lives }, decider);
        const days = program.horizon - day + 1;
        for (const side of ['asked', 'recorded'] as const) {
          const exact = exactly(process, decider, state, odds[side], days);
          const deviation = Math.sqrt((exact.here * (1 - exact.here)) / lives);
          expect(Math.abs(odds.here[side].mean - exact.here) / deviation).toBeLessThan(4);
          const { mean, low, high } = odds.rewards[side];
          expect(Math.abs(mean - exact.rewards) / ((high - low) / 4)).toBeLessThan(4);
        }
        checked++;
      }
    expect(checked).toBe(12);
  });

  it('has paired luck: less spread than lives of their own would have', () => {
    const user = who[0];
    const { here } = oddsOf(replay, { user, day: 6, action: 1 - replay.life(user).actions[6] }, decider);
    const width = (side: 'asked' | 'recorded' | 'difference') => here[side].high - here[side].low;
    expect(here.difference.mean).toBeCloseTo(here.asked.mean - here.recorded.mean, 12);
    expect(width('difference')).toBeLessThan(0.7 * Math.hypot(width('asked'), width('recorded')));
  });
});

describe('forkOdds(replay, question, decider)', () => {
  it.each([
    ['closed', 'dqn-history'],
    ['not always available', 'q-learning'],
    ['open', 'random'],
  ] as const)('finds no difference at all to the recorded action: %s by %s', (world, name) => {
    const { replay, decider } = recorded(world, name);
    const { actions } = replay.life(3);
    const odds = oddsOf(replay, { user: 3, day: 2, action: actions[2], lives: 50 }, decider);
    expect(odds.asked).toBe(odds.recorded);
    expect(odds.here.difference).toEqual({ mean: 0, low: 0, high: 0 });
    expect(odds.rewards.difference).toEqual({ mean: 0, low: 0, high: 0 });
    expect(odds).toMatchObject({ kind: 'odds', user: 3, day: 2, lives: 50, until: replay.days });
  });

  it('says why there are none', async () => {
    const reasonOf = async (replay: Replay, decider: Decider | undefined, user = 0, day = 1) => {
      const odds = await forkOdds(replay, { user, day, action: 0 }, decider);
      return odds.kind === 'none' ? odds.reason : undefined;
    };
    const [closed, budget, product] = [
      recorded('closed', 'reminder'),
      recorded('a budget a day', 'letterLow'),
      recorded('product', 'serveLow'),
    ];
    expect(await reasonOf(closed.replay, undefined)).toBe(
      'the policy that would decide from the next day on is not at hand',
    );
    expect(await reasonOf(budget.replay, budget.decider)).toBe(
      'the budget of budget-shop is shared: nobody there lives alone',
    );
    expect(await reasonOf(product.replay, product.decider)).toBe(
      'product-shop takes one decision for a whole product: nobody there lives alone',
    );
    const gone = Array.from({ length: 20 }, (_, user) => closed.replay.life(user)).find(
      ({ leftOn }) => leftOn,
    )!;
    expect(await reasonOf(closed.replay, closed.decider, gone.user, gone.leftOn! + 1)).toBe(
      `user ${gone.user} left for good on day ${gone.leftOn}`,
    );
  });

  it('refuses too few lives', () => {
    const { replay, decider } = recorded('closed', 'reminder');
    expect(() => oddsOf(replay, { user: 0, day: 1, action: 0, lives: 1 }, decider)).toThrow(
      'expected lives to be a whole number of at least 2, got 1',
    );
  });
});

describe('FreshLives with the luck that the user had', () => {
  /** A recording in which something else was done on the first days than the policy would have. */
  function meddledWith(world: World, name: string): Recorded {
    const played = recorded(world, name);
    const choice = { who: { kind: 'everyone' }, action: 1, day: 1, days: 2 } as const;
    const { recording } = atOnce(forkWork(played.replay, choice, played.decider));
    return { ...played, recording, replay: openReplay(recording) };
  }

  /** The life of a fork, as one of the lives. */
  function expectForked(
    { replay, decider, program }: Recorded,
    user: number,
    day: number,
    days: number,
  ): void {
    expect(absence(replay, user, day)).toBeUndefined();
    for (const action of [0, 1]) {
      const lucks = (birth: number) => Int32Array.of(birth, birth ^ 1, 17);
      const lived = atOnce(new FreshLives(replay, decider, { user, day }, lucks).live(action, days));
      const choice = { who: { kind: 'user', user }, action, day, days } as const;
      const fork = openReplay(atOnce(forkWork(replay, choice, decider)).recording).life(user);
      const rewards = fork.rewards.subarray(day).reduce((sum, reward) => sum + reward, 0);
      expect(lived.rewards[0]).toBeCloseTo(rewards, 5);
      expect(lived.here[0]).toBe(program.stages[fork.stages[replay.days]].absorbing ? 0 : 1);
      expect(lived.action).toBe(fork.actions[day]);
    }
  }

  // A policy that draws its actions has the same luck in row 0 only.
  it.each(['reminder', 'random', 'q-learning', 'dqn', 'ppo', 'dqn-history', 'ppo-history', 'diary'])(
    'is the fork of that user: %s',
    (name) => {
      const played = meddledWith('closed', name);
      for (const day of [3, 6]) expectForked(played, 0, day, 1);
      expectForked(recorded('closed', name), 0, 1, 1);
      expectForked(meddledWith('not always available', name), 0, 3, 4);
    },
  );

  it.each(['greetLow', 'q-learning', 'dqn-history', 'diary'])('also of one who came later: %s', (name) => {
    const played = meddledWith('open', name);
    const users = Array.from({ length: played.replay.people }, (_, user) => played.replay.life(user));
    const late = users.filter(({ bornOn = 0, leftOn = 41 }) => bornOn > 0 && leftOn > bornOn + 6);
    for (const { user, bornOn = 0 } of [late[0], late[3], late[7]]) expectForked(played, user, bornOn + 3, 2);
  });
});
