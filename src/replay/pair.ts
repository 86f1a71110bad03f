import type { Program } from '../../environments/scenario/program.ts';
import { countedUnits } from './countedUnits.ts';
import type { PairedUnit, Parting, Turn } from './pairedUnit.ts';
import { PairHistory } from './pairHistory.ts';
import { checkPairing } from './pairing.ts';
import type { OfBoth, PairDifference, PairTally, SegmentDifference, UnitDifference } from './pairTally.ts';
import { actionsOn } from './recording.ts';
import type { Replay } from './replay.ts';
import type { Direction } from './searches.ts';
import { type Units, unitsOf } from './units.ts';

/**
 * Two recordings of the same people with the same luck, side by side. Differences are A − B, over units: the users
 * who were there from the start, or products where one decision is taken for all users of each.
 *
 * Days are lived in order, in both, when they are first asked for; what is said of all days at once, such as `peaks`,
 * is said of those lived so far.
 */
export interface Pair {
  readonly a: Replay;
  readonly b: Replay;
  /** what people call the two */
  readonly names: OfBoth<string>;
  readonly program: Program;
  readonly units: Units;
  /** units that are counted; lives and the days on which they part are there of all */
  readonly counted: number;
  /** days recorded in both */
  readonly days: number;
  /** rows of users, those counted in who come later or never */
  readonly people: number;
  /** days lived in both so far */
  readonly livedDays: number;
  /** Lives on to the evening of `day`; what asks for a later day does so by itself. */
  liveUntil(day: number): void;
  /** Does a part of what living one day in both takes: some users' day, or the comparison. Nothing where all days are lived. */
  liveABit(): void;
  /** How many lives of the units counted part on a day: another action or another stage, for the first time. */
  parted(day: number): number;
  /** How many of them have parted by the evening of a day. */
  partedBy(day: number): number;
  /** The day on which a unit's lives part; undefined: on none lived so far. */
  partingOf(unit: number): number | undefined;
  /** The nearest day after (1) or before (−1) one on which anybody parts, among those lived so far. */
  nextParting(day: number, direction: Direction): number | undefined;
  /** The days on which most part, in their order, at most 12, among those lived so far. */
  readonly peaks: readonly number[];
  /** Users in each stage on the evening of a day, newcomers too; where some are counted, those of them. */
  stages(day: number): OfBoth<readonly number[]>;
  /** Two policies in every measure up to the evening of a day. */
  difference(day: number): PairDifference;
  /** Who is better off, by segment; empty where rewards are those of whole products. */
  segments(day: number): readonly SegmentDifference[];
  /** Those whose rewards so far are higher in A, furthest first; at most `TOLD`. */
  mostGained(day: number, most: number): PairedUnit[];
  /** Those whose rewards so far are lower in A, furthest first; at most `TOLD`. */
  mostLost(day: number, most: number): PairedUnit[];
}

/** How two recordings are put side by side. */
export interface PairOptions {
  /** what people call the two; undefined: as their recordings are labelled */
  readonly names?: OfBoth<string> | undefined;
  /** by row, 1: counted in all that is said of more than one life; undefined: everyone */
  readonly among?: Uint8Array | undefined;
}

/**
 * Puts two recordings side by side. Nothing is lived yet but birth.
 *
 * Memory: the sums of both populations once, and a few hundred numbers per day lived.
 *
 * @throws RangeError naming what differs, if they are not of one scenario, seed and number of users; or why nobody can
 * be counted
 */
export function openPair(a: Replay, b: Replay, options: PairOptions = {}): Pair {
  checkPairing(a.recording, b.recording);
  return new OpenPair(a, b, options);
}

class OpenPair implements Pair {
  readonly a: Replay;
  readonly b: Replay;
  readonly names: OfBoth<string>;
  readonly program: Program;
  readonly units: Units;
  readonly counted: number;
  readonly days: number;
  readonly people: number;
  readonly #history: PairHistory;

  constructor(a: Replay, b: Replay, { names, among }: PairOptions) {
    this.a = a;
    this.b = b;
    this.names = names ?? { a: a.recording.label, b: b.recording.label };
    this.program = a.recording.program;
    this.units = unitsOf(a.recording);
    this.days = Math.min(a.days, b.days);
    this.people = a.people;
    const counted = countedUnits(this.units, this.people, among);
    this.counted = counted.units.length;
    this.#history = new PairHistory(a.recording, b.recording, counted);
  }

  get livedDays(): number {
    return this.#history.livedDays;
  }

  get peaks(): readonly number[] {
    return this.#history.partings.peaks;
  }

  liveUntil(day: number): void {
    if (!Number.isInteger(day) || day < 0 || day > this.days)
      throw new RangeError(`expected day to be a whole number from 0 to ${this.days}, got ${day}`);
    while (this.livedDays < day) this.#history.advance();
  }

  liveABit(): void {
    if (this.livedDays < this.days) this.#history.advance();
  }

  parted(day: number): number {
    this.liveUntil(day);
    return this.#history.partings.on(day);
  }

  partedBy(day: number): number {
    this.liveUntil(day);
    return this.#history.partings.by(day);
  }

  partingOf(unit: number): number | undefined {
    if (!Number.isInteger(unit) || unit < 0 || unit >= this.units.count)
      throw new RangeError(
        `expected ${this.units.kind} to be a whole number from 0 to ${this.units.count - 1}, got ${unit}`,
      );
    return this.#history.partings.of(unit);
  }

  nextParting(day: number, direction: Direction): number | undefined {
    return this.#history.partings.next(day, direction);
  }

  stages(day: number): OfBoth<readonly number[]> {
    return this.#tally(day).stages;
  }

  difference(day: number): PairDifference {
    return this.#tally(day).difference;
  }

  segments(day: number): readonly SegmentDifference[] {
    return this.#tally(day).segments;
  }

  mostGained(day: number, most: number): PairedUnit[] {
    return this.#tally(day)
      .gained.slice(0, most)
      .map((unit) => this.#paired(unit));
  }

  mostLost(day: number, most: number): PairedUnit[] {
    return this.#tally(day)
      .fell.slice(0, most)
      .map((unit) => this.#paired(unit));
  }

  #tally(day: number): PairTally {
    this.liveUntil(day);
    return this.#history.tally(day);
  }

  #paired(told: UnitDifference): PairedUnit {
    return { ...told, parting: this.#parting(told.unit) };
  }

  #parting(unit: number): Parting | undefined {
    const day = this.partingOf(unit);
    if (day === undefined) return undefined;
    const stages = this.#history.partings.stagesOf(unit);
    const turn = ({ recording }: Replay, stage: number): Turn => ({
      action: actionsOn(recording, day)[unit],
      stage: this.units.kind === 'user' ? stage : undefined,
    });
    return { day, a: turn(this.a, stages.a), b: turn(this.b, stages.b) };
  }
}
