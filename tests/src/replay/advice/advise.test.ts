import { describe, expect, it } from 'vitest';
import type { Observation, Policy } from '../../../../environments/contract.ts';
import { evaluate } from '../../../../src/experiment/evaluate.ts';
import type { Advice } from '../../../../src/replay/advice/advice.ts';
import { advise } from '../../../../src/replay/advice/advise.ts';
import { standInsOf } from '../../../../src/replay/advice/standIns.ts';
import type { Decider } from '../../../../src/replay/decider.ts';
import { populationOn } from '../../../../src/replay/populationOn.ts';
import { openReplay, type Replay } from '../../../../src/replay/replay.ts';
import { type Recorded, recorded } from '../forks/recorded.ts';

function adviceOn(replay: Replay, user: number, day: number, decider: Decider): Advice {
  const advice = advise(replay, user, day, decider);
  if (advice.kind === 'none') throw new Error(advice.reason);
  return advice;
}

/** Users and days on which something is decided for them. */
function* decisions({ replay }: Pick<Recorded, 'replay'>): Generator<readonly [user: number, day: number]> {
  for (let user = 0; user < replay.people; user += 3) {
    const { bornOn = replay.days, leftOn = replay.days } = replay.life(user);
    for (let day = bornOn + 1; day <= leftOn; day += 4) yield [user, day];
  }
}

