import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../../environments/scenario/loadScenario.ts';
import type { Decider } from '../../../../src/replay/decider.ts';
import { touchesOthers } from '../../../../src/replay/forks/forkChoice.ts';
import { forkWork } from '../../../../src/replay/forks/forkRecording.ts';
import {
  type KeptSearch,
  keptWork,
  type Leaver,
  searchKept,
  whyShared,
} from '../../../../src/replay/kept/keptSearch.ts';
import type { WhoLeft } from '../../../../src/replay/kept/leavers.ts';
import { delays, keeps } from '../../../../src/replay/kept/triedActions.ts';
import { atOnce } from '../../../../src/replay/patiently.ts';
import { openReplay, type Replay } from '../../../../src/replay/replay.ts';
import { playedBy, type Recorded, recorded, WORLDS, type World } from '../forks/recorded.ts';

function search(replay: Replay, who: WhoLeft, decider: Decider | undefined): KeptSearch {
  const found = atOnce(keptWork(replay, who, decider));
  if (found.kind === 'none') throw new Error(found.reason);
  return found;
}

/** The same user's life in a fork of that user alone. */
function leftInFork({ replay, decider }: Played, user: number, day: number, action: number) {
  const fork = atOnce(forkWork(replay, { who: { kind: 'user', user }, action, day, days: 1 }, decider));
  return { ...fork.tally, leftOn: openReplay(fork.recording).life(user).leftOn };
}

type Played = Pick<Recorded, 'replay' | 'program'> & { readonly decider: Decider | undefined };

/** What single forks say for every day and action that changes something. */
function byForks(played: Played, user: number, { from, day }: KeptSearch): Leaver['tried'] {
  const all = [];
  for (let on = from; on <= day; on++)
    for (const action of played.program.actions.keys()) {
      const { changed, unavailable, leftOn } = leftInFork(played, user, on, action);
      if (changed === 1 && unavailable === 0) all.push({ day: on, action, leftOn });
      else if (changed === 0) expect(leftOn, `user ${user}, day ${on}, action ${action}`).toBe(day);
    }
  return all;
}

const days = (replay: Replay) => {
  replay.liveUntil(replay.days);
  return [...new Set(replay.leavingDays())].filter((day) => day > 0).sort((a, b) => a - b);
};

/** Goes by true values that nobody sees. */
const seer: Decider = {
  remembers: false,
  knowsWorld: true,
  create: (world) => ({
    selectActions({ active }, actions) {
      const tired = world?.column('tired');
      for (let i = 0; i < actions.length; i++) actions[i] = active[i] === 1 && tired?.[i] === 0 ? 1 : 0;
    },
  }),
};

const PLAYED: readonly (readonly [string, () => Played])[] = [
  ...(['reminder', 'random', 'q-learning', 'dqn', 'ppo', 'dqn-history', 'diary'] as const).map(
    (name) => [`closed, ${name}`, () => recorded('closed', name, 30)] as const,
  ),
  ...(['random', 'q-learning', 'diary'] as const).map(
    (name) => [`not always available, ${name}`, () => recorded('not always available', name, 30)] as const,
  ),
  ['closed, a policy that knows the world', () => playedBy(WORLDS.closed(), seer, 30)],
  ['closed, nobody to ask', () => ({ ...recorded('closed', 'reminder', 30), decider: undefined })],
];

describe.each(PLAYED)('keptWork: %s', (_, play) => {
  const played = play();
  const { replay, decider } = played;
  const left = days(replay);

  it('says of everyone who left what a fork of that user alone says', () => {
    expect(left.length).toBeGreaterThan(2);
    for (const day of [left[0], left[left.length >> 1], left[left.length - 1]]) {
      const found = search(replay, { kind: 'day', day }, decider);
      expect(found).toMatchObject({ day, from: Math.max(day - 6, 1), until: replay.days });
      const users = [...replay.leavingDays().entries()].filter(([, on]) => on === day).map(([user]) => user);
      expect(found.leavers.map(({ user }) => user)).toEqual(users);
      for (const { user, tried } of found.leavers) expect(tried).toEqual(byForks(played, user, found));
    }
  });

  it('says the same of one of them', () => {
    const day = left[left.length >> 1];
    const all = search(replay, { kind: 'day', day }, decider);
    for (const leaver of all.leavers) {
      const alone = search(replay, { kind: 'user', user: leaver.user }, decider);
      expect(alone).toMatchObject({ day, leavers: [leaver] });
    }
  });

  it('adds up', () => {
    for (const day of left) {
      const { actions, leavers } = search(replay, { kind: 'day', day }, decider);
      const tried = leavers.flatMap((leaver) => leaver.tried);
      const sum = (of: 'tried' | 'kept' | 'delayed') => actions.reduce((all, one) => all + one[of], 0);
      expect(sum('tried')).toBe(tried.length);
      expect(sum('kept')).toBe(tried.filter(keeps).length);
      expect(sum('delayed')).toBe(tried.filter((one) => delays(one, day)).length);
      for (const one of actions) expect(one.kept + one.delayed).toBeLessThanOrEqual(one.tried);
      expect(actions.map(({ kept }) => kept)).toEqual(actions.map(({ kept }) => kept).sort((a, b) => b - a));
    }
  });
});

