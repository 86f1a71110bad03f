import type { Observation, Policy } from '../../../environments/contract.ts';
import { drawKey, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import type { RowEvaluator } from './eachRow.ts';
import { softmax } from './softmax.ts';

const ACT = purposeOf('policy action');

/** Acting by the probabilities of a network. */
export class ActionDrawer {
  readonly #evaluator: RowEvaluator;
  readonly #key: number;
  readonly #p: Float64Array;

  /** @param key 32-bit key of its random stream */
  constructor(evaluator: RowEvaluator, actions: number, key: number) {
    this.#evaluator = evaluator;
    this.#key = key;
    this.#p = new Float64Array(actions);
  }

  /** Draws an action for everyone. @param day days decided so far; each has its own luck */
  draw(observation: Observation, actions: Uint8Array, day: number): void {
    const { a, b } = drawKey(this.#key, day, ACT);
    actions.fill(0);
    this.#eachLaw(observation, (user, p) => {
      actions[user] = drawnFrom(p, uniformDraw(user, a, b));
    });
  }

  /** What `draw` draws from: users × actions. */
  probabilities(observation: Observation, into: Float32Array | Float64Array): void {
    const count = this.#p.length;
    into.fill(0);
    for (let i = 0; i < observation.active.length; i++) into[i * count] = 1;
    this.#eachLaw(observation, (user, p) => into.set(p, user * count));
  }

  #eachLaw(observation: Observation, visit: (user: number, p: Float64Array) => void): void {
    const { available } = observation;
    const count = this.#p.length;
    this.#evaluator.each(observation, (user, outputs, at) => {
      if (available && !available.subarray(user * count, (user + 1) * count).includes(1)) return;
      softmax(outputs, at, this.#p, available, user * count);
      visit(user, this.#p);
    });
  }
}

/** Plays a policy that draws its actions, from its first day on. */
export function stochasticPolicy(drawer: ActionDrawer): Policy {
  let day = 0;
  return {
    selectActions: (observation, actions) => drawer.draw(observation, actions, day++),
    actionProbabilities: (observation, into) => drawer.probabilities(observation, into),
  };
}

/** The action whose part of [0, 1) holds the uniform. */
function drawnFrom(p: Float64Array, uniform: number): number {
  let sum = 0;
  let last = 0;
  for (let a = 0; a < p.length; a++) {
    if (p[a] === 0) continue;
    sum += p[a];
    last = a;
    if (uniform < sum) return a;
  }
  return last;
}
