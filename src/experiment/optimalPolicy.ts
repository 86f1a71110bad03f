import type { Observation, Policy } from '../../environments/contract.ts';
import type { Carried } from '../../environments/exact/carried.ts';
import type { FiniteDecisionProcess } from '../../environments/exact/process.ts';
import type { Solution } from '../../environments/exact/solve/criterion.ts';
import type { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { weekdayOn } from '../../environments/scenario/calendar.ts';

/** A policy that has to be shown the world it is played in, as it knows more than what is observed. */
export type PolicyOf = (environment: PopulationEnvironment) => Policy;

/**
 * Plays the optimum over the true state, which no agent sees: what all others are measured against.
 *
 * @param days of the horizon; with the criterion `horizon` the policy depends on how many are left
 */
export function optimalPolicy(process: FiniteDecisionProcess, solution: Solution, days: number): PolicyOf {
  return (environment) => {
    const readers = process.carried.map((carried, k) => readerOf(carried, valuesOf(process, k), environment));
    const state = readers.map(() => 0);
    return {
      selectActions(observation, actions) {
        const policy = solution.policy(days - environment.day);
        for (let i = 0; i < actions.length; i++) {
          actions[i] = 0;
          if (observation.active[i] === 0) continue;
          for (let k = 0; k < readers.length; k++) state[k] = readers[k](i, observation);
          actions[i] = policy[process.indexOf(state) ?? unknown(state)];
        }
      },
    };
  };
}

type Reader = (user: number, observation: Observation) => number;

/** @param values what the component may be, by how 32 bits show it */
function readerOf(
  { kind, name }: Carried,
  values: ReadonlyMap<number, number>,
  environment: PopulationEnvironment,
): Reader {
  switch (kind) {
    case 'stage':
      return (user) => environment.stages[user];
    case 'segment':
      return (user) => environment.segments[user];
    case 'day':
      return () => environment.day;
    case 'weekday':
      return () => weekdayOn(environment.program.starts, environment.day);
    case 'seen':
      return seenReader(name, values, environment);
    default: {
      const column = environment.column(name);
      return (user) => values.get(column[user]) ?? column[user];
    }
  }
}

/** The values of a component that the states have, by how 32 bits show them. */
function valuesOf({ states }: FiniteDecisionProcess, component: number): ReadonlyMap<number, number> {
  return new Map(states.map((state) => [Math.fround(state[component]), state[component]]));
}

function seenReader(
  name: string,
  values: ReadonlyMap<number, number>,
  { program, spec }: PopulationEnvironment,
): Reader {
  const width = spec.features.length;
  const { members } = program.observe.find((observed) => observed.name === name) ?? {};
  if (!members) {
    const column = spec.features.indexOf(name);
    return (user, { features }) => values.get(features[user * width + column]) ?? Number.NaN;
  }
  const first = spec.features.indexOf(`${name}=${members[0]}`);
  return (user, { features }) =>
    features.subarray(user * width + first, user * width + first + members.length).indexOf(1);
}

function unknown(state: readonly number[]): never {
  throw new Error(`the state ${state.join(', ')} was not found when the scenario was solved`);
}
