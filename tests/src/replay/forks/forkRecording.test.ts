import { describe, expect, it } from 'vitest';
import type { Policy } from '../../../../environments/contract.ts';
import { firstAvailable } from '../../../../environments/population/firstAvailable.ts';
import type { PopulationEnvironment } from '../../../../environments/population/populationEnvironment.ts';
import { evaluate } from '../../../../src/experiment/evaluate.ts';
import type { Decider } from '../../../../src/replay/decider.ts';
import type { ForkChoice } from '../../../../src/replay/forks/forkChoice.ts';
import { type Fork, forkRecording, forkWork } from '../../../../src/replay/forks/forkRecording.ts';
import { atOnce } from '../../../../src/replay/patiently.ts';
import { openReplay, type Replay } from '../../../../src/replay/replay.ts';
import { type Recorded, recorded, type World } from './recorded.ts';

const POLICIES: Readonly<Record<World, readonly string[]>> = {
  closed: ['reminder', 'random', 'q-learning', 'gradient-bandit', 'dqn', 'ppo', 'ppo-history', 'diary'],
  'not always available': ['reminder', 'random', 'q-learning', 'dqn', 'dqn-history', 'diary'],
  open: ['greetLow', 'random', 'q-learning', 'ppo', 'dqn-history', 'diary'],
  'a budget a day': ['letterLow', 'letterLowest', 'q-learning', 'dqn', 'dqn-history', 'diary'],
  'a budget for all days': ['greetLow', 'q-learning', 'dqn-history', 'diary'],
  product: ['serveLow', 'random', 'q-learning', 'dqn-history', 'diary'],
};
const PAIRS = Object.entries(POLICIES).flatMap(([world, names]) =>
  names.map((name) => [world as World, name] as const),
);

const forkOf = (replay: Replay, choice: ForkChoice, decider: Decider | undefined): Fork =>
  atOnce(forkWork(replay, choice, decider));
const bytes = ({ recording }: Pick<Fork, 'recording'>): number[] => [...recording.actions];

/** Another way to fork: plays from birth a policy that is overruled on the forced days. */
function overruled({ program, recording, decider }: Recorded, choice: ForkChoice): number[] {
  const { who, action } = choice;
  const every = program.decision?.every ?? 1;
  const [from, to] = [choice.day, choice.day + choice.days - 1].map((day) => Math.ceil(day / every));
  const policy = (world: PopulationEnvironment): Policy => {
    const own = decider.create(world);
    const { places, deciders } = world.shape;
    const row = who.kind !== 'user' ? -1 : program.decision ? Math.floor(who.user / places) : who.user;
    const means = (i: number) =>
      who.kind === 'everyone' || (who.kind === 'stage' ? world.stages[i] === who.stage : i === row);
    let decision = 0;
    return {
      selectActions(observation, actions) {
        own.selectActions(observation, actions);
        decision++;
        if (decision < from || decision > to) return;
        const { active, available } = observation;
        const count = program.actions.length;
        for (let i = 0; i < deciders; i++) {
          if (active[i] === 0 || !means(i)) continue;
          const may = !available || available[i * count + action] === 1;
          actions[i] = may ? action : firstAvailable(available, i * count, count);
        }
      },
    };
  };
  const { users, seed } = recording;
  return [...evaluate(program, policy, { users, seed, record: true }).actions];
}

/** A user who is there on a day, and for some days more. */
function someoneOn(replay: Replay, day: number): number {
  replay.liveUntil(replay.days);
  const [morning, left] = [replay.stagesOn(day - 1), replay.leavingDays()];
  const there = [...morning.keys()].filter(
    (user) => morning[user] === 0 && (left[user] < 0 || left[user] >= day + 3),
  );
  return there[Math.floor(there.length / 2)];
}

describe.each(PAIRS)('forkRecording of %s by %s', (world, name) => {
  const played = recorded(world, name);
  const { replay, recording, decider, program } = played;
  const last = program.actions.length - 1;
  const day = Math.floor(replay.days / 3);

  it('gives the same bytes where what was recorded is forced', () => {
    for (const at of [1, day, replay.days])
      for (const user of [0, 2, someoneOn(replay, at)]) {
        const { bornOn = replay.days, leftOn = replay.days, actions } = replay.life(user);
        if (at <= bornOn || at > leftOn) continue;
        const choice = { who: { kind: 'user', user }, action: actions[at], day: at, days: 1 } as const;
        const fork = forkOf(replay, choice, decider);
        expect(bytes(fork), `user ${user}, day ${at}`).toEqual([...recording.actions]);
        expect(fork.tally).toMatchObject({ forced: 1, changed: 0 });
      }
  });

  it.each([1, 4, Infinity])('is what a policy overruled for one user on %s days lives', (days) => {
    const user = someoneOn(replay, day);
    const action = replay.life(user).actions[day] === last ? 0 : last;
    const choice = { who: { kind: 'user', user }, action, day, days } as const;
    const fork = forkOf(replay, choice, decider);
    expect(bytes(fork)).toEqual(overruled(played, choice));
    expect(fork.decided).toBe('policy');
  });

  it.each([1, Infinity])('is what a policy overruled for everyone on %s days lives', (days) => {
    for (const action of [0, last]) {
      const choice = { who: { kind: 'everyone' }, action, day, days } as const;
      expect(bytes(forkOf(replay, choice, decider))).toEqual(overruled(played, choice));
    }
  });

  it('leaves the days before as they were', () => {
    const choice = { who: { kind: 'everyone' }, action: last, day, days: 2 } as const;
    const every = program.decision?.every ?? 1;
    const before = Math.floor((day - 1) / every) * (recording.actions.length / (replay.days / every));
    const { recording: fork, tally } = forkOf(replay, choice, decider);
    expect(fork.actions.subarray(0, before)).toEqual(recording.actions.subarray(0, before));
    const differs = fork.actions.some((action, at) => action !== recording.actions[at]);
    // What is forced may be too dear.
    if (differs || !program.budget) expect(tally.changed > 0).toBe(differs);
  });
});

