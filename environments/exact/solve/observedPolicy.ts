import { exp } from '../../random/exp.ts';
import type { FiniteDecisionProcess } from '../process.ts';
import type { ExactPolicy } from './chain.ts';
import { policyWorth, type Solution } from './criterion.ts';
import { policyGradient } from './policyGradient.ts';

/** The best that can be done by someone who sees only the observation, and has no memory. */
export interface ObservedOptimum {
  /** as `Solution.optimum` */
  readonly optimum: number;
  /** the tabular index of every observation that occurs, rising */
  readonly observations: readonly number[];
  /** observations × actions; probability of each action */
  readonly policy: Float64Array;
  /** worth of the best policy that takes one action in each observation */
  readonly deterministic: number;
  /** whether no better one exists; otherwise it is the best that a search found */
  readonly proven: boolean;
}

/** Policies that are tried one by one at most. */
const MOST_TRIED = 4_096;
/** A gain has to be larger than this, relative to the worth, to go on. */
const GAIN = 1e-13;
/** The ascent ends after so many steps, or when they are shorter than this. */
const MOST_ROUNDS = 500;
const SMALLEST_STEP = 1e-9;

/**
 * The best stationary policy over what the agent sees. Where every state looks different it is the optimum itself;
 * where few policies are possible all are tried; otherwise a local search starts from several policies, as the
 * problem is NP-hard. Where states look alike the best policy may have to be random (Singh, Jaakkola and Jordan 1994).
 */
export function observedOptimum(process: FiniteDecisionProcess, solution: Solution): ObservedOptimum {
  const search = new ObservedSearch(process, solution);
  const best = search.bestDeterministic();
  const blended = search.blind ? best : search.climb(best);
  // A random policy has to be worth the trouble.
  const { policy, value } = gains(blended, best, 1e-9) ? blended : best;
  return {
    optimum: value,
    observations: search.observations,
    policy,
    deterministic: best.value,
    proven: !gains({ value: solution.optimum }, { value }, 1e-9),
  };
}

interface Candidate {
  /** observations × actions */
  readonly policy: Float64Array;
  readonly value: number;
}

class ObservedSearch {
  readonly observations: readonly number[];
  readonly #process: FiniteDecisionProcess;
  readonly #solution: Solution;
  /** states; place of each one's observation */
  readonly #groupOf: Int32Array;
  /** observations; actions that are available to anyone in it */
  readonly #choices: readonly (readonly number[])[];

  constructor(process: FiniteDecisionProcess, solution: Solution) {
    this.#process = process;
    this.#solution = solution;
    this.observations = [...new Set(process.observations)].sort((a, b) => a - b);
    const place = new Map(this.observations.map((observation, g) => [observation, g]));
    this.#groupOf = Int32Array.from(process.observations, (o) => place.get(o) as number);
    this.#choices = this.observations.map((_, g) => this.#available(g));
  }

  /** Whether there is nothing that a random choice could hide from. */
  get blind(): boolean {
    return this.observations.length === this.#process.states.length;
  }

