import { describe, expect, it } from 'vitest';
import type { TimeStep } from '../../../environments/contract.ts';
import { enumerate } from '../../../environments/exact/enumerate.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { printBirth, printDay } from '../../../environments/population/printKernel.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { load, type Sections, smallScenario } from '../scenario/smallScenario.ts';

const USERS = 60;

/** A small world in which nobody moves by chance. */
const QUIET: Sections = {
  state: 'state: { age: { value: 0, range: [0, 9] } }',
  day: 'day:\n  even: age mod 2 == 0\n  age: min(age + 1, 9)',
  lifecycle: 'lifecycle: { new: { loyal: age == 3 }, loyal: { gone: age == 6 }, gone: {} }',
  traits: '',
  observe: 'observe: { age: age }',
  metrics: '',
  rules: '',
  checks: '',
  reward: 'reward: { nothing: 0 }',
};

const make = (program: Program) => new PopulationEnvironment(program, { users: USERS });
const quiet = (visit: string) => load(smallScenario({ ...QUIET, more: `visit: ${visit}` }));

/** The days on which the first user came, of the first eight. */
function daysOf(visit: string): number[] {
  const environment = make(quiet(visit));
  const steps = [environment.reset('visits').visits![0]];
  while (steps.length <= 8) steps.push(environment.step(new Uint8Array(USERS)).visits![0]);
  return steps.flatMap((came, day) => (came === 1 ? [day] : []));
}

describe('visits of a time step', () => {
  it('are of the days that the condition holds on, by the values that the reward sees', () => {
    expect(daysOf('even')).toEqual([1, 3, 5]);
    expect(daysOf('age == 2 or day == 5')).toEqual([2, 5]);
    expect(daysOf('stage == loyal')).toEqual([3, 4, 5]);
  });

  it('are none on the first step and after leaving; on the day of leaving only where the condition holds', () => {
    expect(daysOf('true')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(daysOf('stage != gone')).toEqual([1, 2, 3, 4, 5]);
    expect(daysOf('stage == gone')).toEqual([6]);
  });

  it('take a number for a condition: 0 and what is not a number are no', () => {
    expect(daysOf('age - 2')).toEqual([1, 3, 4, 5, 6]);
    expect(daysOf('log(2 - age)')).toEqual([2]);
    expect(daysOf('log(-age)')).toEqual([]);
  });

  it('depend on the action taken', () => {
    const environment = make(load(smallScenario({ more: 'visit: action == coupon' })));
    environment.reset('action');
    const chosen = Uint8Array.from({ length: USERS }, (_, i) => i % 2);
    expect(environment.step(chosen).visits).toEqual(chosen);
  });

  it('are kept in a snapshot', () => {
    const environment = make(load(smallScenario({ more: 'visit: visit' })));
    environment.reset('snap');
    const visits = environment.step(new Uint8Array(USERS)).visits!.slice();
    const evening = environment.snapshot();
    expect([...visits]).toContain(1);
    const other = make(environment.program);
    other.reset('elsewhere');
    expect(other.restore(evening).visits).toEqual(visits);
  });
});

describe('a scenario that does not say what a visit is', () => {
  it('has none in its time steps, and a kernel that knows nothing of it', () => {
    const environment = make(load(smallScenario({ metrics: 'metrics: {}', checks: '' })));
    expect(environment.reset('none')).not.toHaveProperty('visits');
    expect(environment.step(new Uint8Array(USERS))).not.toHaveProperty('visits');
    const { program } = environment;
    for (const { source } of [printBirth(program), printDay(program, { measured: true })])
      expect(source).not.toMatch(/visit/i);
  });
});

describe('saying what a visit is', () => {
  const plain = load(smallScenario());
  const drawing = load(smallScenario({ more: 'visit: "bernoulli(0.5) or mood > 0.9"' }));

  it('changes nothing else of a time step, also where it draws', () => {
    const content = ({ observation, rewards, discounts }: TimeStep) => {
      const { features, states, active } = observation;
      return [features, states, active, rewards, discounts].map((array) => array.slice());
    };
    const [one, other] = [make(plain), make(drawing)];
    expect(content(other.reset('same'))).toEqual(content(one.reset('same')));
    for (let day = 1; day <= 10; day++) {
      const actions = Uint8Array.from({ length: USERS }, (_, i) => (i + day) % 2);
      expect(content(other.step(actions))).toEqual(content(one.step(actions)));
    }
  });

  it('changes nothing of the exact process, whatever it draws or counts', () => {
    const content = (program: Program) => {
      const { carried, states, rewards, probabilities, targets } = enumerate(program);
      return { carried, states, rewards, probabilities, targets };
    };
    const without = content(load(smallScenario(QUIET)));
    for (const visit of ['"normal(0, 1) > 0"', 'day > 3']) expect(content(quiet(visit))).toEqual(without);
  });
});
