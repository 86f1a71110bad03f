import { expect } from 'vitest';
import type { TimeStep } from '../../../environments/contract.ts';
import { UNBORN } from '../../../environments/population/people.ts';
import {
  PopulationEnvironment,
  SimulationError,
} from '../../../environments/population/populationEnvironment.ts';
import { type ExplainedDay, explainBirth, explainDay } from '../../../environments/scenario/explain.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { expectedNewcomers } from './expectedNewcomers.ts';
import { expectProduct } from './expectProduct.ts';

export interface OpenComparison {
  readonly program: Program;
  readonly users: number;
  readonly days: number;
  readonly seed: string;
  /** the action of a decider on a day */
  readonly action: (decider: number, day: number) => number;
}

/** The part of a program that is about single users, with everything that is asked of each as a metric. */
export function asked(program: Program): Program {
  const { decision, aggregates, arrivals, metrics } = program;
  const refer = arrivals?.refer ? [arrivals.refer] : [];
  const more = [...refer, ...aggregates].map(({ name, formula }) => ({
    name,
    formula,
    over: 'sum' as const,
    about: undefined,
  }));
  const own = decision ? { ...program, reward: [], observe: [] } : program;
  return { ...own, metrics: [...more, ...(decision ? [] : metrics)] };
}

/**
 * Lives an open population or products in the kernel and explains the same days with mathjs: every number of every
 * user and product, and who comes, has to be the same to the last bit.
 */
export function compareOpen(comparison: OpenComparison): 'same' | 'not finite' {
  const { program, users, days, seed, action } = comparison;
  const one = { ...program, decision: program.decision && { ...program.decision, every: 1 } };
  const environment = new PopulationEnvironment(one, { users });
  try {
    environment.reset(seed);
    let turnedAway = 0;
    for (let day = 1; day <= days; day++) {
      const deciders = { length: environment.spec.users };
      const actions = Uint8Array.from(deciders, (_, decider) => action(decider, day));
      const explained = explainAll(environment, day, actions);
      const step = environment.step(actions);
      for (const [row, e] of explained.entries()) if (e) expectLived(environment, step, e, row, day);
      const rates = expectProduct(environment, step, explained, actions, day);
      turnedAway += expectedNewcomers(environment, explained, rates, day);
      expect(environment.turnedAway).toBe(turnedAway);
      expectBirths(environment, day);
    }
    return 'same';
  } catch (error) {
    if (error instanceof SimulationError) return 'not finite';
    throw error;
  }
}

function explainAll(environment: PopulationEnvironment, day: number, actions: Uint8Array) {
  const { program, births, segments, stages, seedKey, bornOn, channels, shape } = environment;
  const own = asked(program);
  return [...stages].map((stage, row): ExplainedDay | undefined => {
    if (stage === UNBORN || program.stages[stage].absorbing) return undefined;
    const decider = program.decision ? Math.floor(row / shape.places) : row;
    return explainDay(own, {
      ...{ seedKey, day, stage, birth: births[row], segment: segments[row], channel: channels?.[row] ?? 0 },
      tenure: day - bornOn[row],
      action: actions[decider],
      values: valuesOf(environment, row),
    });
  });
}

function valuesOf(environment: PopulationEnvironment, row: number): Record<string, number> {
  const { traits, state } = environment.program;
  return Object.fromEntries([...traits, ...state].map(({ name }) => [name, environment.column(name)[row]]));
}

function expectLived(
  environment: PopulationEnvironment,
  { rewards, discounts, observation }: TimeStep,
  explained: ExplainedDay,
  row: number,
  day: number,
): void {
  const { program, stages, spec } = environment;
  const where = `day ${day}, row ${row}`;
  for (const [name, value] of Object.entries(explained.values))
    same(environment.column(name)[row], value, `${where}: ${name}`);
  same(stages[row], explained.stage, `${where}: stage`);
  if (program.decision) return;
  same(rewards[row], Math.fround(explained.total), `${where}: reward`);
  const there = program.stages[explained.stage].absorbing ? 0 : 1;
  expect([discounts[row], observation.active[row]], where).toEqual([there, there]);
  const features = program.observe.flatMap(({ members }, k) => {
    const { value } = explained.observe[k];
    return members ? members.map((_, member) => Number(member === value)) : [Math.fround(value)];
  });
  const width = spec.features.length;
  for (const [k, value] of features.entries())
    same(observation.features[row * width + k], value, `${where}: ${spec.features[k]}`);
}

/** Everybody who came tonight has what an explained birth says. */
function expectBirths(environment: PopulationEnvironment, day: number): void {
  const { program, births, segments, stages, seedKey, bornOn, channels } = environment;
  for (const [row, stage] of stages.entries()) {
    if (stage === UNBORN || bornOn[row] !== day) continue;
    const by = environment.referrerOf(row);
    const referrer = by === undefined ? undefined : valuesOf(environment, by);
    const channel = channels?.[row] ?? 0;
    const born = { seedKey, birth: births[row], segment: segments[row], bornOn: day, channel, referrer };
    for (const [name, value] of Object.entries(explainBirth(program, born).values))
      same(environment.column(name)[row], value, `born on day ${day}, row ${row}: ${name}`);
    expect(stage).toBe(0);
  }
}

/** To the last bit, and 0 is not −0. */
export function same(got: number, wanted: number, what: string): void {
  if (!Object.is(got, wanted)) expect.fail(`${what}: the kernel has ${got}, the explanation ${wanted}`);
}
