import { describe, expect, it } from 'vitest';
import type { TimeStep } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { printDay } from '../../../environments/population/printKernel.ts';
import { load, type Sections, smallScenario } from '../scenario/smallScenario.ts';

const USERS = 40;
const [NONE, COUPON, CALL] = [0, 1, 2];

/** A small world in which nobody moves by chance, and the reward tells which action was taken. */
const QUIET: Sections = {
  traits: '',
  state: 'state: { mood: 0.5, recency: 0 }',
  day: 'day: { mood: mood + 0.25 }',
  lifecycle: 'lifecycle: { new: { loyal: mood > 1.1 }, loyal: { gone: mood > 1.6 }, gone: {} }',
  reward: 'reward: { coupon: action == coupon, call: 2 * (action == call) }',
  observe: 'observe: { mood: mood }',
  metrics: 'metrics: { costs: action.cost }',
  rules: '',
  checks: '',
};

function make(actions: string, sections: Sections = {}): PopulationEnvironment {
  const text = smallScenario({ ...QUIET, actions: `actions: ${actions}`, ...sections });
  return new PopulationEnvironment(load(text), { users: USERS, measured: true });
}

/** What the first user may be given, at birth and after each day: "101" is the first and the third action. */
function offers(environment: PopulationEnvironment, days: number): string[] {
  const count = environment.spec.actions.length;
  const row = ({ observation }: TimeStep) => [...observation.available!.subarray(0, count)].join('');
  const seen = [row(environment.reset('offers'))];
  while (seen.length <= days) seen.push(row(environment.step(new Uint8Array(USERS))));
  return seen;
}

describe('observation.available', () => {
  it('tells by the values and the stage of the evening who may be given what', () => {
    const actions = '{ none: {}, coupon: { when: mood >= 1 }, call: { when: stage == loyal } }';
    expect(offers(make(actions), 3)).toEqual(['100', '100', '110', '111']);
  });

  it('is all 0 for who has left', () => {
    expect(offers(make('{ none: {}, coupon: { when: mood >= 1 }, call: {} }'), 6)).toEqual([
      ...['101', '101', '111', '111', '111'],
      ...['000', '000'],
    ]);
  });

  it('asks at birth with day, weekday and tenure 0, and then with those of the day that is over', () => {
    const birth = 'when: day == 0 and weekday == 0 and tenure == 0 and stage == new';
    const third = 'when: day == 3 and weekday == 3 and tenure == 3';
    const [actions, forever] = [
      `{ none: { ${birth} }, coupon: { ${third} }, call: { when: false } }`,
      'lifecycle: { new: { gone: 0 }, gone: {} }',
    ];
    expect(offers(make(actions, { lifecycle: forever }), 4)).toEqual(['100', '000', '000', '010', '000']);
  });

  it('goes by traits, segments and parameters', () => {
    const environment = make(
      '{ none: {}, coupon: { when: segment == rare and gain < 1 }, call: { when: rate > 0.5 and frailty > 0 } }',
      { traits: 'traits: { frailty: "normal(0, 1)" }' },
    );
    const { available } = environment.reset('who').observation;
    for (const [i, segment] of environment.segments.entries()) {
      const call = segment === 1 && environment.column('frailty')[i] > 0;
      expect([...available!.subarray(3 * i, 3 * i + 3)]).toEqual([1, segment === 0 ? 1 : 0, call ? 1 : 0]);
    }
  });

  it('goes by what is carried overnight, which has the precision of a column', () => {
    const sections = { state: 'state: { mood: 1 / 3 }', day: 'day: { mood: 2 / 3 }' };
    const actions = '{ none: {}, coupon: { when: mood == 1 / 3 }, call: { when: mood == 2 / 3 } }';
    expect(offers(make(actions, sections), 2)).toEqual(['100', '100', '100']);
  });

  it('takes a number for a condition: 0 and what is not a number are no', () => {
    const actions = '{ none: { when: 0 * mood }, coupon: { when: -mood }, call: { when: log(-mood) } }';
    expect(offers(make(actions), 1)).toEqual(['010', '010']);
  });

  it('is not there where every action is always available, and the kernel then knows nothing of it', () => {
    const environment = make('{ none: {}, coupon: {}, call: {} }');
    expect(environment.reset('all').observation).not.toHaveProperty('available');
    expect(environment.step(new Uint8Array(USERS)).observation).not.toHaveProperty('available');
    expect(printDay(environment.program, { measured: true }).source).not.toMatch(/available|offered/i);
  });
});

describe('step(actions)', () => {
  /** Rewards of a day on which everyone is given the same. */
  const rewards = (environment: PopulationEnvironment, action: number) => [
    ...new Set(environment.step(new Uint8Array(USERS).fill(action)).rewards),
  ];

  it('takes the first available action instead of one that is not', () => {
    const environment = make(
      '{ none: { when: mood > 0.6 }, coupon: { when: mood < 0.6 }, call: { when: mood > 0.9 } }',
    );
    environment.reset('first');
    expect(rewards(environment, CALL)).toEqual([1]);
    expect(rewards(environment, COUPON)).toEqual([0]);
    expect(rewards(environment, CALL)).toEqual([2]);
  });

  it('takes the first action where none is available', () => {
    const environment = make(
      '{ none: { when: false }, coupon: { when: mood > 0.6 }, call: { when: false } }',
    );
    environment.reset('none');
    for (const action of [CALL, COUPON]) {
      environment.reset('none');
      expect(rewards(environment, action)).toEqual([0]);
    }
    expect(rewards(environment, NONE)).toEqual([1]);
  });

  it('measures the action that was taken: cost, contacts and metrics', () => {
    const environment = make(
      '{ none: { cost: 1 }, coupon: { cost: 2, when: mood > 0.6 }, call: { cost: 4, when: false } }',
    );
    environment.reset('sums');
    for (const action of [COUPON, COUPON, CALL]) environment.step(new Uint8Array(USERS).fill(action));
    const sums = ['sum_cost', 'sum_contacts', 'sum_costs_', 'sum_return'].map(
      (name) => environment.column(name)[0],
    );
    expect(sums).toEqual([4, 1, 4, 1]);
  });
});

describe('restore(snapshot)', () => {
  const actions = '{ none: {}, coupon: { when: luck > 0.4 }, call: { when: luck < 0.7 } }';
  const sections: Sections = {
    state: 'state: { mood: 0.5, luck: "uniform(0, 1)" }',
    day: 'day: { mood: mood + action.cost, luck: "uniform(0, 1)" }',
    lifecycle: 'lifecycle: { new: { gone: 0.1 }, gone: {} }',
  };
  const step = (environment: PopulationEnvironment) =>
    environment.step(Uint8Array.from({ length: USERS }, (_, i) => (i + environment.day) % 3));
  const content = ({ observation, rewards }: TimeStep) => [observation.available!.slice(), rewards.slice()];

  it('comes back to what was available, and goes on as if nothing had been', () => {
    const environment = make(actions, sections);
    environment.reset('snap');
    for (let day = 0; day < 6; day++) {
      const evening = environment.snapshot();
      const tomorrow = content(step(environment));
      const other = make(actions, sections);
      other.reset('elsewhere');
      step(other);
      expect([...other.restore(evening).observation.available!].join('')).toMatch(/1/);
      expect(content(step(other))).toEqual(tomorrow);
    }
  });
});
