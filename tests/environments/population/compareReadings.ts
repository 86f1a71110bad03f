import { expect } from 'vitest';
import type { TimeStep } from '../../../environments/contract.ts';
import {
  PopulationEnvironment,
  SimulationError,
} from '../../../environments/population/populationEnvironment.ts';
import { wholePower } from '../../../environments/random/wholePower.ts';
import { type ExplainedDay, explainBirth, explainDay } from '../../../environments/scenario/explain.ts';
import { explainAvailability } from '../../../environments/scenario/explainAvailability.ts';
import type { Observed, Program } from '../../../environments/scenario/program.ts';

export interface Comparison {
  readonly program: Program;
  readonly users: number;
  readonly days: number;
  readonly seed: string;
  /** the action of a user on a day */
  readonly action: (user: number, day: number) => number;
}

/**
 * Lives a population in the kernel and explains the same days with mathjs, and expects every number of both to be
 * the same to the last bit.
 *
 * @returns 'same', or 'not finite' if both came to a value that is not a finite number on the same day
 */
export function compareReadings(comparison: Comparison): 'same' | 'not finite' {
  const { program, users, days, seed, action } = comparison;
  const environment = new PopulationEnvironment(program, { users, measured: true });
  const sums = new Sums(program, users);
  let first: TimeStep;
  try {
    first = environment.reset(seed);
  } catch (error) {
    return expectNotFinite(error, births(environment));
  }
  expectBirth(environment);
  expectAvailability(environment, first);
  for (let day = 1; day <= days; day++) {
    const actions = Uint8Array.from({ length: users }, (_, user) => action(user, day));
    const explained = explainAll(environment, day, actions);
    let step: TimeStep;
    try {
      step = environment.step(actions);
    } catch (error) {
      return expectNotFinite(
        error,
        explained.flatMap((e) => (e ? [{ ...e.values, reward: Math.fround(e.total) }] : [])),
      );
    }
    for (const [user, e] of explained.entries()) {
      const where = `day ${day}, user ${user}`;
      if (!e) expectNothing(step, user, where);
      else expectDay(environment, step, e, user, where);
      sums.add(user, day, e);
    }
    expectAvailability(environment, step);
    sums.expectIn(environment, `day ${day}`);
  }
  return 'same';
}

type Values = Readonly<Record<string, number>>;

function births({ program, births, segments, seedKey }: PopulationEnvironment): Values[] {
  return [...births].map(
    (birth, i) => explainBirth(program, { seedKey, birth, segment: segments[i] }).values,
  );
}

function expectBirth(environment: PopulationEnvironment): void {
  for (const [user, values] of births(environment).entries()) {
    expectColumns(environment, values, user, `birth of user ${user}`);
  }
}

/** The kernel may only give up where the explanation meets a value that is not finite, and says which. */
function expectNotFinite(error: unknown, values: readonly Values[]): 'not finite' {
  expect(error).toBeInstanceOf(SimulationError);
  const names = values.flatMap((v) => Object.keys(v).filter((name) => !Number.isFinite(v[name])));
  const named = / ([\w[\]]+) became /.exec((error as Error).message)?.[1];
  expect(names, String(error)).toContain(named);
  return 'not finite';
}

function explainAll(
  environment: PopulationEnvironment,
  day: number,
  actions: Uint8Array,
): (ExplainedDay | undefined)[] {
  const { program, stages } = environment;
  return [...actions].map((action, user) => {
    if (program.stages[stages[user]].absorbing) return undefined;
    return explainDay(program, { ...userNow(environment, user), day, tenure: day, action });
  });
}

/** A user as it is in the environment now. */
function userNow(environment: PopulationEnvironment, user: number) {
  const { program, seedKey, births, segments, stages } = environment;
  const names = [...program.traits, ...program.state].map(({ name }) => name);
  const values = Object.fromEntries(names.map((name) => [name, environment.column(name)[user]]));
  return { seedKey, birth: births[user], segment: segments[user], stage: stages[user], values };
}

function expectColumns(environment: PopulationEnvironment, values: Values, user: number, where: string) {
  for (const [name, value] of Object.entries(values)) {
    same(environment.column(name)[user], value, `${where}: ${name}`);
    expect(Number.isFinite(value), `${where}: ${name}`).toBe(true);
  }
}

