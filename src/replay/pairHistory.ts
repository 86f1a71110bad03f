import { type CountedUnits, ofCounted } from './countedUnits.ts';
import { PairSide } from './pairSide.ts';
import { byMeasure, type PairTally, tallyOf } from './pairTally.ts';
import { Partings } from './partings.ts';
import { Piecework } from './piecework.ts';
import type { Recording } from './recording.ts';
import { orderBySegment, type SegmentOrder } from './segmentOrder.ts';
import { unitsOf } from './units.ts';

/**
 * The days of two recordings lived side by side so far. Each is compared as soon as both have lived it, when what
 * everybody has come to is at hand, and only the comparison is kept; so any earlier day is there without living
 * anything again.
 */
export class PairHistory {
  readonly partings: Partings;
  readonly #a: PairSide;
  readonly #b: PairSide;
  readonly #areUsers: boolean;
  readonly #counted: CountedUnits;
  readonly #order: SegmentOrder;
  readonly #tallies: PairTally[];
  readonly #pieces = new Piecework(() => this.#liveDay());

  constructor(a: Recording, b: Recording, counted: CountedUnits) {
    const units = unitsOf(a);
    this.partings = new Partings(units, a.program, counted.rows);
    this.#a = new PairSide(a, counted);
    this.#b = new PairSide(b, counted);
    this.#areUsers = units.kind === 'user';
    this.#counted = counted;
    this.#order = orderBySegment(this.#areUsers ? ofCounted(this.#a.segments, counted) : new Uint8Array(0));
    this.#tallies = [this.#compare()];
  }

  /** Days lived in both. */
  get livedDays(): number {
    return this.#tallies.length - 1;
  }

  /** Does the next piece of the next day: living some users, or comparing everyone. */
  advance(): void {
    this.#pieces.advance();
  }

  /** The comparison of a day that was lived. */
  tally(day: number): PairTally {
    return this.#tallies[day];
  }

  /** Lives the next day in one recording and in the other, then compares them. */
  *#liveDay(): Generator<undefined, void> {
    yield* this.#a.liveDay();
    yield;
    yield* this.#b.liveDay();
    yield;
    const tally = this.#compare();
    yield;
    this.partings.note(this.livedDays + 1, this.#a.lived, this.#b.lived);
    this.#tallies.push(tally);
  }

  #compare(): PairTally {
    const [a, b] = [this.#a.evening(), this.#b.evening()];
    const evening = {
      units: this.#counted.units,
      measured: byMeasure((measure) => ({ a: a.measured[measure], b: b.measured[measure] })),
      stages: { a: a.stages, b: b.stages },
      stageOf: this.#areUsers ? { a: a.rows, b: b.rows } : undefined,
      ...stayed(a.there, b.there),
    };
    return tallyOf(evening, this.#order);
  }
}

/** How many users are here in one and gone in the other. */
function stayed(a: Uint8Array, b: Uint8Array): { kept: number; lost: number } {
  let [kept, lost] = [0, 0];
  for (let user = 0; user < a.length; user++) {
    if (a[user] > b[user]) kept++;
    else if (a[user] < b[user]) lost++;
  }
  return { kept, lost };
}
