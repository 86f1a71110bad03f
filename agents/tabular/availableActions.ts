import type { Observation } from '../../environments/contract.ts';
import { actionOf } from '../rules/random.ts';
import type { ActionValues } from './actionValues.ts';

/*
 * Which actions a user may be given belongs to the user and the day, not to the tabular state. Where all are
 * available, what the table keeps of each state is enough. Who may be given none gets the first one.
 */

/**
 * The first of the best actions that a user may be given.
 *
 * @param values states × actions; what is best is decided by these
 * @param best the best action of each state, if all are available
 */
export function bestAvailable(
  values: Float64Array,
  best: Uint8Array,
  { states, available }: Observation,
  user: number,
): number {
  const state = states[user];
  if (available === undefined) return best[state];
  const actions = available.length / states.length;
  if (available[user * actions + best[state]] === 1) return best[state];
  let found = -1;
  for (let a = 0; a < actions; a++) {
    if (available[user * actions + a] === 0) continue;
    if (found < 0 || values[state * actions + a] > values[state * actions + found]) found = a;
  }
  return Math.max(found, 0);
}

/** The value of the best action that a user may be given. */
export function bestValue(table: ActionValues, observation: Observation, user: number): number {
  const state = observation.states[user];
  if (observation.available === undefined) return table.best[state];
  const action = bestAvailable(table.values, table.bestAction, observation, user);
  return table.values[state * table.actions + action];
}

/** Whether one action is better than all others and the user may be given it: the best one of its state. */
export function isClear(table: ActionValues, { states, available }: Observation, user: number): boolean {
  const state = states[user];
  if (table.ties[state] > 1) return false;
  return available === undefined || available[user * table.actions + table.bestAction[state]] === 1;
}

/** Mean value of a user's available actions, each weighed as ε-greedy would take it. */
export function expectedValue(
  table: ActionValues,
  observation: Observation,
  user: number,
  epsilon: number,
): number {
  return (1 - epsilon) * bestValue(table, observation, user) + epsilon * meanValue(table, observation, user);
}

function meanValue(table: ActionValues, { states, available }: Observation, user: number): number {
  const state = states[user];
  if (available === undefined) return table.meanOf(state);
  let sum = 0;
  let count = 0;
  for (let a = 0; a < table.actions; a++) {
    if (available[user * table.actions + a] === 0) continue;
    sum += table.values[state * table.actions + a];
    count++;
  }
  return count > 0 ? sum / count : table.values[state * table.actions];
}

/** How many actions worth at least `worth` a user may be given. */
export function countAvailable(
  { actions, values }: ActionValues,
  { states, available }: Observation,
  user: number,
  worth: number,
): number {
  const state = states[user];
  let count = 0;
  for (let a = 0; a < actions; a++) {
    if (available?.[user * actions + a] !== 0 && values[state * actions + a] >= worth) count++;
  }
  return count;
}

/** One of the actions worth at least `worth` that a user may be given, each equally likely by a random word. */
export function oneAvailable(
  table: ActionValues,
  observation: Observation,
  user: number,
  worth: number,
  word: number,
): number {
  const { states, available } = observation;
  const { actions, values } = table;
  let others = actionOf(word, countAvailable(table, observation, user, worth));
  for (let a = 0; a < actions; a++) {
    if (available?.[user * actions + a] === 0 || values[states[user] * actions + a] < worth) continue;
    if (others-- === 0) return a;
  }
  return 0;
}
