import { describe, expect, it } from 'vitest';
import type { Environment, Observation, TimeStep } from '../../environments/contract.ts';

type Make = () => Environment;

/**
 * What holds for every environment, in the spirit of dm_env's `EnvironmentTestMixin`. A new one joins by one line.
 *
 * @param make gives a new environment with a handful of users, the same each time
 * @param daysEach days from one step to the next; the last may be shorter
 */
export function environmentContract(name: string, make: Make, daysEach = 1): void {
  describe(`${name}, as an environment`, () => {
    specification(make);
    steps(make, daysEach);
    leaving(make);
    arrays(make);
    sameness(make);
    refusals(make);
    availability(make);
    visits(make);
    rules(make);
  });
}

function specification(make: Make): void {
  it('spec names actions, features and bins once each, and counts the states', () => {
    const { users, horizon, actions, features, bins, stateCount } = make().spec;
    expect(Number.isInteger(users) && users >= 1).toBe(true);
    expect(Number.isInteger(horizon) && horizon >= 1).toBe(true);
    expect(actions.length).toBeGreaterThan(0);
    for (const list of [actions.map((action) => action.name), features, bins.map((bin) => bin.name)])
      expect(new Set(list).size).toBe(list.length);
    expect(bins.filter(({ count }) => !(Number.isInteger(count) && count > 1))).toEqual([]);
    expect(stateCount).toBe(bins.reduce((product, { count }) => product * count, 1));
  });
}

function steps(make: Make, daysEach: number): void {
  it('reset() gives a first step without rewards, on which everyone who is there decides', () => {
    const environment = make();
    const { users, open = false } = environment.spec;
    const step = environment.reset('a');
    expect([step.stepType, step.day]).toEqual(['first', 0]);
    expectShape(environment, step);
    expect([...step.rewards]).toEqual(new Array(users).fill(0));
    const there = [...step.observation.active];
    expect([...step.discounts]).toEqual(there);
    // Where new users come, some rows are of who is not born yet.
    expect(there.filter((active) => active === 1).length).toBeGreaterThan(open ? 0 : users - 1);
  });

  it('step() goes from day to day and ends on the horizon', () => {
    const environment = make();
    const { horizon } = environment.spec;
    const days = live(environment, 'a', (step) => {
      expectShape(environment, step);
      return [step.stepType, step.day];
    });
    const last = days[days.length - 1][1] as number;
    expect(Math.ceil(last / daysEach)).toBe(horizon);
    const types = Array.from({ length: horizon }, (_, i) => [
      i + 1 === horizon ? 'last' : 'mid',
      Math.min((i + 1) * daysEach, last),
    ]);
    expect(days).toEqual([['first', 0], ...types]);
  });

  it('reset() starts again in the middle of an episode and after its end', () => {
    const environment = make();
    const first = copy(environment.reset('a'));
    environment.step(actionsOf(environment, 1));
    expect(copy(environment.reset('a'))).toEqual(first);
    live(environment, 'b', () => 0);
    expect(copy(environment.reset('a'))).toEqual(first);
  });
}

function leaving(make: Make): void {
  it('who has left for good has a discount and reward of 0 and decides no more; the horizon is not leaving', () => {
    const environment = make();
    const { users } = environment.spec;
    const [left, born] = [new Uint8Array(users), new Uint8Array(users)];
    live(environment, 'a', ({ discounts, rewards, observation: { active } }) => {
      for (let i = 0; i < users; i++) {
        expect([0, 1]).toContain(discounts[i]);
        expect(active[i]).toBe(discounts[i]);
        if (left[i] === 1 || born[i] === 0) expect(rewards[i]).toBe(0);
        if (left[i] === 1) expect(discounts[i]).toBe(0);
        if (discounts[i] === 0 && born[i] === 1) left[i] = 1;
        if (discounts[i] === 1) born[i] = 1;
      }
    });
  });

  it('step() ignores the actions of who has left', () => {
    const [one, other] = [make(), make()];
    let step = one.reset('a');
    other.reset('a');
    while (step.stepType !== 'last') {
      const actions = actionsOf(one, step.day + 1);
      const changed = actions.map((action, i) =>
        step.observation.active[i] === 1 ? action : one.spec.actions.length - 1 - action,
      );
      step = one.step(actions);
      expect(copy(other.step(changed))).toEqual(copy(step));
    }
  });
}

function arrays(make: Make): void {
  it('a step stays as it was until the one after the next', () => {
    const environment = make();
    let before = environment.reset('a');
    let kept = copy(before);
    while (before.stepType !== 'last') {
      const next = environment.step(actionsOf(environment, before.day + 1));
      expect(copy(before)).toEqual(kept);
      expect(next.rewards).not.toBe(before.rewards);
      before = next;
      kept = copy(next);
    }
  });

  it('step() leaves the actions alone', () => {
    const environment = make();
    environment.reset('a');
    const actions = actionsOf(environment, 1);
    const kept = Uint8Array.from(actions);
    environment.step(actions);
    expect(actions).toEqual(kept);
  });
}

function sameness(make: Make): void {
  it('the same seed gives the same trajectory, again and in another environment', () => {
    const environment = make();
    const trajectory = live(environment, 'a', copy);
    expect(live(environment, 'a', copy)).toEqual(trajectory);
    expect(live(make(), 'a', copy)).toEqual(trajectory);
  });
}

