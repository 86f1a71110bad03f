import type { LearningFigures, Snapshot } from '../../environments/contract.ts';
import { CellErrors } from './cellErrors.ts';
import { rateOf, type StepSize } from './stepSize.ts';
import { TdErrors } from './tdErrors.ts';

/** More cells than this are refused: the observation needs coarser bins. */
const MAX_CELLS = 20_000_000;

/**
 * The average weighs the n-th visit in proportion to n^(AVERAGING − 1): about the last tenth of the visits counts.
 *
 * Source: polynomial-decay averaging, Shamir and Zhang (2013), ICML, section 4.
 */
const AVERAGING = 8;

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
  /** how many actions of each state are as good as the best, itself included */
  readonly ties: Uint16Array;
  /** states × actions; mean of each value over the later part of its visits, free of most of the noise */
  readonly averages: Float64Array;
  /** the best action of each state by `averages`: what has been learned; the first of equals */
  readonly learnedAction: Uint8Array;
  readonly #errors: CellErrors;
  readonly #tdErrors: TdErrors;

  /**
   * @param initialValue where every value starts, the averaged ones too
   * @param tdErrors where the errors are added up, shared by tables that learn together
   */
  constructor(states: number, actions: number, initialValue = 0, tdErrors = new TdErrors()) {
    const cells = states * actions;
    if (cells > MAX_CELLS) {
      throw new RangeError(
        `${states} states × ${actions} actions are too many for a table (at most ${MAX_CELLS}); use fewer bins`,
      );
    }
    this.actions = actions;
    this.values = new Float64Array(cells).fill(initialValue);
    this.visits = new Float64Array(cells);
    this.best = new Float64Array(states).fill(initialValue);
    this.bestAction = new Uint8Array(states);
    this.ties = new Uint16Array(states).fill(actions);
    this.averages = new Float64Array(cells).fill(initialValue);
    this.learnedAction = new Uint8Array(states);
    this.#errors = new CellErrors(cells);
    this.#tdErrors = tdErrors;
  }

  /** Adds one transition's temporal-difference error to its cell. */
  collect(cell: number, error: number): void {
    this.#errors.add(cell, error);
  }

  /** Adds what a later day says about a transition that has been collected before: its cell is not visited again. */
  collectLate(cell: number, error: number): void {
    this.#errors.add(cell, error);
    this.#errors.late[cell]++;
  }

  /**
   * Moves the cells collected since the last call.
   *
   * @param moved is told of each of them afterwards
   */
  move(stepSize: StepSize, moved?: (cell: number) => void): void {
    const { touched, length } = this.#errors;
    for (let k = 0; k < length; k++) this.#moveCell(touched[k], stepSize);
    for (let k = 0; k < length; k++) this.#rank(Math.floor(touched[k] / this.actions));
    if (moved) for (let k = 0; k < length; k++) moved(touched[k]);
    this.#errors.clear();
  }

  /** Moves the cells collected, and says how it went since the last call. */
  apply(stepSize: StepSize): LearningFigures {
    this.move(stepSize);
    return { tdError: this.#tdErrors.take() };
  }

  /** Gives a cell the value and average that were learned elsewhere. */
  put(cell: number, value: number, average: number): void {
    this.values[cell] = value;
    this.averages[cell] = average;
    this.#rank(Math.floor(cell / this.actions));
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
  check({ values, averages, visits }: Snapshot): void {
    const fits = (array: unknown) => array instanceof Float64Array && array.length === this.values.length;
    if (!fits(values) || !fits(averages) || !fits(visits)) {
      throw new RangeError(`the snapshot does not fit a table of ${this.values.length} cells`);
    }
  }

  /** @throws RangeError if the snapshot is of a table of another size */
  restore(snapshot: Snapshot): void {
    this.check(snapshot);
    this.values.set(snapshot['values'] as Float64Array);
    this.averages.set(snapshot['averages'] as Float64Array);
    this.visits.set(snapshot['visits'] as Float64Array);
    for (let state = 0; state < this.best.length; state++) this.#rank(state);
  }

  #moveCell(cell: number, stepSize: StepSize): void {
    const count = this.#errors.counts[cell];
    const late = this.#errors.late[cell];
    const error = this.#errors.sums[cell] / count;
    const moved = rateOf(this.visits[cell] - late, count, stepSize) * error;
    this.values[cell] += moved;
    this.visits[cell] += count - late;
    this.#tdErrors.add(error, count - late);
    if (stepSize.visits === 0) this.averages[cell] = this.values[cell];
    else if (count > late) this.#average(cell, count - late, this.values[cell] - this.averages[cell]);
    else this.#average(cell, late, moved);
  }

  /** What comes late belongs to visits that are in the average already, and moves their part of it. */
  #average(cell: number, visits: number, difference: number): void {
    this.averages[cell] += Math.min((AVERAGING * visits) / this.visits[cell], 1) * difference;
  }

  #rank(state: number): void {
    const { values, averages, actions } = this;
    const first = state * actions;
    let best = first;
    let learned = first;
    let ties = 1;
    for (let cell = first + 1; cell < first + actions; cell++) {
      if (values[cell] > values[best]) [best, ties] = [cell, 1];
      else if (values[cell] === values[best]) ties++;
      if (averages[cell] > averages[learned]) learned = cell;
    }
    this.best[state] = values[best];
    this.bestAction[state] = best - first;
    this.ties[state] = ties;
    this.learnedAction[state] = learned - first;
  }
}
