/**
 * The contract that environments and agents share. Names follow dm_env and Gymnasium; a whole
 * population acts together, so everything is an array over users: those who are decided for. Where one decision is
 * taken for a whole product, products stand in their place; where new users come, there are rows for who is not born
 * yet, who takes no decision and whose discount is 0.
 *
 * Leaving for good is *termination*: that user's discount is 0 and no decision is asked for afterwards.
 * Reaching the horizon is *truncation* (right-censoring in survival terms): the last time step leaves
 * discounts at 1 for everyone still there.
 */

/** What policies may see of the population on one day. */
export interface Observation {
  /** users × features, row-major, raw units as named in `EnvironmentSpec.features` */
  readonly features: Float32Array;
  /** users; index of the binned features, from 0 to `EnvironmentSpec.stateCount` − 1 */
  readonly states: Uint32Array;
  /** users; 1: this user takes a decision today, 0: it has left for good */
  readonly active: Uint8Array;
  /**
   * users × actions, row-major; 1: this user may be given this action today. Absent where every action is always
   * available. Who is given an action that is not available gets the first one that is, and where none is, the
   * first of all. All 0 for who has left.
   */
  readonly available?: Uint8Array;
  /** what may be spent today on all users together, in units of the budget. Absent where there is no budget */
  readonly budget?: number;
}

/**
 * One day's result. The arrays belong to the environment, which alternates between two sets: a time step
 * stays valid until the one after the next; whoever keeps it longer copies.
 */
export interface TimeStep {
  readonly stepType: 'first' | 'mid' | 'last';
  /** days since the start: 0 on 'first' */
  readonly day: number;
  readonly observation: Observation;
  /** users; reward of the day just lived, 0 on 'first' */
  readonly rewards: Float32Array;
  /** users; 0: left for good (termination), also on every later day. The horizon leaves 1 */
  readonly discounts: Float32Array;
  /**
   * users; 1: came on the day just lived, which may be the day it left. Absent where the scenario does not say what a
   * visit is; 0 on 'first' and on every day after leaving.
   */
  readonly visits?: Uint8Array;
  /** users; the action that was really taken on the day just lived, where a budget may have changed it */
  readonly taken?: Uint8Array;
}

export type ActionFamily = 'none' | 'recommendation' | 'interaction' | 'promotion';

/** One thing that may be done to a user today. The first available one is taken for whoever is not decided for. */
export interface ActionSpec {
  readonly name: string;
  readonly family: ActionFamily;
  /** currency units per use */
  readonly cost: number;
}

/** A decision rule that the scenario's author wrote down, over observed values only. */
export interface NamedRule {
  readonly name: string;
  readonly about: string;
  /** A new policy; one that draws uses the 32-bit key of a random stream, any other leaves it alone. */
  create(key: number): Policy;
}

/** What may be spent on all users together. */
export interface BudgetSpec {
  /** `cost`: each action takes its cost; `contacts`: each but the first takes 1 */
  readonly on: 'cost' | 'contacts';
  /** currency units or contacts, for each user at the start */
  readonly limit: number;
  readonly per: 'day' | 'episode';
}

/** What an agent needs to know before it starts. */
export interface EnvironmentSpec {
  readonly name: string;
  readonly users: number;
  /** time steps in an episode: days, unless a decision stands for several */
  readonly horizon: number;
  readonly actions: readonly ActionSpec[];
  /** one name per column of `Observation.features` */
  readonly features: readonly string[];
  /** binned features with their number of bins; `states` is their mixed-radix index, first one slowest */
  readonly bins: readonly { readonly name: string; readonly count: number }[];
  /** product of the bin counts */
  readonly stateCount: number;
  readonly rules: readonly NamedRule[];
  /** whether time steps say who came */
  readonly visits?: boolean;
  /** whether new users come while an episode runs, so that none ends before the horizon */
  readonly open?: boolean;
  /** what may be spent on all users together; the environment sees to it */
  readonly budget?: BudgetSpec;
}

export interface Environment {
  readonly spec: EnvironmentSpec;
  /** Starts an episode. The same seed gives the same people with the same luck. */
  reset(seed: string): TimeStep;
  /** Lives one time step. `actions` has one action index per user; those of inactive users are ignored. */
  step(actions: Uint8Array): TimeStep;
  /**
   * Part of the users who were there from the start that still are: where those who are decided for are not the same
   * users, as time steps do not tell then.
   */
  retention?(): number;
}

export interface Policy {
  /** Writes one action index for every active user, one that is available, and 0 for the others. */
  selectActions(observation: Observation, actions: Uint8Array): void;
  /**
   * Stochastic policies: users × actions, row-major, the probabilities that the next `selectActions` on this
   * observation draws from, so that a log can carry propensities.
   */
  actionProbabilities?(observation: Observation, probabilities: Float32Array | Float64Array): void;
}

/** Figures an agent reports about its own learning, by name. */
export type LearningFigures = Readonly<Record<string, number>>;

export type SnapshotValue = number | string | Float64Array | Float32Array | Uint32Array | Uint8Array;

/** Everything an agent needs to go on exactly where it was, between two episodes. */
export type Snapshot = Readonly<Record<string, SnapshotValue>>;

export interface Agent extends Policy {
  /** Learns from one day of everyone: `step` was seen, `actions` were taken, `next` followed. */
  update(step: TimeStep, actions: Uint8Array, next: TimeStep): LearningFigures;
  /** The policy learned so far, without exploration; it follows the agent as it learns on. */
  greedy(): Policy;
  save(): Snapshot;
  /** Continues from a snapshot of an agent of the same kind. Throws if it does not fit. */
  restore(snapshot: Snapshot): void;
  /** Less than `save()` where playing needs less: without what is only for learning on. */
  savePolicy?(): Snapshot;
  /**
   * Makes `greedy()` play what `savePolicy()` gave; one that draws its actions needs the same key to draw the same. For
   * playing only: the agent is not to learn on. Throws if it does not fit.
   */
  restorePolicy?(snapshot: Snapshot): void;
  /**
   * Estimated returns from what each user shows, in units of what it learns from: users × actions, or users × 1 where
   * only what is seen is valued. Of an agent that has learned here or was restored; `restorePolicy` does not suffice.
   */
  estimates?(observation: Observation): Float64Array;
  /** Estimated value of each action in a state, for people who ask why; undefined where there is none. */
  actionValues?(state: number): readonly number[];
}