function refusals(make: Make): void {
  it('step() is refused before reset() and after the last day', () => {
    const environment = make();
    const actions = actionsOf(environment, 1);
    expect(() => environment.step(actions)).toThrow(/reset/);
    live(environment, 'a', () => 0);
    expect(() => environment.step(actions)).toThrow(/reset/);
  });

  it('step() refuses too few, too many and unknown actions, and goes on as if nothing had been', () => {
    const [environment, undisturbed] = [make(), make()];
    const { users, actions: choices } = environment.spec;
    for (const each of [environment, undisturbed]) each.reset('a');
    for (const length of [users - 1, users + 1])
      expect(() => environment.step(new Uint8Array(length))).toThrow(RangeError);
    const unknown = new Uint8Array(users);
    unknown[users - 1] = choices.length;
    expect(() => environment.step(unknown)).toThrow(RangeError);
    const actions = actionsOf(environment, 1);
    expect(copy(environment.step(actions))).toEqual(copy(undisturbed.step(actions)));
  });
}

function availability(make: Make): void {
  it('says on every day, or on none, who may be given what: 1 or 0, and all 0 for who has left', () => {
    const environment = make();
    const { users, actions } = environment.spec;
    const masks = live(environment, 'a', ({ observation: { available, active } }) => {
      if (!available) return false;
      expect(available.length).toBe(users * actions.length);
      for (const [k, value] of available.entries())
        if (value > active[Math.floor(k / actions.length)]) expect.fail(`cell ${k}: ${value}`);
      return true;
    });
    expect(new Set(masks).size).toBe(1);
  });

  it('step() takes the first available action for one that is not, and the very first where none is', () => {
    const [one, other] = [make(), make()];
    let step = one.reset('a');
    other.reset('a');
    while (step.stepType !== 'last') {
      const chosen = actionsOf(one, step.day + 1);
      const taken = takenOf(step.observation, chosen, one.spec.actions.length);
      step = one.step(chosen);
      expect(copy(other.step(taken))).toEqual(copy(step));
    }
  });
}

function visits(make: Make): void {
  it('says on every day, or on none, who came: 1 or 0; nobody on the first step, or after leaving', () => {
    const environment = make();
    const { users } = environment.spec;
    const left = new Uint8Array(users);
    const known = live(environment, 'a', ({ stepType, visits, discounts }) => {
      if (!visits) return false;
      expect(visits.length).toBe(users);
      for (const [i, visit] of visits.entries()) {
        if (visit > (stepType === 'first' || left[i] === 1 ? 0 : 1)) expect.fail(`user ${i}: ${visit}`);
        if (discounts[i] === 0) left[i] = 1;
      }
      return true;
    });
    expect(new Set(known).size).toBe(1);
  });
}

/** The actions that are taken where some are chosen, 0 for who has left. */
function takenOf({ available, active }: Observation, chosen: Uint8Array, count: number): Uint8Array {
  return chosen.map((action, i) => {
    if (active[i] === 0) return 0;
    const row = available?.subarray(i * count, (i + 1) * count);
    return !row || row[action] === 1 ? action : Math.max(row.indexOf(1), 0);
  });
}

function rules(make: Make): void {
  const environment = make();

  it.each(environment.spec.rules.map(({ name, create }) => [name, create] as const))(
    'rule %s gives an available action to who is there and the first to who has left, the same from the same key',
    (_, create) => {
      const { users, actions: choices } = environment.spec;
      const [policy, twin] = [create(1), create(1)];
      live(environment, 'a', ({ observation }) => {
        const [taken, again] = [new Uint8Array(users).fill(255), new Uint8Array(users).fill(254)];
        policy.selectActions(observation, taken);
        twin.selectActions(observation, again);
        expect(again).toEqual(taken);
        expect(takenOf(observation, taken, choices.length)).toEqual(taken);
      });
    },
  );
}

/** Different actions for each user and day. */
function actionsOf({ spec }: Environment, day: number): Uint8Array {
  return Uint8Array.from({ length: spec.users }, (_, i) => (i * 5 + day * 3) % spec.actions.length);
}

/** Lives an episode, looking at every step while it is valid. */
function live<T>(environment: Environment, seed: string, look: (step: TimeStep) => T): T[] {
  let step = environment.reset(seed);
  const seen = [look(step)];
  while (step.stepType !== 'last') {
    step = environment.step(actionsOf(environment, step.day + 1));
    seen.push(look(step));
  }
  return seen;
}

function expectShape({ spec }: Environment, step: TimeStep): void {
  const { features, states, active } = step.observation;
  const lengths = [step.rewards, step.discounts, states, active].map((array) => array.length);
  expect(lengths).toEqual(lengths.map(() => spec.users));
  expect(features.length).toBe(spec.users * spec.features.length);
  expect(states.filter((state) => state >= spec.stateCount)).toHaveLength(0);
  expect([...features, ...step.rewards].filter((value) => !Number.isFinite(value))).toEqual([]);
}

function copy({ stepType, day, rewards, discounts, visits = new Uint8Array(0), observation }: TimeStep) {
  const { features, states, active, available = new Uint8Array(0) } = observation;
  const copies = [rewards, discounts, visits, features, states, active, available].map((array) =>
    array.slice(),
  );
  return { stepType, day, copies };
}
