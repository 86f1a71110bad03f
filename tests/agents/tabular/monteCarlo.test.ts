import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsOf } from '../../../agents/kinds.ts';
import { monteCarlo } from '../../../agents/tabular/monteCarlo.ts';
import { experienceSpec } from '../../support/experience.ts';
import { ALPHA, bookAgent, GAMMA, type Life, live, lives, valuesOf } from './lives.ts';
import { after, distance, emptyTable, followed, type Table } from './slowValues.ts';

/**
 * The loop of Sutton and Barto, section 5.4, over one life, with every visit and the step size of equation 6.1.
 * Where the horizon cuts it off, G starts with the value of going on with the ε-greedy policy.
 */
function learnSlowly(q: Table, episode: Life): void {
  const { days, left } = episode;
  let G = left ? 0 : followed(q, after(episode, days.length - 1));
  for (let t = days.length - 1; t >= 0; t--) {
    const { state, action, reward } = days[t];
    G = GAMMA * G + reward;
    q[state][action] += ALPHA * (G - q[state][action]);
  }
}

describe('monte-carlo', () => {
  it('learns what the loop of the book does slowly', () => {
    fc.assert(
      fc.property(lives, (episodes) => {
        const agent = bookAgent(monteCarlo);
        const q = emptyTable();
        for (const episode of episodes) {
          live(agent, [episode]);
          learnSlowly(q, episode);
          expect(distance(valuesOf(agent), q)).toBeLessThan(1e-10);
        }
      }),
    );
  });

  it('learns nothing before a life is over', () => {
    fc.assert(
      fc.property(lives, (episodes) => {
        const agent = bookAgent(monteCarlo);
        for (const episode of episodes) live(agent, [episode], episode.days.length - 1);
        expect(valuesOf(agent)).toEqual(emptyTable());
      }),
    );
  });

  it('with a falling step size of power 1 averages the returns, as in the book', () => {
    const agent = bookAgent(monteCarlo, { stepSize: 1e-6, stepSizeVisits: 1, stepSizePower: 1 });
    const available = [0, 1, 2];
    for (const reward of [5, 1, 3, 7]) {
      const days = [{ state: 1, action: 2, reward, available }];
      live(agent, [{ days, left: true, end: { state: 0, available } }]);
    }
    expect(valuesOf(agent)[1][2]).toBeCloseTo(4, 12);
  });

  it('refuses to remember more than it could hold', () => {
    const spec = { ...experienceSpec(1_000_000), horizon: 180 };
    expect(() => monteCarlo.create(spec, { key: 1, trainingDays: 1 }, settingsOf(monteCarlo, {}))).toThrow(
      new RangeError(
        'monte-carlo would remember 180 days of 1000000 users, at most 50000000 user-days; use fewer users',
      ),
    );
  });
});
