import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { qLearning } from '../../../agents/tabular/qLearning.ts';
import { watkinsQLambda } from '../../../agents/tabular/watkinsQLambda.ts';
import { ALPHA, bookAgent, GAMMA, type Life, live, lives, valuesOf } from './lives.ts';
import { after, best, distance, emptyTable, type Table } from './slowValues.ts';

/**
 * Watkins's Q(λ) of Sutton and Barto, section 12.10, with a trace for every cell of the table, as in their first
 * edition, figure 7.14. The values an action is greedy by are those it was chosen by.
 */
function learnSlowly(q: Table, episode: Life, lambda: number, replacing: boolean): void {
  const { days, left } = episode;
  let z = emptyTable();
  for (const [t, day] of days.entries()) {
    const { state, action, reward } = day;
    if (q[state][action] < best(q, day)) z = emptyTable();
    const leaves = left && t === days.length - 1;
    const delta = reward + (leaves ? 0 : GAMMA * best(q, after(episode, t))) - q[state][action];
    z[state][action] = replacing ? 1 : z[state][action] + 1;
    for (const [s, row] of q.entries())
      for (const a of row.keys()) {
        q[s][a] += ALPHA * delta * z[s][a];
        z[s][a] *= GAMMA * lambda;
      }
  }
}

describe('watkins-q-lambda', () => {
  it.each([
    [0.5, true],
    [0.9, true],
    [1, true],
    [0.5, false],
    [0.9, false],
    [1, false],
  ])('with λ = %d learns what traces of all cells do slowly (replacing: %s)', (lambda, replacing) => {
    fc.assert(
      fc.property(lives, (episodes) => {
        const agent = bookAgent(watkinsQLambda, { lambda, replacing: replacing ? 1 : 0 });
        const q = emptyTable();
        for (const episode of episodes) {
          live(agent, [episode]);
          learnSlowly(q, episode, lambda, replacing);
          expect(distance(valuesOf(agent), q)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('with λ = 0 is q-learning', () => {
    fc.assert(
      fc.property(lives, (episodes) => {
        const [agent, plain] = [bookAgent(watkinsQLambda, { lambda: 0 }), bookAgent(qLearning)];
        for (const each of [agent, plain]) for (const episode of episodes) live(each, [episode]);
        expect(distance(valuesOf(agent), valuesOf(plain))).toBeLessThan(1e-12);
      }),
    );
  });

  it('cuts its traces after an action that is not the best', () => {
    // Q(1,0) = 4 makes action 1 of state 1 exploratory: what follows it is nothing to the day before.
    const available = [0, 1, 2];
    const end = { state: 3, available };
    const good = { days: [{ state: 1, action: 0, reward: 8, available }], left: true, end };
    const days = [0, 1, 0].map((action, state) => ({
      state,
      action,
      reward: state === 2 ? 8 : 0,
      available,
    }));
    const cut = bookAgent(watkinsQLambda);
    for (const episode of [good, { days, left: true, end }]) live(cut, [episode]);
    // Q(0,0) learned of Q(1,0) only: ½ · 0.9 · 4; Q(1,1) learned of the 8 by its trace: ½ · 8 · 0.81
    expect(valuesOf(cut)[0][0]).toBeCloseTo(1.8, 12);
    expect(valuesOf(cut)[1][1]).toBeCloseTo(3.24, 12);
  });
});
