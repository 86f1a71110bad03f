import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { load, smallScenario } from '../scenario/smallScenario.ts';

const PROGRAM = load(smallScenario({ horizon: 'horizon: 2', checks: '' }));
const make = (users = 3) => new PopulationEnvironment(PROGRAM, { users });
const none = new Uint8Array(3);

describe('new PopulationEnvironment(program, options)', () => {
  it.each([0, -1, 1.5, Number.NaN])('refuses %d users', (users) => {
    expect(() => make(users)).toThrow(
      new RangeError(`expected users to be a whole number of at least 1, got ${users}`),
    );
  });
});

describe('PopulationEnvironment', () => {
  it('step() before reset() says so', () => {
    expect(() => make().step(none)).toThrow(new Error('reset must be called before step'));
  });

  it('step() after the last day says so', () => {
    const environment = make();
    environment.reset('a');
    environment.step(none);
    expect(environment.step(none).stepType).toBe('last');
    expect(() => environment.step(none)).toThrow(new Error('the episode ended on day 2; call reset'));
  });

  it('step() with too few or unknown actions names the rule and the value', () => {
    const environment = make();
    environment.reset('a');
    expect(() => environment.step(new Uint8Array(2))).toThrow(new RangeError('expected 3 actions, got 2'));
    expect(() => environment.step(Uint8Array.of(0, 2, 1))).toThrow(
      new RangeError('expected actions from 0 to 1, got 2'),
    );
    expect(environment.day).toBe(0);
  });

  it('column() of an unknown name, and of a sum that is not kept, says so', () => {
    const environment = make();
    for (const name of ['nothing', 'sum_return', 'birth', 'stage', 'rewards0'])
      expect(() => environment.column(name)).toThrow(
        new RangeError(`there is no trait, state variable or sum "${name}"`),
      );
  });

  it('snapshot() before reset() says so', () => {
    expect(() => make().snapshot()).toThrow(new Error('reset must be called before snapshot'));
  });

  it('restore() of a snapshot of another number of users says so', () => {
    const larger = make(300);
    larger.reset('a');
    expect(() => make().restore(larger.snapshot())).toThrow(/^expected a snapshot of \d+ bytes, got \d+$/);
  });
});