function expectDay(
  environment: PopulationEnvironment,
  { observation, rewards, discounts, visits }: TimeStep,
  explained: ExplainedDay,
  user: number,
  where: string,
): void {
  const { program, stages, spec } = environment;
  const left = program.stages[explained.stage].absorbing;
  expectColumns(environment, explained.values, user, where);
  same(stages[user], explained.stage, `${where}: stage`);
  same(rewards[user], Math.fround(explained.total), `${where}: reward`);
  same(discounts[user], left ? 0 : 1, `${where}: discount`);
  same(observation.active[user], left ? 0 : 1, `${where}: active`);
  expect(visits !== undefined).toBe(explained.visit !== undefined);
  if (visits) same(visits[user], explained.visit?.value ? 1 : 0, `${where}: visit`);
  const values = explained.observe.map(({ value }) => value);
  const features = program.observe.flatMap((observed, k) => featuresOf(observed, values[k]));
  for (const [k, feature] of features.entries()) {
    const width = spec.features.length;
    same(observation.features[user * width + k], feature, `${where}: feature ${spec.features[k]}`);
  }
  same(observation.states[user], stateIndex(program.observe, values), `${where}: state index`);
}

/** What may be done tomorrow, as explained by what the columns hold this evening. */
function expectAvailability(environment: PopulationEnvironment, { day, observation }: TimeStep): void {
  const { program, stages } = environment;
  const { available } = observation;
  expect(available !== undefined).toBe(program.actions.some(({ when }) => when !== undefined));
  if (!available) return;
  const { actions } = program;
  for (const [user, stage] of stages.entries()) {
    const evening = { ...userNow(environment, user), day, tenure: day };
    const asked = new Map(explainAvailability(program, evening).map(({ name, value }) => [name, value]));
    for (const [k, { name }] of actions.entries()) {
      const wanted = !program.stages[stage].absorbing && (asked.get(name) ?? 1) ? 1 : 0;
      same(available[user * actions.length + k], wanted, `evening ${day}, user ${user}: ${name}`);
    }
  }
}

function featuresOf({ members }: Observed, value: number): number[] {
  return members ? members.map((_, k) => (k === value ? 1 : 0)) : [Math.fround(value)];
}

/** Mixed-radix index of the bins: the first observed variable is the slowest. */
function stateIndex(observe: readonly Observed[], values: readonly number[]): number {
  let index = 0;
  for (const [k, { members, bins }] of observe.entries()) {
    if (members) index = index * members.length + values[k];
    else if (bins) index = index * (bins.length + 1) + bins.filter((edge) => !(values[k] < edge)).length;
  }
  return index;
}

/** After leaving for good there is nothing to see and nothing to gain. */
function expectNothing(step: TimeStep, user: number, where: string): void {
  const { rewards, discounts, visits = new Uint8Array(user + 1) } = step;
  const { features, states, active } = step.observation;
  const width = features.length / active.length;
  const row = features.subarray(user * width, (user + 1) * width);
  const nothing = [rewards[user], discounts[user], active[user], states[user], visits[user], ...row];
  expect(nothing, where).toEqual(nothing.map(() => 0));
}

/** The sums that the kernel keeps for every user, kept again from the explained days. */
class Sums {
  readonly #program: Program;
  readonly #sums = new Map<string, Float64Array>();

  constructor(program: Program, users: number) {
    this.#program = program;
    const metrics = program.metrics.map(({ name }) => `${name}_`);
    for (const name of ['return', 'cost', 'contacts', ...metrics])
      this.#sums.set(`sum_${name}`, new Float64Array(users));
  }

  add(user: number, day: number, explained: ExplainedDay | undefined): void {
    if (!explained) return;
    const { action } = explained;
    const add = (name: string, value: number) => {
      this.#sums.get(name)![user] += value;
    };
    add('sum_return', wholePower(this.#program.objective.discount, day - 1) * explained.total);
    add('sum_cost', this.#program.actions[action].attributes['cost']);
    add('sum_contacts', action === 0 ? 0 : 1);
    for (const [k, { name, over }] of this.#program.metrics.entries()) {
      const sums = this.#sums.get(`sum_${name}_`)!;
      const { value } = explained.metrics[k];
      sums[user] = over === 'last' ? value : sums[user] + value;
    }
  }

  expectIn(environment: PopulationEnvironment, where: string): void {
    for (const [name, sums] of this.#sums) {
      for (const [user, sum] of sums.entries())
        same(environment.column(name)[user], sum, `${where}, user ${user}: ${name}`);
    }
  }
}

const shown = (x: number): string => (Object.is(x, -0) ? '-0' : String(x));

/** To the last bit, and 0 is not −0. */
function same(got: number, wanted: number, what: string): void {
  if (!Object.is(got, wanted))
    expect.fail(`${what}: the kernel has ${shown(got)}, the explanation ${shown(wanted)}`);
}
