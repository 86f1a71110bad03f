import { UNBORN } from '../../environments/population/people.ts';
import type { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { type CountedUnits, ofCounted } from './countedUnits.ts';
import { dayInPieces } from './dayInPieces.ts';
import { byMeasure, type Measure } from './pairTally.ts';
import { recordedWorld } from './recordedWorld.ts';
import { actionsOn, type Recording } from './recording.ts';
import { type Units, unitsOf } from './units.ts';

/** What is noted of one day of one of two recordings. */
export interface LivedRows {
  /** stage index by row in the morning and in the evening; the latter a view */
  readonly morning: Uint8Array;
  readonly evening: Uint8Array;
  /** action index by unit; where users are decided for, newcomers' come behind theirs */
  readonly actions: Uint8Array;
}

/** One of two recordings on one evening. */
export interface SideEvening {
  /** by unit, of those counted */
  readonly measured: Readonly<Record<Measure, Float64Array>>;
  /** founding users of those counted, those of each unit together; 1: still here */
  readonly there: Uint8Array;
  /** users in each stage, newcomers too, of those counted */
  readonly stages: readonly number[];
  /** stage index by row; a view */
  readonly rows: Uint8Array;
}

/** One of two recordings, lived day by day in a population of its own. */
export class PairSide {
  readonly #recording: Recording;
  readonly #environment: PopulationEnvironment;
  readonly #units: Units;
  readonly #counted: CountedUnits;
  readonly #morning: Uint8Array;
  /** by stage index; 1: not left for good */
  readonly #staying: Uint8Array;

  constructor(recording: Recording, counted: CountedUnits) {
    this.#recording = recording;
    this.#counted = counted;
    this.#units = unitsOf(recording);
    this.#environment = recordedWorld(recording);
    this.#environment.reset(recording.seed);
    this.#morning = this.#environment.stages.slice();
    this.#staying = Uint8Array.from(recording.program.stages, ({ absorbing }) => (absorbing ? 0 : 1));
  }

  /** Days lived. */
  get day(): number {
    return this.#environment.day;
  }

  /** Segment index of every founding user, where users are decided for. */
  get segments(): Uint8Array {
    return this.#environment.segments.subarray(0, this.#units.count);
  }

  /** The day lived last. */
  get lived(): LivedRows {
    return {
      morning: this.#morning,
      evening: this.#environment.stages,
      actions: actionsOn(this.#recording, this.day),
    };
  }

  /** Lives the next day, in pieces. */
  *liveDay(): Generator<undefined, void> {
    this.#morning.set(this.#environment.stages);
    yield* dayInPieces(this.#environment, actionsOn(this.#recording, this.day + 1));
  }

  /** The evening of the day lived last. */
  evening(): SideEvening {
    const there = this.#there();
    const measured = byMeasure((measure) =>
      ofCounted(measure === 'here' ? this.#parts(there) : this.#sums(measure), this.#counted),
    );
    return {
      measured,
      there: ofCounted(there, this.#counted),
      stages: this.#counts(),
      rows: this.#environment.stages,
    };
  }

  #there(): Uint8Array {
    const { count, usersEach, stride } = this.#units;
    const { stages } = this.#environment;
    const there = new Uint8Array(count * usersEach);
    for (let unit = 0, user = 0; unit < count; unit++)
      for (let k = 0; k < usersEach; k++) there[user++] = this.#staying[stages[unit * stride + k]];
    return there;
  }

  /** The part of each unit's users who are still here, in per cent. */
  #parts(there: Uint8Array): Float64Array {
    const { count, usersEach } = this.#units;
    const parts = new Float64Array(count);
    for (let user = 0; user < there.length; user++) parts[Math.floor(user / usersEach)] += there[user];
    for (let unit = 0; unit < count; unit++) parts[unit] *= 100 / usersEach;
    return parts;
  }

  /** Sums so far by unit; what newcomers came to is the founding user's beside or through whom they came. */
  #sums(name: string): Float64Array {
    const { roots, program } = this.#environment;
    const column = this.#environment.column(`sum_${name}`);
    if (program.decision || !roots) return Float64Array.from(column);
    const sums = new Float64Array(this.#units.count);
    for (let row = 0; row < column.length; row++) sums[roots[row]] += column[row];
    return sums;
  }

  #counts(): number[] {
    const counts = new Uint32Array(UNBORN + 1);
    const { stages } = this.#environment;
    const { rows } = this.#counted;
    for (let row = 0; row < stages.length; row++) if (rows?.[row] !== 0) counts[stages[row]]++;
    return [...counts.subarray(0, this.#staying.length)];
  }
}
