import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { compatible } from '../../support/chiSquare.ts';
import { load } from '../scenario/smallScenario.ts';

const PRICES = [0, 0.3, 1, 0.7];

/** A world in which rewards tell what was really done: the number of the action. */
function world(budget: string, { always = false, open = '', horizon = 6 } = {}): Program {
  return load(`
title: t
story: s
horizon: ${horizon}
budget: ${budget}
state: { age: 0 }
actions:
  none: { code: 0 }
  card: { code: 1, cost: 0.3${always ? '' : ', when: age < 4'} }
  call: { code: 2, cost: 1 }
  gift: { code: 3, cost: 0.7${always ? '' : ', when: age != 2'} }
day: { age: age + 1 }
${open}
lifecycle: { here: { gone: 0.1 }, gone: {} }
reward: { code: action.code }
observe: { age: age }
`);
}

const OPEN = 'arrivals: { founders: 1, room: 2, channels: { a: { rate: 0.3 } } }';
const priceOf = (on: 'cost' | 'contacts', action: number) =>
  on === 'cost' ? PRICES[action] : Number(action > 0);

describe('a budget', () => {
  it('is never exceeded, whatever is asked for, and used up where it is asked for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('cost' as const, 'contacts' as const),
        fc.constantFrom('day', 'episode'),
        fc.nat(110).map((percent) => percent / 100),
        fc.constantFrom('', OPEN),
        fc.boolean(),
        fc.array(fc.nat(3), { minLength: 7, maxLength: 40 }),
        (on, per, limit, open, always, wishes) => {
          const program = world(`{ on: ${on}, limit: ${limit}, per: ${per} }`, { open, always });
          const environment = new PopulationEnvironment(program, { users: 9 });
          let { observation } = environment.reset('a');
          let total = 0;
          for (let day = 1; day <= 6; day++) {
            const { active, available } = {
              active: observation.active.slice(),
              available: observation.available ?? new Uint8Array(4 * 27).fill(1),
            };
            const asked = active.map((_, i) => wishes[(i + day) % wishes.length]);
            const possible = asked.map((action, i) =>
              active[i] === 1 && available[i * 4 + action] === 1 ? action : 0,
            );
            const left = observation.budget!;
            const bound = per === 'day' ? limit * 9 : Math.max(limit * 9 - total, 0);
            expect(left).toBeCloseTo(bound, 6);
            const next = environment.step(asked);
            const spent = [...next.taken!].reduce(
              (sum, action, i) => sum + active[i] * priceOf(on, action),
              0,
            );
            const wanted = [...possible].reduce((sum, action) => sum + priceOf(on, action), 0);
            total += spent;
            expect(spent).toBeLessThanOrEqual(left + 1e-6);
            if (wanted <= left) expect(spent).toBeCloseTo(wanted, 9);
            for (const [i, action] of next.taken!.entries()) {
              if (active[i] === 0) continue;
              expect([0, possible[i]]).toContain(action);
              // What is told to be taken is what was done.
              expect(next.rewards[i]).toBe(action);
              // Nobody goes without who could have been paid for.
              if (action !== possible[i])
                expect(spent + priceOf(on, possible[i])).toBeGreaterThan(left - 1e-9);
            }
            observation = next.observation;
          }
        },
      ),
      { numRuns: 40, seed: 1 },
    );
  });

  it('where it does not suffice, goes to everybody alike, in another order every day and with every seed', () => {
    const program = world('{ on: contacts, limit: 0.25 }', { horizon: 400 });
    const still = { ...program, stages: program.stages.map((stage) => ({ ...stage, transitions: [] })) };
    const environment = new PopulationEnvironment(still, { users: 8 });
    const given = new Array<number>(8).fill(0);
    const pairs = new Map<string, number>();
    environment.reset('fair');
    for (let day = 1; day <= 400; day++) {
      const who = [...environment.step(new Uint8Array(8).fill(2)).taken!].flatMap((a, i) =>
        a === 2 ? [i] : [],
      );
      expect(who).toHaveLength(2);
      for (const i of who) given[i]++;
      pairs.set(who.join(), (pairs.get(who.join()) ?? 0) + 1);
    }
    expect(
      compatible(
        given,
        given.map(() => 100),
      ),
    ).toBe(true);
    expect(pairs.size).toBe(28);
    const spread = [...pairs.values()].reduce((sum, count) => sum + (count - 400 / 28) ** 2 / (400 / 28), 0);
    expect(spread).toBeLessThan(75);
  });

  it('draws lots by birth key: who is given something depends on who asks, not on where they stand', () => {
    const program = world('{ on: contacts, limit: 0.2 }');
    const [one, two] = [0, 3].map((firstUser) => {
      const environment = new PopulationEnvironment(program, { users: 20, firstUser });
      environment.reset('a');
      const asking = environment.births.map((_, i) => (i + firstUser >= 3 && i + firstUser < 20 ? 2 : 0));
      const { taken } = environment.step(Uint8Array.from(asking));
      return [...environment.births].filter((_, i) => taken![i] === 2).sort();
    });
    expect(one).toHaveLength(4);
    expect(two).toEqual(one);
  });

  it('tells what was taken in an array of its own, and nothing of it where there is none', () => {
    const environment = new PopulationEnvironment(world('{ on: cost, limit: 10 }'), { users: 4 });
    environment.reset('a');
    const actions = Uint8Array.of(2, 1, 0, 3);
    const { taken } = environment.step(actions);
    actions.fill(0);
    expect([...taken!]).toEqual([2, 1, 0, 3]);
    const free = new PopulationEnvironment(
      { ...world('{ on: cost, limit: 1 }'), budget: undefined },
      { users: 4 },
    );
    expect(free.reset('a').observation).not.toHaveProperty('budget');
    expect(free.step(actions)).not.toHaveProperty('taken');
  });

  it('is full again in a new episode', () => {
    const environment = new PopulationEnvironment(world('{ on: cost, limit: 0.6, per: episode }'), {
      users: 5,
    });
    const lefts = ['a', 'a'].map((seed) => {
      const first = environment.reset(seed).observation.budget;
      return [first, environment.step(new Uint8Array(5).fill(2)).observation.budget];
    });
    expect(lefts).toEqual([
      [3, 0],
      [3, 0],
    ]);
  });
});
