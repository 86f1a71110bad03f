import type { FiniteDecisionProcess } from '../process.ts';
import { chainUnder, deterministic, type ExactPolicy } from './chain.ts';
import { policyWorth, type Solution } from './criterion.ts';
import { dayLater, policyGradient } from './policyGradient.ts';

/** A policy over observations, and what it is worth. */
export interface Candidate {
  /** observations × actions; probability of each action */
  readonly policy: Float64Array;
  /** to a user as it enters; −∞ where rewards have no limit */
  readonly value: number;
}

/** Evaluations times transitions that a search makes at most. */
const MOST_WORK = 5_000_000;

/** Days of the optimum that are looked at for a first policy. */
const LOOKED_AT = 400;

/** A decision process seen through its observations, of which several states may share one. */
export class AliasedProcess {
  readonly process: FiniteDecisionProcess;
  readonly solution: Solution;
  /** the tabular index of every observation that occurs, rising */
  readonly observations: readonly number[];
  /** observations; actions that are available to anyone in it */
  readonly choices: readonly (readonly number[])[];
  /** states; place of each one's observation */
  readonly #groupOf: Int32Array;
  #judged = 0;

  constructor(process: FiniteDecisionProcess, solution: Solution) {
    this.process = process;
    this.solution = solution;
    this.observations = [...new Set(process.observations)].sort((a, b) => a - b);
    const place = new Map(this.observations.map((observation, g) => [observation, g]));
    this.#groupOf = Int32Array.from(process.observations, (o) => place.get(o) as number);
    this.choices = availableIn(process, this.#groupOf, this.observations.length);
  }

  /** Whether every state looks different. */
  get transparent(): boolean {
    return this.observations.length === this.process.states.length;
  }

  /** A policy that takes one action in each observation. */
  take(actions: readonly number[]): Float64Array {
    const policy = new Float64Array(this.observations.length * this.process.actions);
    for (const [g, action] of actions.entries()) policy[g * this.process.actions + action] = 1;
    return policy;
  }

  /** The policy that takes every available action with equal probability. */
  even(): Float64Array {
    const policy = new Float64Array(this.observations.length * this.process.actions);
    for (const [g, may] of this.choices.entries())
      for (const a of may) policy[g * this.process.actions + a] = 1 / may.length;
    return policy;
  }

  /** What the optimum does most often in each observation, weighed by how many are there. */
  projected(): number[] {
    const { actions } = this.process;
    const votes = new Float64Array(this.observations.length * actions);
    const { criterion } = this.solution;
    const days = Math.min(criterion.days, LOOKED_AT);
    let here = this.process.entry;
    for (let day = 0; day < days; day++) {
      const policy = this.solution.policy(criterion.days - day);
      for (const [s, share] of here.entries()) votes[this.#groupOf[s] * actions + policy[s]] += share;
      here = dayLater(chainUnder(this.process, deterministic(this.process, policy)), here, 1);
    }
    return this.choices.map((may, g) =>
      may.reduce((best, a) => (votes[g * actions + a] > votes[g * actions + best] ? a : best)),
    );
  }

  /** The same action in every observation, for each action, where it is available. */
  constants(): number[][] {
    return Array.from({ length: this.process.actions }, (_, action) =>
      this.choices.map((may) => (may.includes(action) ? action : may[0])),
    );
  }

  /** Whether so many policies were evaluated that the search should end with what it has. */
  get exhausted(): boolean {
    return this.#judged * this.process.targets.length > MOST_WORK;
  }

  /** Evaluates a policy exactly. */
  judge(policy: Float64Array): Candidate {
    this.#judged++;
    const { value } = policyWorth(this.process, this.#spread(policy), this.solution.criterion);
    return { policy, value: Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value };
  }

  /** Slope of the worth in each probability: observations × actions. */
  slopes({ policy }: Candidate): Float64Array {
    const { actions } = this.process;
    const gradient = policyGradient(this.process, this.#spread(policy), this.solution.criterion);
    const slopes = new Float64Array(policy.length);
    for (const [k, value] of gradient.entries())
      slopes[this.#groupOf[Math.floor(k / actions)] * actions + (k % actions)] += value;
    return slopes;
  }

  /** Everyone in a state does what its observation says. */
  #spread(policy: Float64Array): ExactPolicy {
    const { actions, states } = this.process;
    const spread = new Float64Array(states.length * actions);
    for (let s = 0; s < states.length; s++) {
      const first = this.#groupOf[s] * actions;
      spread.set(policy.subarray(first, first + actions), s * actions);
    }
    return spread;
  }
}

function availableIn(
  { actions, available }: FiniteDecisionProcess,
  groupOf: Int32Array,
  groups: number,
): number[][] {
  const may = Array.from({ length: groups }, () => new Set<number>());
  for (const [s, g] of groupOf.entries())
    for (let a = 0; a < actions; a++) if (available[s * actions + a] === 1) may[g].add(a);
  return may.map((set) => [...set].sort((a, b) => a - b));
}

/** A gain has to be larger than this, relative to the worth, to go on. */
const GAIN = 1e-13;

/** Whether a worth is larger by more than rounding. */
export function gains(
  next: Pick<Candidate, 'value'>,
  current: Pick<Candidate, 'value'>,
  least = GAIN,
): boolean {
  if (!Number.isFinite(current.value)) return next.value > current.value;
  return next.value > current.value + least * Math.max(1, Math.abs(current.value));
}

export function better(a: Candidate, b: Candidate): Candidate {
  return b.value > a.value ? b : a;
}
