import type { Program } from '../../environments/scenario/program.ts';
import type { LivedRows } from './pairSide.ts';
import type { OfBoth } from './pairTally.ts';
import type { Direction } from './searches.ts';
import type { Units } from './units.ts';

/** Most peaks that are told. */
const PEAKS = 12;

/**
 * The days on which lives part: on which, for the first time, another action is taken or another stage follows while
 * the life is not over in both. Days are noted one after the other, from 1 on.
 */
export class Partings {
  readonly #units: Units;
  readonly #absorbing: readonly boolean[];
  readonly #rows: Uint8Array | undefined;
  /** first day on which each unit's lives part; 0: none yet */
  readonly #days: Uint32Array;
  /** stage of each unit on the evening of that day; of a product, that of its first user */
  readonly #stages: OfBoth<Uint8Array>;
  /** units counted that part on each day, and up to it */
  readonly #counts: number[] = [0];
  readonly #sums: number[] = [0];

  /** @param rows by row, 1: counted; undefined: everyone */
  constructor(units: Units, { stages }: Pick<Program, 'stages'>, rows: Uint8Array | undefined) {
    this.#units = units;
    this.#rows = rows;
    this.#absorbing = stages.map(({ absorbing }) => absorbing);
    this.#days = new Uint32Array(units.count);
    this.#stages = { a: new Uint8Array(units.count), b: new Uint8Array(units.count) };
  }

  /** Notes who parts on the day after the one noted last. */
  note(day: number, a: LivedRows, b: LivedRows): void {
    const { count: units, stride } = this.#units;
    let count = 0;
    for (let unit = 0; unit < units; unit++) {
      if (this.#days[unit] !== 0 || !this.#parts(unit, a, b)) continue;
      this.#days[unit] = day;
      this.#stages.a[unit] = a.evening[unit * stride];
      this.#stages.b[unit] = b.evening[unit * stride];
      if (this.#rows?.[unit * stride] !== 0) count++;
    }
    this.#counts.push(count);
    this.#sums.push(this.#sums[this.#sums.length - 1] + count);
  }

  /** Units that part on a day. */
  on(day: number): number {
    return this.#counts[day];
  }

  /** Units that part up to a day. */
  by(day: number): number {
    return this.#sums[day];
  }

  /** The day on which a unit's lives part. */
  of(unit: number): number | undefined {
    return this.#days[unit] || undefined;
  }

  /** Stage of a unit on the evening of the day on which its lives part. */
  stagesOf(unit: number): OfBoth<number> {
    return { a: this.#stages.a[unit], b: this.#stages.b[unit] };
  }

  /** The nearest day noted, after or before one, on which anybody parts. */
  next(day: number, direction: Direction): number | undefined {
    for (let other = day + direction; other > 0 && other < this.#counts.length; other += direction)
      if (this.#counts[other] > 0) return other;
    return undefined;
  }

  /** The days noted on which most part, in their order. */
  get peaks(): number[] {
    const days = this.#counts.flatMap((count, day) => (count > 0 ? [day] : []));
    const most = days.sort((one, other) => this.#counts[other] - this.#counts[one] || one - other);
    return most.slice(0, PEAKS).sort((one, other) => one - other);
  }

  #parts(unit: number, a: LivedRows, b: LivedRows): boolean {
    const { stride, usersEach } = this.#units;
    const actedOtherwise = a.actions[unit] !== b.actions[unit];
    const first = unit * stride;
    for (let row = first; row < first + usersEach; row++) {
      if (this.#absorbing[a.morning[row]] && this.#absorbing[b.morning[row]]) continue;
      if (actedOtherwise || a.evening[row] !== b.evening[row]) return true;
    }
    return false;
  }
}
