import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { exampleProgram } from './exampleProgram.ts';

const PROGRAM = exampleProgram();
const CHOICES = PROGRAM.actions.length;
const USERS = 40;
const DAYS = 25;

type Acts = (user: number, day: number) => number;

/** Everything of every day and user: state, stage, reward, discount, features, state index. */
function lives(
  program: Program,
  { users = USERS, firstUser = 0, seed = 's', acts = varied as Acts },
): number[][][] {
  const environment = new PopulationEnvironment(program, { users, firstUser });
  let step = environment.reset(seed);
  const names = [...program.traits, ...program.state].map(({ name }) => name);
  const width = environment.spec.features.length;
  const days: number[][][] = [];
  for (let day = 1; day <= DAYS; day++) {
    step = environment.step(Uint8Array.from({ length: users }, (_, i) => acts(firstUser + i, day)));
    const { features, states } = step.observation;
    days.push(
      Array.from({ length: users }, (_, i) => [
        ...names.map((name) => environment.column(name)[i]),
        environment.stages[i],
        step.rewards[i],
        step.discounts[i],
        states[i],
        ...features.subarray(i * width, (i + 1) * width),
      ]),
    );
  }
  return days;
}

function varied(user: number, day: number): number {
  return (user * 3 + day * day) % CHOICES;
}

describe('a population', () => {
  it('lives the same to the last bit with the same seed, and otherwise with another', () => {
    const bytes = (seed: string) => {
      const environment = new PopulationEnvironment(PROGRAM, { users: USERS, measured: true });
      environment.reset(seed);
      for (let day = 1; day <= DAYS; day++)
        environment.step(Uint8Array.from({ length: USERS }, (_, i) => varied(i, day)));
      return Buffer.from(environment.snapshot().bytes);
    };
    expect(bytes('one').equals(bytes('one'))).toBe(true);
    expect(bytes('one').equals(bytes('two'))).toBe(false);
  });

  it('has the same people in the same order with every seed, with other luck', () => {
    const environment = new PopulationEnvironment(PROGRAM, { users: USERS });
    environment.reset('one');
    const [births, segments] = [environment.births.slice(), environment.segments.slice()];
    environment.reset('two');
    expect(environment.births).toEqual(births);
    expect(environment.segments).not.toEqual(segments);
  });

  it('lives the same in parts as in one piece, whatever the parts', () => {
    const whole = lives(PROGRAM, {});
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: USERS - 1 }), { maxLength: 4 }), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), USERS];
        const parts = edges
          .slice(1)
          .map((to, k) => lives(PROGRAM, { users: to - edges[k], firstUser: edges[k] }));
        for (const [day, people] of whole.entries())
          expect(parts.flatMap((part) => part[day])).toEqual(people);
      }),
      { numRuns: 8, seed: 1 },
    );
  });

  it('gives a user the same life under two policies that act alike for it, whatever they do to others', () => {
    fc.assert(
      fc.property(fc.nat(USERS - 1), fc.nat(1_000), (user, salt) => {
        const other: Acts = (u, day) => (u === user ? varied(u, day) : (u * salt + day * 7 + salt) % CHOICES);
        const [one, two] = [lives(PROGRAM, {}), lives(PROGRAM, { acts: other })];
        expect(two.map((people) => people[user])).toEqual(one.map((people) => people[user]));
      }),
      { numRuns: 8, seed: 2 },
    );
  });

  it('gives a user another life once it is treated otherwise, and the same until then', () => {
    const later: Acts = (user, day) => (day < 10 ? varied(user, day) : (varied(user, day) + 1) % CHOICES);
    const [one, two] = [lives(PROGRAM, {}), lives(PROGRAM, { acts: later })];
    expect(two.slice(0, 9)).toEqual(one.slice(0, 9));
    expect(two[9]).not.toEqual(one[9]);
  });
});
