import type { Carried } from './carried.ts';
import type { UserState } from './userDay.ts';

/**
 * One user's life as a finite Markov decision process. A state is what a user carries from one day to the next; who
 * has left for good is in none of them, and earns nothing any more.
 *
 * What follows from an action in a state is a row: an expected reward and the probabilities of the next states, which
 * add up to less than 1 where the user may leave.
 */
export interface FiniteDecisionProcess {
  /** the scenario's name */
  readonly name: string;
  /** days in an episode */
  readonly horizon: number;
  readonly carried: readonly Carried[];
  /** in the order of their values, first component slowest */
  readonly states: readonly UserState[];
  /** number of actions */
  readonly actions: number;
  /** states; probability of being born there */
  readonly entry: Float64Array;
  /** states × actions; 1: may be taken */
  readonly available: Uint8Array;
  /** states × actions; index of the row. An action that is not available has the row of the first one that is */
  readonly rowOf: Int32Array;
  /** rows; expected reward of the day */
  readonly rewards: Float64Array;
  /** rows + 1; where each row's next states begin in `targets` and `probabilities` */
  readonly offsets: Int32Array;
  readonly targets: Int32Array;
  readonly probabilities: Float64Array;
  /** states × features, row-major: what an agent sees, as in `Observation` */
  readonly features: Float32Array;
  /** states; index of the binned features, as in `Observation` */
  readonly observations: Uint32Array;
  /** indices of the absorbing stages that are reached */
  readonly left: readonly number[];
  /** @returns the index of a state; undefined if it is never reached */
  indexOf(state: UserState): number | undefined;
}

/** What a state is told apart from others by. */
export function keyOf(state: UserState): string {
  return state.join(' ');
}