describe('forkRecording for a stage', () => {
  it.each(['closed', 'open', 'a budget a day'] as const)('is what an overruled policy lives: %s', (world) => {
    const played = recorded(world, 'q-learning');
    for (const days of [1, Infinity]) {
      const choice = { who: { kind: 'stage', stage: 0 }, action: 1, day: 5, days } as const;
      expect(bytes(forkOf(played.replay, choice, played.decider))).toEqual(overruled(played, choice));
    }
  });
});

describe('forkRecording of one user', () => {
  it.each(['reminder', 'q-learning', 'dqn', 'diary'])('touches nobody else: %s', (name) => {
    const { replay, recording, decider } = recorded('closed', name);
    const user = someoneOn(replay, 4);
    const { actions } = forkOf(
      replay,
      { who: { kind: 'user', user }, action: 1, day: 4, days: 3 },
      decider,
    ).recording;
    const [base, fork] = [openReplay(recording), openReplay({ ...recording, actions })];
    for (let other = 0; other < replay.people; other++)
      if (other !== user) expect(fork.life(other)).toEqual(base.life(other));
  });

  it.each(['reminder', 'q-learning', 'dqn', 'diary'])('is as if it lived alone: %s', (name) => {
    const { replay, recording, decider, program } = recorded('closed', name);
    const choice = { who: { kind: 'user', user: 0 }, action: 1, day: 4, days: 3 } as const;
    const among = forkOf(replay, choice, decider).recording.actions;
    const { actions } = evaluate(program, (world) => decider.create(world), {
      users: 1,
      seed: recording.seed,
      record: true,
    });
    const alone = openReplay({ ...recording, users: 1, actions });
    const own = among.filter((_, at) => at % recording.users === 0);
    expect(forkOf(alone, choice, decider).recording.actions).toEqual(own);
  });
});

describe('forkRecording without a policy', () => {
  it('goes on with what was recorded, and says so', () => {
    const { replay, recording } = recorded('closed', 'reminder');
    const user = someoneOn(replay, 4);
    const action = 1 - replay.life(user).actions[4];
    const fork = forkOf(replay, { who: { kind: 'user', user }, action, day: 4, days: 1 }, undefined);
    const expected = Uint8Array.from(recording.actions);
    expected[3 * recording.users + user] = action;
    expect(fork.recording.actions).toEqual(expected);
    expect(fork).toMatchObject({ decided: 'recording', tally: { forced: 1, changed: 1, unavailable: 0 } });
  });
});

describe('forkRecording', () => {
  const { replay, decider } = recorded('not always available', 'reminder');
  const choice = { who: { kind: 'everyone' }, action: 1, day: 3, days: Infinity } as const;

  it('counts what was forced, what that changed and what was not available', () => {
    const { recording, tally } = forkOf(replay, choice, decider);
    const lives = Array.from({ length: replay.people }, (_, user) => openReplay(recording).life(user));
    const lived = lives.flatMap(({ actions, leftOn }) => [
      ...actions.subarray(3, (leftOn ?? replay.days) + 1),
    ]);
    expect(tally.forced).toBe(lived.length);
    expect(tally.unavailable).toBe(lived.filter((action) => action === 0).length);
    expect(tally.unavailable).toBeGreaterThan(0);
    expect(tally.changed).toBeGreaterThan(0);
  });

  it('can be waited for, tells how far it is, and can be stopped', async () => {
    const parts: number[] = [];
    const fork = await forkRecording(replay, choice, decider, { onProgress: (part) => parts.push(part) });
    expect(bytes(fork)).toEqual(bytes(forkOf(replay, choice, decider)));
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBe(1);
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('enough'));
    await expect(forkRecording(replay, choice, decider, { signal: stop.signal, onProgress })).rejects.toThrow(
      'enough',
    );
  });

  it('is a recording with a name of its own', () => {
    const { recording } = forkOf(replay, choice, decider);
    expect(recording.label).toBe('small-shop, greet for everyone from day 3 on');
    expect(openReplay(recording).days).toBe(replay.days);
  });
});
