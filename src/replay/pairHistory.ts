import { PairSide } from './pairSide.ts';
import { byMeasure, type PairedEvening, type PairTally, tallyOf } from './pairTally.ts';
import { Partings } from './partings.ts';
import type { Replay } from './replay.ts';
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
  readonly #order: SegmentOrder;
  readonly #tallies: PairTally[];

  constructor(a: Replay, b: Replay) {
    const units = unitsOf(a.recording);
    this.partings = new Partings(units, a.recording.program);
    this.#a = new PairSide(a);
    this.#b = new PairSide(b);
    this.#order = orderBySegment(units.kind === 'user' ? this.#a.segments : new Uint8Array(0));
    this.#tallies = [this.#compare(0)];
  }

  get livedDays(): number {
    return this.#tallies.length - 1;
  }

  liveUntil(day: number): void {
    while (this.livedDays < day) {
      const next = this.livedDays + 1;
      this.partings.note({ day: next, a: this.#a.liveDay(next), b: this.#b.liveDay(next) });
      this.#tallies.push(this.#compare(next));
    }
  }

  /** The comparison of a day that was lived. */
  tally(day: number): PairTally {
    return this.#tallies[day];
  }

  #compare(day: number): PairTally {
    const [a, b] = [this.#a.evening(day), this.#b.evening(day)];
    const measured = byMeasure((measure) => ({ a: a.measured[measure], b: b.measured[measure] }));
    const evening: PairedEvening = { measured, ...stayed(a.there, b.there) };
    return tallyOf(evening, this.#order);
  }
}

/** How many users are here in one and gone in the other. */
function stayed(a: Uint8Array, b: Uint8Array): Pick<PairedEvening, 'kept' | 'lost'> {
  let [kept, lost] = [0, 0];
  for (let user = 0; user < a.length; user++) {
    if (a[user] > b[user]) kept++;
    else if (a[user] < b[user]) lost++;
  }
  return { kept, lost };
}