  bestDeterministic(): Candidate {
    const count = this.#choices.reduce((product, { length }) => product * length, 1);
    if (count <= MOST_TRIED && !this.blind) return this.#tryAll();
    const starts = [this.#projected(), ...this.#constants()];
    return starts.map((start) => this.#improve(start)).reduce(better);
  }

  /** Moves probability towards better actions, from a mixture of the best deterministic policy and chance. */
  climb(from: Candidate): Candidate {
    const even = this.#fill((g) => this.#choices[g].map((a) => [a, 1 / this.#choices[g].length]));
    const mixed = from.policy.map((p, k) => 0.7 * p + 0.3 * even[k]);
    return [mixed, even].map((start) => this.#ascend(this.#judge(start))).reduce(better);
  }

  #available(group: number): number[] {
    const { actions, available } = this.#process;
    return Array.from({ length: actions }, (_, a) => a).filter((a) =>
      this.#groupOf.some((g, s) => g === group && available[s * actions + a] === 1),
    );
  }

  #fill(choose: (group: number) => readonly (readonly [number, number])[]): Float64Array {
    const policy = new Float64Array(this.observations.length * this.#process.actions);
    for (let g = 0; g < this.observations.length; g++)
      for (const [a, p] of choose(g)) policy[g * this.#process.actions + a] = p;
    return policy;
  }

  #take(actions: readonly number[]): Float64Array {
    return this.#fill((g) => [[actions[g], 1]]);
  }

  #judge(policy: Float64Array): Candidate {
    const { value } = policyWorth(this.#process, this.#spread(policy), this.#solution.criterion);
    return { policy, value: Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value };
  }

  /** Everyone in a state does what its observation says. */
  #spread(policy: Float64Array): ExactPolicy {
    const { actions, states } = this.#process;
    const spread = new Float64Array(states.length * actions);
    for (let s = 0; s < states.length; s++) {
      const first = this.#groupOf[s] * actions;
      spread.set(policy.subarray(first, first + actions), s * actions);
    }
    return spread;
  }

  #tryAll(): Candidate {
    const picks = this.observations.map(() => 0);
    const candidates: Candidate[] = [];
    do {
      candidates.push(this.#judge(this.#take(picks.map((k, g) => this.#choices[g][k]))));
    } while (this.#advance(picks));
    return candidates.reduce(better);
  }

  #advance(picks: number[]): boolean {
    for (let g = 0; g < picks.length; g++) {
      picks[g] = (picks[g] + 1) % this.#choices[g].length;
      if (picks[g] > 0) return true;
    }
    return false;
  }

  /** In each observation the action that the optimum takes in its first state. */
  #projected(): Candidate {
    const { criterion } = this.#solution;
    const optimal = this.#solution.policy(criterion.days);
    const first = this.observations.map((_, g) => optimal[this.#groupOf.indexOf(g)]);
    return this.#judge(this.#take(first));
  }

  #constants(): Candidate[] {
    return Array.from({ length: this.#process.actions }, (_, action) =>
      this.#judge(this.#take(this.#choices.map((may) => (may.includes(action) ? action : may[0])))),
    );
  }

  /** Slope of the worth in each probability: observations × actions. */
  #slopes({ policy }: Candidate): Float64Array {
    const { actions } = this.#process;
    const gradient = policyGradient(this.#process, this.#spread(policy), this.#solution.criterion);
    const slopes = new Float64Array(policy.length);
    for (const [k, value] of gradient.entries())
      slopes[this.#groupOf[Math.floor(k / actions)] * actions + (k % actions)] += value;
    return slopes;
  }

  #improve(start: Candidate): Candidate {
    for (let current = start; ; ) {
      const next = this.#step(current);
      if (!gains(next, current)) return current;
      current = next;
    }
  }

  /** Everyone to the steepest action at once; if that is no gain, one observation after the other. */
  #step(current: Candidate): Candidate {
    const slopes = this.#slopes(current);
    const { actions } = this.#process;
    const steepest = this.#choices.map((may, g) =>
      may.reduce((best, a) => (slopes[g * actions + a] > slopes[g * actions + best] ? a : best)),
    );
    const all = this.#judge(this.#take(steepest));
    if (gains(all, current)) return all;
    const now = this.#choices.map(
      (may, g) => may.find((a) => current.policy[g * actions + a] === 1) ?? may[0],
    );
    const hope = (g: number) => slopes[g * actions + steepest[g]] - slopes[g * actions + now[g]];
    const order = now
      .map((_, g) => g)
      .filter((g) => hope(g) > 0)
      .sort((a, b) => hope(b) - hope(a));
    for (const g of order) {
      const one = this.#judge(this.#take(now.with(g, steepest[g])));
      if (gains(one, current)) return one;
    }
    return current;
  }

  /** Exponentiated gradient, with a step that grows while it helps and shrinks when it does not. */
  #ascend(start: Candidate): Candidate {
    let current = start;
    let step = 1;
    for (let round = 0; round < MOST_ROUNDS && step > SMALLEST_STEP; round++) {
      const next = this.#judge(this.#tilt(current.policy, this.#slopes(current), step));
      if (gains(next, current)) current = next;
      step *= next === current ? 2 : 0.25;
    }
    return current;
  }

  #tilt(policy: Float64Array, slopes: Float64Array, step: number): Float64Array {
    const { actions } = this.#process;
    const tilted = new Float64Array(policy.length);
    for (const [g, may] of this.#choices.entries()) {
      const at = (a: number) => g * actions + a;
      const middle = may.reduce((sum, a) => sum + policy[at(a)] * slopes[at(a)], 0);
      const scale = Math.max(...may.map((a) => Math.abs(slopes[at(a)] - middle)), 1e-300);
      const weights = may.map((a) => policy[at(a)] * exp((step * (slopes[at(a)] - middle)) / scale));
      const total = weights.reduce((sum, w) => sum + w, 0);
      for (const [k, a] of may.entries()) tilted[at(a)] = weights[k] / total;
    }
    return tilted;
  }
}

function better(a: Candidate, b: Candidate): Candidate {
  return b.value > a.value ? b : a;
}

/** Whether a worth is larger by more than rounding. */
function gains(next: Pick<Candidate, 'value'>, current: Pick<Candidate, 'value'>, least = GAIN): boolean {
  if (!Number.isFinite(current.value)) return next.value > current.value;
  return next.value > current.value + least * Math.max(1, Math.abs(current.value));
}