describe('advise(replay, user, day, decider)', () => {
  it.each([
    ['closed', 'reminder'],
    ['closed', 'dqn'],
    ['closed', 'dqn-history'],
    ['closed', 'gradient-bandit'],
    ['not always available', 'q-learning'],
    ['not always available', 'lin-ucb'],
    ['open', 'q-learning'],
    ['open', 'dqn-history'],
    ['product', 'q-learning'],
    ['product', 'dqn-history'],
    ['closed', 'diary'],
    ['open', 'diary'],
    ['product', 'diary'],
  ] as const)('says that what was done would be done: %s by %s', (world, name) => {
    const played = recorded(world, name);
    let asked = 0;
    for (const [user, day] of decisions(played)) {
      const { chosen, taken, actions, decidedOn } = adviceOn(played.replay, user, day, played.decider);
      expect(chosen, `user ${user}, day ${day}`).toBe(taken);
      expect(actions[chosen].available).toBe(true);
      expect(decidedOn).toBe(world === 'product' ? day - ((day - 1) % 7) : day);
      asked++;
    }
    expect(asked).toBeGreaterThan(10);
  });

  it.each([
    ['closed', 'q-learning', 'score'],
    ['closed', 'dqn', 'score'],
    ['not always available', 'dqn', 'score'],
    ['closed', 'ppo', 'probability'],
    ['not always available', 'random', 'probability'],
    ['a budget a day', 'letterLowest', 'score'],
  ] as const)('gives what the policy gives among all others: %s by %s', (world, name, what) => {
    const played = recorded(world, name);
    const { replay, decider, program } = played;
    const count = program.actions.length;
    for (const [user, day] of decisions(played)) {
      const policy = decider.create(undefined);
      const { observation } = populationOn(replay, day - 1).step;
      const values = new Float64Array(observation.active.length * count);
      if (what === 'score') policy.actionScores!(observation, values);
      else policy.actionProbabilities!(observation, values);
      const own = [...values.subarray(user * count, (user + 1) * count)];
      const { actions, gap } = adviceOn(replay, user, day, decider);
      const may = own.map((_, k) => observation.available?.[user * count + k] !== 0);
      expect(actions.map((action) => action.available)).toEqual(may);
      const told = actions.map((action) => action[what]);
      expect(told).toEqual(own.map((value, k) => (what === 'score' && !may[k] ? undefined : value)));
      const [best, second] = own.filter((_, k) => may[k]).sort((a, b) => b - a);
      expect(gap).toBe(what === 'score' && second !== undefined ? best - second : undefined);
    }
  });

  it('has one that remembers go through what was really done, also where it was overruled', () => {
    const { program, recording, decider } = recorded('closed', 'diary', 60);
    const wanted = new Map<string, number>();
    const overruled = (): Policy => {
      const own = decider.create(undefined);
      let day = 0;
      return {
        selectActions(observation, actions) {
          own.selectActions(observation, actions);
          day++;
          for (const [user, action] of actions.entries()) wanted.set(`${user} ${day}`, action);
          if (day % 3 === 1) for (const i of actions.keys()) actions[i] = observation.active[i] & (i % 2);
        },
      };
    };
    const { users, seed } = recording;
    const { actions } = evaluate(program, overruled, { users, seed, record: true });
    const replay = openReplay({ ...recording, actions });
    let differ = 0;
    for (const [user, day] of decisions({ replay })) {
      const { chosen, taken } = adviceOn(replay, user, day, decider);
      expect(chosen, `user ${user}, day ${day}`).toBe(wanted.get(`${user} ${day}`));
      differ += Number(chosen !== taken);
    }
    expect(differ).toBeGreaterThan(3);
  });

  it('takes the most probable action of a policy that draws', () => {
    const played = recorded('closed', 'ppo');
    for (const [user, day] of decisions(played)) {
      const { actions, chosen } = adviceOn(played.replay, user, day, played.decider);
      const law = actions.map(({ probability = 0 }) => probability);
      expect(law.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
      expect(law[chosen]).toBe(Math.max(...law));
    }
  });
});

describe('advise(replay, user, day, decider).hidden', () => {
  /** The whole population with a stand-in in one row. */
  function hidden(seen: Observation, user: number, name: string, { program }: Recorded): Observation {
    const standIn = standInsOf(program, seen).find((other) => other.name === name)!;
    const [features, states] = [seen.features.slice(), seen.states.slice()];
    features.set(standIn.features, (user * features.length) / states.length + standIn.column);
    const bin = Math.floor(states[user] / standIn.stride) % standIn.bins;
    states[user] += (standIn.bin - bin) * standIn.stride;
    return { ...seen, features, states };
  }

  it.each(['reminder', 'q-learning', 'dqn', 'lin-ucb'])('is what the policy does without it: %s', (name) => {
    const played = recorded('closed', name, 200);
    const { replay, decider } = played;
    let changed = 0;
    for (const [user, day] of decisions(played)) {
      const advice = adviceOn(replay, user, day, decider);
      if (advice.hidden.kind === 'untold') throw new Error(advice.hidden.reason);
      const { tried, changes } = advice.hidden;
      expect(tried).toEqual(['recency', 'tired', 'basket']);
      const seen = replay.evening(day - 1).observation;
      const actions = new Uint8Array(200);
      for (const what of tried) {
        decider.create(undefined).selectActions(hidden(seen, user, what, played), actions);
        const change = changes.find((other) => other.name === what);
        expect(actions[user], `${what} of user ${user}, day ${day}`).toBe(change?.chosen ?? advice.chosen);
      }
      changed += changes.length;
    }
    if (name === 'reminder') expect(changed).toBeGreaterThan(5);
  });

  it('names what is shown and what stands for it', () => {
    const { replay, decider } = recorded('closed', 'reminder', 200);
    const user = Array.from({ length: 200 }, (_, k) => k).find((k) => replay.life(k).actions[6] === 1)!;
    const { hidden } = adviceOn(replay, user, 6, decider);
    expect(hidden).toEqual({
      kind: 'told',
      tried: ['recency', 'tired', 'basket'],
      changes: [{ name: 'recency', shown: expect.any(Number), instead: expect.any(Number), chosen: 0 }],
    });
  });

  it('says why it is not told', () => {
    const remembering = recorded('closed', 'dqn-history');
    expect(adviceOn(remembering.replay, 0, 3, remembering.decider).hidden).toEqual({
      kind: 'untold',
      reason: 'it remembers what it saw on the days before',
    });
    const alone = recorded('closed', 'reminder', 1);
    expect(adviceOn(alone.replay, 0, 1, alone.decider).hidden).toEqual({
      kind: 'untold',
      reason: 'nobody else is there whose values could stand in',
    });
  });
});

describe('advise(replay, user, day) where there is none', () => {
  it('says why', () => {
    const { replay, decider } = recorded('closed', 'reminder');
    expect(advise(replay, 0, 1, undefined)).toEqual({
      kind: 'none',
      reason: 'the policy that was recorded is not at hand',
    });
    const gone = Array.from({ length: 20 }, (_, user) => replay.life(user)).find(({ leftOn }) => leftOn)!;
    expect(advise(replay, gone.user, gone.leftOn! + 1, decider)).toEqual({
      kind: 'none',
      reason: `user ${gone.user} left for good on day ${gone.leftOn}`,
    });
  });
});
