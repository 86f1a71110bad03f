import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleQLearning } from '../../../agents/tabular/doubleQLearning.ts';
import type { Agent } from '../../../environments/contract.ts';
import { compatible } from '../../support/chiSquare.ts';
import { ACTIONS } from '../../support/experience.ts';
import { ALPHA, bookAgent, GAMMA, type Life, live, lives, valuesOf } from './lives.ts';
import { after } from './slowValues.ts';

/** Both tables and what they have seen, cell by cell. */
function tablesOf(agent: Agent) {
  const saved = agent.save();
  const list = (name: string) => [...(saved[name] as Float64Array)];
  return [
    { values: list('values'), visits: list('visits') },
    { values: list('values2'), visits: list('visits2') },
  ];
}

/** What Q₁(s, a) may become on one day, by equation 6.10: any of the actions that are best in Q₁ may be judged. */
function possible(own: readonly number[], other: readonly number[], episode: Life, t: number): number[] {
  const { state, action, reward } = episode.days[t];
  const old = own[state * ACTIONS + action];
  if (episode.left && t === episode.days.length - 1) return [old + ALPHA * (reward - old)];
  const next = after(episode, t);
  const top = Math.max(...next.available.map((a) => own[next.state * ACTIONS + a]));
  return next.available
    .filter((a) => own[next.state * ACTIONS + a] === top)
    .map((a) => old + ALPHA * (reward + GAMMA * other[next.state * ACTIONS + a] - old));
}

/** Which table learned on the last day, if only one cell of it did. */
function learnedTable(before: ReturnType<typeof tablesOf>, now: ReturnType<typeof tablesOf>, cell: number) {
  const more = now.map(({ visits }, k) => visits.map((count, c) => count - before[k].visits[c]));
  const [one, other] = more.map((counts) => counts.reduce((a, b) => a + b, 0));
  expect([one, other].sort()).toEqual([0, 1]);
  expect(more[one === 1 ? 0 : 1][cell]).toBe(1);
  return one === 1 ? 0 : 1;
}

describe('double-q-learning', () => {
  it('moves one cell of one table a day, to what the other says of the best action of the first', () => {
    fc.assert(
      fc.property(lives, (episodes) => {
        const agent = bookAgent(doubleQLearning);
        for (const episode of episodes)
          for (let t = 0; t < episode.days.length; t++) {
            const before = tablesOf(agent);
            liveDay(agent, episode, t);
            const now = tablesOf(agent);
            const cell = episode.days[t].state * ACTIONS + episode.days[t].action;
            const k = learnedTable(before, now, cell);
            const learned = now[k].values[cell];
            const targets = possible(before[k].values, before[1 - k].values, episode, t);
            expect(Math.min(...targets.map((value) => Math.abs(value - learned)))).toBeLessThan(1e-12);
            expect(now[k].values.with(cell, 0)).toEqual(before[k].values.with(cell, 0));
            expect(now[1 - k]).toEqual(before[1 - k]);
          }
      }),
    );
  });

  it('acts by the mean of both tables', () => {
    fc.assert(
      fc.property(lives, (episodes) => {
        const agent = bookAgent(doubleQLearning);
        for (const episode of episodes) live(agent, [episode]);
        const [one, other] = tablesOf(agent);
        const mean = one.values.map((value, cell) => (value + other.values[cell]) / 2);
        expect(valuesOf(agent).flat()).toEqual(mean);
      }),
    );
  });

  it('stays as it was where a snapshot fits one table and not the other', () => {
    const [agent, other] = [bookAgent(doubleQLearning), bookAgent(doubleQLearning, { initialValue: 1 })];
    const before = agent.save();
    expect(() => agent.restore({ ...other.save(), values2: new Float64Array(1) })).toThrow(RangeError);
    expect(agent.save()).toEqual(before);
  });

  it('throws a fair coin of its own for every user and day', () => {
    const users = 1_000;
    const agent = bookAgent(doubleQLearning, {}, { users, states: users });
    const available = [0, 1, 2];
    const crowd = Array.from({ length: users }, (_, state) => ({
      days: [{ state, action: 0, reward: 1, available }],
      left: true,
      end: { state, available },
    }));
    const before: number[][] = [];
    for (let day = 0; day < 2; day++) {
      live(agent, crowd);
      before.push(tablesOf(agent)[0].visits.filter((_, cell) => cell % ACTIONS === 0));
    }
    const counts = [0, 0, 0, 0];
    for (const [user, first] of before[0].entries()) counts[2 * first + before[1][user] - first]++;
    expect(
      compatible(
        counts,
        counts.map(() => users / 4),
      ),
    ).toBe(true);
  });
});

/** Day t of a life and no other: it neither starts nor ends an episode, which is all the same to this agent. */
function liveDay(agent: Agent, { days, left, end }: Life, t: number): void {
  const rest = { days: days.slice(t), left, end };
  live(agent, [rest], 1);
}
