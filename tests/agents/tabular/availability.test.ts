import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentKind } from '../../../agents/kinds.ts';
import { expectedSarsa } from '../../../agents/tabular/expectedSarsa.ts';
import { qLearning } from '../../../agents/tabular/qLearning.ts';
import { sarsa } from '../../../agents/tabular/sarsa.ts';
import { ALPHA, bookAgent, GAMMA, type Life, live, lives, type Seen, valuesOf } from './lives.ts';
import { after, best, distance, emptyTable, followed, type Table } from './slowValues.ts';

const ALL = [0, 1, 2];

/** What these agents hold a state for, as the user who is in it may be given these actions. */
const WORTH: readonly (readonly [AgentKind, (q: Table, seen: Seen) => number])[] = [
  [qLearning, best],
  [expectedSarsa, followed],
];

function learnSlowly(q: Table, episode: Life, worth: (q: Table, seen: Seen) => number): void {
  for (const [t, { state, action, reward }] of episode.days.entries()) {
    const leaves = episode.left && t === episode.days.length - 1;
    const future = leaves ? 0 : GAMMA * worth(q, after(episode, t));
    q[state][action] += ALPHA * (reward + future - q[state][action]);
  }
}

describe.each(WORTH)('$name', (kind, worth) => {
  it('looks at the actions only that the user may be given next', () => {
    fc.assert(
      fc.property(lives, (episodes) => {
        const agent = bookAgent(kind);
        const q = emptyTable();
        for (const episode of episodes) {
          live(agent, [episode]);
          learnSlowly(q, episode, worth);
        }
        expect(distance(valuesOf(agent), q)).toBeLessThan(1e-10);
      }),
    );
  });
});

/** One day from state 0 to state 1, where these actions are available; it is worth 8, 4 and 2. */
function taught(kind: AgentKind, ...ends: readonly (readonly number[])[]): number {
  const agent = bookAgent(kind, {}, { users: ends.length });
  const lesson = (action: number, reward: number): Life => ({
    days: [{ state: 1, action, reward, available: ALL }],
    left: true,
    end: { state: 0, available: ALL },
  });
  for (let n = 0; n < 60; n++)
    for (const [action, reward] of [8, 4, 2].entries())
      live(
        agent,
        ends.map(() => lesson(action, reward)),
      );
  const day = { state: 0, action: 0, reward: 0, available: ALL };
  live(
    agent,
    ends.map((available) => ({ days: [day], left: false, end: { state: 1, available } })),
  );
  return valuesOf(agent)[0][0];
}

describe('two users of one state', () => {
  it('may have different futures: the mask is theirs, not the state’s', () => {
    // ¾ = 1 − (1 − ½)² of the mean of 0.9 · 8 and 0.9 · 4
    expect(taught(qLearning, ALL, [1, 2])).toBeCloseTo(0.75 * 0.9 * 6, 9);
  });

  it('of which one may be given nothing has the first action before it', () => {
    expect(taught(qLearning, [])).toBeCloseTo(0.5 * 0.9 * 8, 9);
    expect(taught(expectedSarsa, [])).toBeCloseTo(0.5 * 0.9 * 8, 9);
  });

  it('cut off by the horizon go on with what they may be given, to sarsa', () => {
    // ¾ · 4 + ¼ · 3 with ε = 0.25
    expect(taught(sarsa, [1, 2])).toBeCloseTo(0.5 * 0.9 * 3.75, 9);
    expect(taught(sarsa, [2])).toBeCloseTo(0.5 * 0.9 * 2, 9);
  });
});
