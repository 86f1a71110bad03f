import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sarsa } from '../../../agents/tabular/sarsa.ts';
import { sarsaLambda } from '../../../agents/tabular/sarsaLambda.ts';
import { ALPHA, bookAgent, GAMMA, type Life, life, live, lives, valuesOf } from './lives.ts';
import { after, distance, emptyTable, followed, type Table } from './slowValues.ts';

/**
 * Sarsa(λ) of Sutton and Barto, section 12.7, with a trace for every cell of the table, as in their first edition,
 * figure 7.11. Where the horizon cuts a life off, the ε-greedy policy goes on.
 */
function learnSlowly(q: Table, episode: Life, lambda: number, replacing: boolean): void {
  const { days, left } = episode;
  const z = emptyTable();
  for (const [t, { state, action, reward }] of days.entries()) {
    const next = days[t + 1];
    const cutOff = left ? 0 : followed(q, after(episode, t));
    const future = next ? q[next.state][next.action] : cutOff;
    const delta = reward + GAMMA * future - q[state][action];
    z[state][action] = replacing ? 1 : z[state][action] + 1;
    for (const [s, row] of q.entries())
      for (const a of row.keys()) {
        q[s][a] += ALPHA * delta * z[s][a];
        z[s][a] *= GAMMA * lambda;
      }
  }
}

describe('sarsa-lambda', () => {
  it.each([
    [0, true],
    [0.5, true],
    [0.9, true],
    [1, true],
    [0.5, false],
    [0.9, false],
    [1, false],
  ])('with λ = %d learns what traces of all cells do slowly (replacing: %s)', (lambda, replacing) => {
    fc.assert(
      fc.property(lives, (episodes) => {
        const agent = bookAgent(sarsaLambda, { lambda, replacing: replacing ? 1 : 0 });
        const q = emptyTable();
        for (const episode of episodes) {
          live(agent, [episode]);
          learnSlowly(q, episode, lambda, replacing);
          expect(distance(valuesOf(agent), q)).toBeLessThan(1e-9);
        }
      }),
    );
  });

  it('with λ = 0 is sarsa, up to the last day', () => {
    fc.assert(
      fc.property(life, (episode) => {
        const [agent, plain] = [bookAgent(sarsaLambda, { lambda: 0 }), bookAgent(sarsa)];
        for (const each of [agent, plain]) live(each, [episode], episode.days.length - 1);
        expect(distance(valuesOf(agent), valuesOf(plain))).toBeLessThan(1e-12);
      }),
    );
  });
});
