import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nStepSarsa } from '../../../agents/tabular/nStepSarsa.ts';
import { ALPHA, bookAgent, GAMMA, type Life, live, lives, valuesOf } from './lives.ts';
import { after, distance, emptyTable, followed, type Table } from './slowValues.ts';

/**
 * The box of Sutton and Barto, section 7.2, word by word, for one life whose actions are given. Where the horizon
 * cuts it off, the value of going on with the ε-greedy policy is what is still to come.
 */
function learnSlowly(q: Table, episode: Life, n: number): void {
  const { days, left } = episode;
  let T = Number.POSITIVE_INFINITY;
  for (let t = 0, tau = 0; tau !== T - 1; t++) {
    if (t < T && t === days.length - 1) T = t + 1;
    tau = t - n + 1;
    if (tau < 0) continue;
    let G = 0;
    for (let i = tau + 1; i <= Math.min(tau + n, T); i++) G += GAMMA ** (i - tau - 1) * days[i - 1].reward;
    if (tau + n < T) G += GAMMA ** n * q[days[tau + n].state][days[tau + n].action];
    else if (!left) G += GAMMA ** (T - tau) * followed(q, after(episode, T - 1));
    q[days[tau].state][days[tau].action] += ALPHA * (G - q[days[tau].state][days[tau].action]);
  }
}

describe('n-step-sarsa', () => {
  it.each([1, 2, 3, 5, 8, 12, 64])('with n = %i learns what the box of the book does slowly', (steps) => {
    fc.assert(
      fc.property(lives, (episodes) => {
        const agent = bookAgent(nStepSarsa, { steps });
        const q = emptyTable();
        for (const episode of episodes) {
          live(agent, [episode]);
          learnSlowly(q, episode, steps);
          expect(distance(valuesOf(agent), q)).toBeLessThan(1e-10);
        }
      }),
    );
  });

  it('learns by hand: two steps, then leaving', () => {
    // Q(0,0) ← ½ (8 + 0.9 · 4 + 0.81 · Q(2,2) = 0); then at the end Q(1,1) ← ½ (4 + 0.9 · 2), Q(2,2) ← ½ · 2
    const available = [0, 1, 2];
    const days = [8, 4, 2].map((reward, t) => ({ state: t, action: t, reward, available }));
    const agent = bookAgent(nStepSarsa, { steps: 2 });
    live(agent, [{ days, left: true, end: { state: 0, available } }]);
    expect(valuesOf(agent)[0][0]).toBeCloseTo(5.8, 12);
    expect(valuesOf(agent)[1][1]).toBeCloseTo(2.9, 12);
    expect(valuesOf(agent)[2][2]).toBe(1);
  });

  it('refuses to remember more than it could hold', () => {
    expect(() => bookAgent(nStepSarsa, { steps: 64 }, { users: 1_000_000 })).toThrow(
      'n-step-sarsa would remember 64 days of 1000000 users, at most 50000000 user-days; use fewer users',
    );
  });
});
