import type { EnvironmentSpec } from '../../environments/contract.ts';
import type { Hyperparameter } from '../kinds.ts';
import type { ActionValues } from './actionValues.ts';
import { userDays } from './userDays.ts';

/** Settings of agents with traces. */
export const TRACE_SETTINGS = {
  lambda: {
    default: 0.9,
    range: [0, 1],
    about: 'λ, how far a surprise reaches back: 0 to the last action only, 1 as far as γ does',
  },
  replacing: {
    default: 1,
    range: [0, 1],
    about:
      'how much of its old trace a new visit takes away: 1 replaces it, 0 adds to it (accumulating traces)',
  },
} as const satisfies Readonly<Record<string, Hyperparameter>>;

/** A cell's trace below this part of what it was on the day of its last visit is cut. */
const NEGLIGIBLE = 1e-4;

/**
 * Every user's eligibility traces: the cells it was in lately, and how much each is to learn from what happens now.
 * They fade by γλ a day and are cut where that has come below 10⁻⁴; up to there they are those of the book.
 *
 * Source: Sutton and Barto (2018), sections 12.2 and 12.5; replacing traces of Singh and Sutton (1996).
 */
export class EligibilityTraces {
  /** (γλ)^age */
  readonly #fading: readonly number[];
  readonly #replacing: number;
  /** users × days kept; −1: visited again later */
  readonly #cells: Int32Array;
  /** users × days kept; each trace on the day of the visit */
  readonly #weights: Float64Array;
  /** users; the first day that is still in its traces */
  readonly #since: Uint32Array;
  #today = 0;

  /**
   * @param agent the agent's name, for errors
   * @param fade γλ
   * @param replacing part of its old trace that a new visit takes away
   */
  constructor(agent: string, { users, horizon }: EnvironmentSpec, fade: number, replacing: number) {
    this.#fading = fadingOf(fade, horizon);
    this.#replacing = replacing;
    this.#cells = new Int32Array(userDays(agent, users, this.#fading.length));
    this.#weights = new Float64Array(this.#cells.length);
    this.#since = new Uint32Array(users);
  }

  /** Forgets everything: an episode starts, and its first day. */
  start(): void {
    this.#since.fill(0xffffffff);
    this.#today = 0;
  }

  /** The traces fade: another day starts. */
  nextDay(): void {
    this.#today++;
  }

  /** Ends a user's traces: nothing before today learns from what happens from now on. */
  cut(user: number): void {
    this.#since[user] = this.#today;
  }

  /** Notes the cell that a user is in today. */
  visit(user: number, cell: number): void {
    const { length } = this.#fading;
    const base = user * length;
    let earlier = 0;
    if (this.#since[user] > this.#today) this.cut(user);
    for (let day = this.#first(user); day < this.#today; day++) {
      const slot = base + (day % length);
      if (this.#cells[slot] !== cell) continue;
      earlier = this.#weights[slot] * this.#fading[this.#today - day];
      this.#cells[slot] = -1;
    }
    this.#cells[base + (this.#today % length)] = cell;
    this.#weights[base + (this.#today % length)] = 1 + (1 - this.#replacing) * earlier;
  }

  /** Lets a user's cells learn from today's error, each as far as its trace goes. */
  spread(user: number, error: number, table: ActionValues): void {
    const { length } = this.#fading;
    const today = this.#today;
    for (let day = this.#first(user); day <= today; day++) {
      const slot = user * length + (day % length);
      const cell = this.#cells[slot];
      if (cell < 0) continue;
      const part = this.#weights[slot] * this.#fading[today - day] * error;
      if (day === today) table.collect(cell, part);
      else table.collectLate(cell, part);
    }
  }

  #first(user: number): number {
    return Math.max(this.#since[user], this.#today - this.#fading.length + 1);
  }
}

/** (γλ)^age for every age that is kept. */
function fadingOf(fade: number, horizon: number): number[] {
  const fading = [1];
  while (fading.length < horizon) {
    const next = fading[fading.length - 1] * fade;
    if (next < NEGLIGIBLE) break;
    fading.push(next);
  }
  return fading;
}
