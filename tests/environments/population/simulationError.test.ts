import { describe, expect, it } from 'vitest';
import {
  PopulationEnvironment,
  SimulationError,
} from '../../../environments/population/populationEnvironment.ts';
import { load, type Sections, smallScenario } from '../scenario/smallScenario.ts';

function live(sections: Sections, firstUser = 0): () => void {
  const program = load(smallScenario({ observe: 'observe: { mood: mood }', ...sections }));
  const environment = new PopulationEnvironment(program, { users: 5, firstUser });
  return () => {
    environment.reset('e');
    for (let day = 1; day <= 9; day++) environment.step(Uint8Array.of(0, 0, 0, 1, 0));
  };
}

const inDay = (formula: string): Sections => ({
  day: `day:\n  visit: true\n  mood: "${formula}"`,
  lifecycle: '',
});

describe('a value that stops being a finite number', () => {
  it.each([
    ['a quotient', inDay('mood / (3 - day)'), 'day 3, user 0: mood became Infinity'],
    ['a logarithm', inDay('log(4 - day)'), 'day 4, user 0: mood became -Infinity'],
    ['a root', inDay('action == coupon ? sqrt(5 - day) : 0'), 'day 6, user 3: mood became NaN'],
    ['a number too large for its column', inDay('mood * 1e30'), 'day 2, user 0: mood became Infinity'],
    ['a draw', inDay('action == coupon ? gamma(2 - day, 1) : 0'), 'day 2, user 3: mood became NaN'],
    [
      'a reward',
      { lifecycle: '', reward: 'reward: { r: "action == coupon ? 1 / (2 - day) : 1" }' },
      'day 2, user 3: reward became Infinity',
    ],
    [
      'a reward too large for its column',
      { lifecycle: '', reward: 'reward: { r: 10 ^ 16 * 10 ^ 16 * 10 ^ 7 }' },
      'day 1, user 0: reward became Infinity',
    ],
    ['a trait', { traits: 'traits: { frailty: "1 / 0" }' }, 'day 0, user 0: frailty became Infinity'],
    [
      'a state variable at birth',
      { state: 'state: { mood: "log(-1)", recency: 0 }' },
      'day 0, user 0: mood became NaN',
    ],
  ] as const)('of %s is an error that names day, user and variable', (_, sections, message) => {
    expect(live(sections)).toThrow(
      new SimulationError(`scenario test, ${message}; keep it finite with clamp, min or max`),
    );
  });

  it('names the user by its number in the whole population', () => {
    expect(live(inDay('action == coupon ? 1 / 0 : 0'), 100)).toThrow('day 1, user 103: mood became Infinity');
  });

  it('names who was planted in a row', () => {
    const program = load(smallScenario({ observe: 'observe: { mood: mood }', ...inDay('mood / (3 - day)') }));
    const everybody = new PopulationEnvironment(program, { users: 9 });
    everybody.reset('e');
    const users = [7, 2];
    const numberOf = (row: number) => users[row];
    const some = new PopulationEnvironment(program, { users: 2, numberOf, alone: true });
    some.plantEach(
      'e',
      users.map((user) => everybody.lift(user)),
    );
    expect(() => {
      for (let day = 1; day <= 9; day++) some.step(new Uint8Array(2));
    }).toThrow('day 3, user 7: mood became Infinity');
  });

  it('is none where it is kept finite, or decides nothing', () => {
    expect(live(inDay('clamp(1 / 0, 0, 1) + min(1, exp(10000)) + (log(-1) > 0)'))).not.toThrow();
    expect(live(inDay('(day < 0) * (1 / 0)'))).not.toThrow();
  });
});