describe('keptWork in a world whose days are known', () => {
  const program = loadScenario({
    file: 'held.yaml',
    name: 'held',
    text: `
title: Held or gone
story: Everyone leaves on day 5 who was not held on day 4. A wave on day 3 puts it off by two days.
horizon: 10
state: { age: 0, held: 0, waved: 0 }
actions: { none: {}, hold: {}, wave: {} }
day:
  age: age + 1
  held: "held == 1 or (action == hold and age == 4)"
  waved: "waved == 1 or (action == wave and age == 3)"
lifecycle:
  here: { gone: held == 0 and age == 5 + 2 * waved }
  gone: {}
reward: { stay: 1 }
observe: { age: age }
rules:
  nothing: { about: does nothing, choose: [{ when: age < 0, do: hold }] }
`,
  });
  const create = () => ({ selectActions: (_: unknown, actions: Uint8Array) => void actions.fill(0) });
  const { replay, decider } = playedBy(program, { remembers: false, knowsWorld: false, create }, 6);
  const [hold, wave] = [1, 2];

  it('finds what keeps and what only delays, and that nothing else does either', () => {
    const { leavers, actions, from, until } = search(replay, { kind: 'day', day: 5 }, decider);
    expect([from, until, leavers.length]).toEqual([1, 10, 6]);
    for (const { tried } of leavers) {
      expect(tried).toHaveLength(10);
      expect(tried.filter(keeps)).toEqual([{ day: 4, action: hold, leftOn: undefined }]);
      expect(tried.filter((one) => delays(one, 5))).toEqual([{ day: 3, action: wave, leftOn: 7 }]);
    }
    expect(actions.slice(0, 3)).toEqual([
      { day: 4, action: hold, tried: 6, kept: 6, delayed: 0 },
      { day: 3, action: wave, tried: 6, kept: 0, delayed: 6 },
      { day: 5, action: hold, tried: 6, kept: 0, delayed: 0 },
    ]);
  });

  it('says why there is nothing to find, and which day is the nearest', () => {
    const none = (who: WhoLeft) => atOnce(keptWork(openReplay(replay.recording), who, decider));
    for (const day of [0, 3, 9])
      expect(none({ kind: 'day', day })).toEqual({
        kind: 'none',
        reason: `nobody left on day ${day}; on day 5, the nearest, 6 did`,
      });
    expect(() => none({ kind: 'day', day: 11 })).toThrow('from 0 to 10, got 11');
    expect(() => none({ kind: 'user', user: 6 })).toThrow('from 0 to 5, got 6');
  });
});

describe('keptWork', () => {
  it('names in an error the user whose life it is', () => {
    const program = loadScenario({
      file: 'broken.yaml',
      name: 'broken',
      text: `
title: Broken by a wave
story: Half of all leave on day 3. A wave divides by zero for some.
horizon: 6
traits: { weak: bernoulli(0.5), brittle: bernoulli(0.15) }
state: { age: 0, load: 0 }
actions: { none: {}, wave: {} }
day: { age: age + 1, load: "action == wave ? 1 / (1 - brittle) : 0" }
lifecycle: { here: { gone: weak == 1 and age == 3 }, gone: {} }
reward: { stay: 1 }
observe: { age: age }
`,
    });
    const create = () => ({ selectActions: (_: unknown, actions: Uint8Array) => void actions.fill(0) });
    const { replay, decider } = playedBy(program, { remembers: false, knowsWorld: false, create }, 40);
    replay.liveUntil(3);
    const users = [...replay.leavingDays().entries()].filter(([, day]) => day === 3).map(([user]) => user);
    const broken = users.findIndex((user) => replay.evening(0).column('brittle')[user] === 1);
    expect(users[broken]).not.toBe(users[0] + broken);
    const asked = keptWork(replay, { kind: 'day', day: 3 }, decider);
    expect(() => atOnce(asked)).toThrow(`user ${users[broken]}: load became Infinity`);
  });

  it('has nothing to say of who did not leave', () => {
    const { replay, decider } = recorded('closed', 'reminder');
    replay.liveUntil(replay.days);
    const user = replay.leavingDays().indexOf(-1);
    expect(atOnce(keptWork(replay, { kind: 'user', user }, decider))).toEqual({
      kind: 'none',
      reason: `user ${user} did not leave: there is nobody to keep`,
    });
  });

  it('is not offered where one life touches another, and says why', () => {
    for (const [world, load] of Object.entries(WORLDS)) {
      const touches = touchesOthers(load(), { kind: 'user', user: 0 });
      expect(whyShared(load()) !== undefined, world).toBe(touches);
    }
    const words: Partial<Record<World, string>> = {
      open: 'new users come to open-shop',
      'a budget a day': 'the budget of budget-shop is shared',
      product: 'product-shop takes one decision for a whole product',
    };
    for (const [world, reason] of Object.entries(words)) {
      const { replay } = recorded(world as World, 'random');
      const found = atOnce(keptWork(replay, { kind: 'day', day: 3 }, undefined));
      expect(found).toMatchObject({ kind: 'none', reason: expect.stringContaining(reason) });
    }
  });

  it('can be waited for, tells how far it is, and can be stopped', async () => {
    const { replay, decider } = recorded('closed', 'q-learning');
    const [day] = days(replay);
    const parts: number[] = [];
    const who = { kind: 'day', day } as const;
    const found = await searchKept(replay, who, decider, { onProgress: (part) => parts.push(part) });
    expect(found).toEqual(search(replay, who, decider));
    expect(parts).toEqual([...parts].sort((a, b) => a - b));
    expect(parts.at(-1)).toBeLessThanOrEqual(1);
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('enough'));
    await expect(searchKept(replay, who, decider, { signal: stop.signal, onProgress })).rejects.toThrow(
      'enough',
    );
  });
});
