import type { LearningFigures, Snapshot } from '../../environments/contract.ts';
import { exp } from '../../environments/random/exp.ts';
import { log } from '../../environments/random/log.ts';

/** More cells than this are refused: the observation needs coarser bins. */
const MAX_CELLS = 20_000_000;

/**
 * The average weighs the n-th visit in proportion to n^(AVERAGING − 1): about the last tenth of the visits counts.
 *
 * Source: polynomial-decay averaging, Shamir and Zhang (2013), ICML, section 4.
 */
const AVERAGING = 8;

/** How fast a cell follows its targets. */
export interface StepSize {
  /** part of the way to the target that one transition moves a fresh cell */
  readonly initial: number;
  /** visits after which the step size begins to fall; 0 keeps it constant */
  readonly visits: number;
  /** how fast it falls then: α = initial · (1 + visits seen / visits)^−power, between 0 and 1 */
  readonly power: number;
}

/**
 * Action values for every tabular state, learned from many users at once.
 *
 * All transitions of a day are collected against the values of that day's start. A cell that n users visited then
 * moves as n single updates with their mean target would move it: by 1 − (1 − α)ⁿ of the mean error. With one user
 * this is the update of the book.
 */
export class ActionValues {
  readonly actions: number;
  /** states × actions */
  readonly values: Float64Array;
  /** states × actions; transitions seen */
  readonly visits: Float64Array;
  /** value of the best action of each state */
  readonly best: Float64Array;
  /** the best action of each state; the first of equals */
  readonly bestAction: Uint8Array;
  /** states × actions; mean of each value over the later part of its visits, free of most of the noise */
  readonly averages: Float64Array;
  /** the best action of each state by `averages`: what has been learned */
  readonly learnedAction: Uint8Array;
  readonly #errors: Float64Array;
  readonly #counts: Uint32Array;
  readonly #touched: number[] = [];

  constructor(states: number, actions: number) {
    const cells = states * actions;
    if (cells > MAX_CELLS) {
      throw new RangeError(
        `${states} states × ${actions} actions are too many for a table (at most ${MAX_CELLS}); use fewer bins`,
      );
    }
    this.actions = actions;
    this.values = new Float64Array(cells);
    this.visits = new Float64Array(cells);
    this.best = new Float64Array(states);
    this.bestAction = new Uint8Array(states);
    this.averages = new Float64Array(cells);
    this.learnedAction = new Uint8Array(states);
    this.#errors = new Float64Array(cells);
    this.#counts = new Uint32Array(cells);
  }

  /** Adds one transition's temporal-difference error to its cell. */
  collect(cell: number, error: number): void {
    if (this.#counts[cell] === 0) this.#touched.push(cell);
    this.#counts[cell]++;
    this.#errors[cell] += error;
  }

  /** Moves the cells collected since the last call, and says how it went. */
  apply(stepSize: StepSize): LearningFigures {
    let squares = 0;
    let transitions = 0;
    for (const cell of this.#touched) {
      const count = this.#counts[cell];
      const error = this.#errors[cell] / count;
      this.values[cell] += rateOf(this.visits[cell], count, stepSize) * error;
      this.visits[cell] += count;
      this.#average(cell, count, stepSize);
      squares += error * error * count;
      transitions += count;
      this.#errors[cell] = 0;
      this.#counts[cell] = 0;
    }
    for (const cell of this.#touched) this.#rank(Math.floor(cell / this.actions));
    this.#touched.length = 0;
    return { tdError: transitions > 0 ? Math.sqrt(squares / transitions) : 0 };
  }

  /** Mean value over the actions of a state. */
  meanOf(state: number): number {
    let sum = 0;
    for (let a = 0; a < this.actions; a++) sum += this.values[state * this.actions + a];
    return sum / this.actions;
  }

  /** The values of all actions in a state. */
  of(state: number): readonly number[] {
    return [...this.values.subarray(state * this.actions, (state + 1) * this.actions)];
  }

  save(): Snapshot {
    return { values: this.values.slice(), averages: this.averages.slice(), visits: this.visits.slice() };
  }

  /** @throws RangeError if the snapshot is of a table of another size */
  restore({ values, averages, visits }: Snapshot): void {
    const fits = (array: unknown) => array instanceof Float64Array && array.length === this.values.length;
    if (!fits(values) || !fits(averages) || !fits(visits)) {
      throw new RangeError(`the snapshot does not fit a table of ${this.values.length} cells`);
    }
    this.values.set(values as Float64Array);
    this.averages.set(averages as Float64Array);
    this.visits.set(visits as Float64Array);
    for (let state = 0; state < this.best.length; state++) this.#rank(state);
  }

  /** With a constant step size the average is the value itself, as in the book. */
  #average(cell: number, count: number, { visits }: StepSize): void {
    const part = visits === 0 ? 1 : Math.min((AVERAGING * count) / this.visits[cell], 1);
    this.averages[cell] += part * (this.values[cell] - this.averages[cell]);
  }

  #rank(state: number): void {
    const best = this.#bestBy(this.values, state);
    this.bestAction[state] = best;
    this.best[state] = this.values[state * this.actions + best];
    this.learnedAction[state] = this.#bestBy(this.averages, state);
  }

  #bestBy(values: Float64Array, state: number): number {
    const first = state * this.actions;
    let best = 0;
    for (let a = 1; a < this.actions; a++) if (values[first + a] > values[first + best]) best = a;
    return best;
  }
}

/**
 * How far a cell moves towards the mean target of `count` transitions, after `seen` earlier ones. With a falling
 * step size never less than the plain average would: otherwise the arbitrary first value of what is seldom tried
 * lingers, and reaching it looks like a loss.
 */
function rateOf(seen: number, count: number, { initial, visits, power }: StepSize): number {
  if (visits === 0) return 1 - wholePower(1 - initial, count);
  const alpha = initial * exp(-power * log(1 + seen / visits));
  return Math.max(1 - wholePower(1 - alpha, count), count / (seen + count));
}

/** xⁿ by squaring, the same on every engine. */
function wholePower(x: number, n: number): number {
  let result = 1;
  let square = x;
  for (let rest = n; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result *= square;
    square *= square;
  }
  return result;
}
