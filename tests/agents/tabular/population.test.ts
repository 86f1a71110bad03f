import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATES } from '../../support/experience.ts';
import { ALPHA, bookAgent, horizonOf, type Life, life, live, lives, valuesOf } from './lives.ts';
import { distance } from './slowValues.ts';
import { TABULAR, WITHOUT_LUCK } from './tabularKinds.ts';

/** The same life in states of its own. */
function elsewhere({ days, left, end }: Life, shift: number): Life {
  const moved = days.map((day) => ({ ...day, state: day.state + shift }));
  return { days: moved, left, end: { ...end, state: end.state + shift } };
}

/** Lives that can be led side by side: who ends before the others has left. */
const sideBySide = fc.tuple(life, life, life).map((users) => {
  const horizon = horizonOf(users);
  return users.map((each) => ({ ...each, left: each.left || each.days.length < horizon }));
});

describe.each(WITHOUT_LUCK)('a population, to $name,', (kind) => {
  it('of users who live alike is one user whose values move as far as all of theirs would', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 2, max: 5 }), (episodes, users) => {
        const crowd = bookAgent(kind, {}, { users });
        const one = bookAgent(kind, { stepSize: 1 - (1 - ALPHA) ** users });
        for (const episode of episodes) {
          live(crowd, Array<Life>(users).fill(episode));
          live(one, [episode]);
        }
        expect(distance(valuesOf(crowd), valuesOf(one))).toBeLessThan(1e-9);
      }),
    );
  });

  it('of users in states of their own is as many populations of one', () => {
    fc.assert(
      fc.property(fc.array(sideBySide, { minLength: 1, maxLength: 3 }), (episodes) => {
        const together = bookAgent(kind, {}, { users: 3, states: 3 * STATES });
        const alone = [0, 1, 2].map(() => bookAgent(kind));
        for (const users of episodes) {
          live(
            together,
            users.map((each, i) => elsewhere(each, i * STATES)),
          );
          for (const [i, each] of users.entries()) live(alone[i], [each]);
        }
        const expected = alone.flatMap((agent) => valuesOf(agent));
        expect(distance(valuesOf(together, 3 * STATES), expected)).toBeLessThan(1e-9);
      }),
    );
  });
});

describe.each(TABULAR)('episodes, to $name,', (kind) => {
  it('have nothing to do with each other where one is broken off, nor is anything of it saved', () => {
    fc.assert(
      fc.property(life, life, fc.nat(), (broken, next, days) => {
        const agent = bookAgent(kind);
        live(agent, [broken], days % broken.days.length);
        const revived = bookAgent(kind);
        revived.restore(agent.save());
        for (const each of [agent, revived]) live(each, [next]);
        expect(revived.save()).toEqual(agent.save());
      }),
    );
  });
});

describe.each(TABULAR)('optimistic starts, to $name,', (kind) => {
  const available = [0, 1, 2];
  const disappointing = {
    days: [{ state: 1, action: 0, reward: 1, available }],
    left: true,
    end: { state: 0, available },
  };

  it('are where every value begins; what was never tried is best until it is', () => {
    const agent = bookAgent(kind, { initialValue: 5 });
    expect(valuesOf(agent)).toEqual(Array(STATES).fill([5, 5, 5]));
    live(agent, [disappointing]);
    const actions = new Uint8Array(1);
    const observation = {
      features: new Float32Array(0),
      states: Uint32Array.of(1),
      active: Uint8Array.of(1),
    };
    agent.greedy().selectActions(observation, actions);
    expect([...actions]).toEqual([1]);
    agent.greedy().selectActions({ ...observation, available: Uint8Array.of(1, 0, 1) }, actions);
    expect([...actions]).toEqual([2]);
  });
});
