import { join } from 'node:path';
import { UNBORN } from '../../../environments/population/people.ts';
import {
  PopulationEnvironment,
  type PopulationOptions,
} from '../../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../environments/scenario/program.ts';

type Edit = readonly [from: string, to: string];

/** A scenario of the fixtures, with some of its text written otherwise. */
export function fixture(name: 'open-shop' | 'product-shop', ...edits: readonly Edit[]): Program {
  const source = readScenarioFile(join(import.meta.dirname, '../../fixtures', `${name}.yaml`));
  let { text } = source;
  for (const [from, to] of edits) {
    if (!text.includes(from)) throw new Error(`${name} has no "${from}"`);
    text = text.replace(from, () => to);
  }
  return loadScenario({ ...source, text });
}

export interface Lived extends Partial<PopulationOptions> {
  readonly seed?: string;
  readonly days?: number;
  /** by birth key, so that who is met in another row is treated alike; for products by their number */
  readonly act?: (who: number, day: number) => number;
}

/** Different actions for everybody and every day. */
export const varied = (who: number, day: number): number => ((who >>> 3) + day) & 1;

/** One evening of everybody who was born: what is fixed at birth, then traits, state, stage and what was given. */
export function evening(environment: PopulationEnvironment): Map<number, readonly number[]> {
  const { program, births, stages, segments, bornOn, channels } = environment;
  const names = [...program.traits, ...program.state].map(({ name }) => name);
  const rows = [...births.keys()].filter((row) => stages[row] !== UNBORN);
  return new Map(
    rows.map((row) => [
      births[row],
      [
        bornOn[row],
        channels?.[row] ?? 0,
        segments[row],
        ...names.map((name) => environment.column(name)[row]),
        stages[row],
      ],
    ]),
  );
}

/** Lives a population, everybody treated by birth key; what is seen on each evening is looked at while it is valid. */
export function liveOn<T>(
  program: Program,
  { users = 60, seed = 's', days = program.horizon, act = varied, ...options }: Lived,
  look: (environment: PopulationEnvironment, rewards: Float32Array) => T,
): T[] {
  const environment = new PopulationEnvironment(program, { users, ...options });
  let step = environment.reset(seed);
  const seen = [look(environment, step.rewards)];
  const { births, spec } = environment;
  while (environment.day < days) {
    const day = environment.day + 1;
    const who = (decider: number) => (program.decision ? decider : births[decider]);
    step = environment.step(
      Uint8Array.from({ length: spec.users }, (_, decider) => act(who(decider), day) % spec.actions.length),
    );
    seen.push(look(environment, step.rewards));
  }
  return seen;
}

/** Everybody's whole life by birth key: evenings from the one on which they came. */
export function lives(program: Program, lived: Lived): Map<number, string> {
  const all = new Map<number, string>();
  const days = liveOn(program, lived, (environment, rewards) => {
    const earned = new Map([...environment.births].map((birth, row) => [birth, rewards[row]]));
    return [...evening(environment)].map(
      ([birth, values]) => [birth, [...values, earned.get(birth)]] as const,
    );
  });
  for (const day of days)
    for (const [birth, values] of day) all.set(birth, `${all.get(birth) ?? ''}${values.join(' ')}\n`);
  return all;
}
