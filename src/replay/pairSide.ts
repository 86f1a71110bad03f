import { mean } from '../statistics/mean.ts';
import { byMeasure, type Measure } from './pairTally.ts';
import type { LivedRows } from './partings.ts';
import { actionsOn } from './recording.ts';
import type { Replay } from './replay.ts';
import { UnitSums } from './unitSums.ts';
import { type Units, unitsOf } from './units.ts';

/** One of two policies on one evening. */
export interface SideEvening {
  /** by unit */
  readonly measured: Readonly<Record<Measure, Float64Array>>;
  /** founding users, those of each unit together; 1: still here */
  readonly there: Uint8Array;
}

/** One of two recordings, lived day by day. */
export class PairSide {
  readonly #replay: Replay;
  readonly #sums: UnitSums;
  readonly #units: Units;
  readonly #absorbing: readonly boolean[];

  constructor(replay: Replay) {
    const { recording } = replay;
    this.#replay = replay;
    this.#sums = new UnitSums(recording);
    this.#units = unitsOf(recording);
    this.#absorbing = recording.program.stages.map(({ absorbing }) => absorbing);
  }

  /** Segment index of every unit. */
  get segments(): Uint8Array {
    return this.#sums.segments.subarray(0, this.#units.count);
  }

  /** Lives the next day. */
  liveDay(day: number): LivedRows {
    const replay = this.#replay;
    this.#sums.liveDay();
    const [morning, evening] = [replay.stagesOn(day - 1), replay.stagesOn(day)];
    return { morning, evening, actions: actionsOn(replay.recording, day) };
  }

  /** The evening of the last day lived. */
  evening(day: number): SideEvening {
    const there = this.#there(this.#replay.stagesOn(day));
    const measured = byMeasure((measure) =>
      measure === 'here' ? this.#parts(there) : this.#sums.of(measure),
    );
    return { measured, there };
  }

  #there(stages: Uint8Array): Uint8Array {
    const { count, usersEach, stride } = this.#units;
    return Uint8Array.from({ length: count * usersEach }, (_, user) => {
      const row = Math.floor(user / usersEach) * stride + (user % usersEach);
      return this.#absorbing[stages[row]] ? 0 : 1;
    });
  }

  /** The part of each unit's users who are still here, in per cent. */
  #parts(there: Uint8Array): Float64Array {
    const { count, usersEach } = this.#units;
    return Float64Array.from(
      { length: count },
      (_, unit) => 100 * mean(there.subarray(unit * usersEach, (unit + 1) * usersEach)),
    );
  }
}
