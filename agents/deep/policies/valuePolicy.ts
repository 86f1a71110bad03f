import type { Observation, Policy } from '../../../environments/contract.ts';
import { drawKey, drawWord, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { excludeUnavailable } from '../../excludeUnavailable.ts';
import { actionOf } from '../../rules/random.ts';
import { actionValues, type QHead } from '../networks/qHead.ts';
import type { RowEvaluator } from './eachRow.ts';

const EXPLORE = purposeOf('explore');
const CHOOSE = purposeOf('choose');

/** Acting by the action values of a network. */
export class ValueChooser {
  readonly #evaluator: RowEvaluator;
  readonly #head: QHead;
  readonly #values: Float64Array;

  constructor(evaluator: RowEvaluator, head: QHead) {
    this.#evaluator = evaluator;
    this.#head = head;
    this.#values = new Float64Array(head.actions);
  }

  /** The best available action for everyone; the first of equals. */
  best(observation: Observation, actions: Uint8Array): void {
    const { available } = observation;
    actions.fill(0);
    this.#evaluator.each(observation, (user, outputs, at) => {
      actionValues(this.#head, outputs, at, this.#values);
      actions[user] = bestOf(this.#values, available, user * this.#values.length);
    });
  }

  /**
   * The same with probability 1 − ε, and otherwise any available action.
   *
   * @param epsilons users
   * @param day days decided so far; each has its own luck
   */
  explore(
    observation: Observation,
    actions: Uint8Array,
    epsilons: Float64Array,
    { key, day }: { readonly key: number; readonly day: number },
  ): void {
    this.best(observation, actions);
    const explore = drawKey(key, day, EXPLORE);
    const choose = drawKey(key, day, CHOOSE);
    for (let i = 0; i < actions.length; i++) {
      if (observation.active[i] === 0 || uniformDraw(i, explore.a, explore.b) >= epsilons[i]) continue;
      actions[i] = this.#any(observation, i, drawWord(i, choose.a, choose.b));
    }
  }

  /** Everyone's action values, times a factor: users × actions, 0 for who has left. */
  values(observation: Observation, factor: number): Float64Array {
    const { actions: count } = this.#head;
    const all = new Float64Array(observation.active.length * count);
    this.#evaluator.each(observation, (user, outputs, at) => {
      actionValues(this.#head, outputs, at, this.#values);
      for (let a = 0; a < count; a++) all[user * count + a] = factor * this.#values[a];
    });
    return all;
  }

  /** What `explore` draws from: users × actions. */
  probabilities(
    observation: Observation,
    into: Float32Array | Float64Array,
    epsilons: Float64Array | undefined,
  ): void {
    const { actions: count } = this.#head;
    const { active, available } = observation;
    const best = new Uint8Array(active.length);
    this.best(observation, best);
    into.fill(0);
    for (let i = 0; i < active.length; i++) {
      const choices = active[i] === 0 ? 0 : countAvailable(available, i, count);
      const epsilon = choices === 0 ? 0 : (epsilons?.[i] ?? 0);
      for (let a = 0; a < count && epsilon > 0; a++)
        if (available?.[i * count + a] !== 0) into[i * count + a] = epsilon / choices;
      into[i * count + best[i]] += 1 - epsilon;
    }
  }

  #any({ available }: Observation, user: number, word: number): number {
    const { actions: count } = this.#head;
    if (!available) return actionOf(word, count);
    let others = actionOf(word, countAvailable(available, user, count));
    for (let a = 0; a < count; a++) if (available[user * count + a] === 1 && others-- === 0) return a;
    return 0;
  }
}

/** Plays the best action, without exploration. */
export function valuePolicy(chooser: ValueChooser): Policy {
  return {
    selectActions: (observation, actions) => chooser.best(observation, actions),
    actionProbabilities: (observation, into) => chooser.probabilities(observation, into, undefined),
    actionScores(observation, into) {
      into.set(chooser.values(observation, 1));
      excludeUnavailable(into, observation.available);
    },
  };
}

/** The available action with the largest value; the first of equals, and the first of all where none is available. */
export function bestOf(values: Float64Array, available: Uint8Array | undefined, at: number): number {
  let best = -1;
  for (let a = 0; a < values.length; a++) {
    if (available?.[at + a] === 0) continue;
    if (best < 0 || values[a] > values[best]) best = a;
  }
  return Math.max(best, 0);
}

function countAvailable(available: Uint8Array | undefined, user: number, count: number): number {
  if (!available) return count;
  let sum = 0;
  for (let a = 0; a < count; a++) sum += available[user * count + a];
  return sum;
}
