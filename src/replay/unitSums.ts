import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { actionsOn, type Recording } from './recording.ts';
import { unitsOf } from './units.ts';

/** What is summed of everybody's days. `return` is discounted where the scenario says so. */
export const SUMMED = ['return', 'cost', 'contacts'] as const;
export type Summed = (typeof SUMMED)[number];

/** What each unit of a recording has come to, day after day. */
export class UnitSums {
  readonly #recording: Recording;
  readonly #environment: PopulationEnvironment;
  readonly #count: number;

  constructor(recording: Recording) {
    this.#recording = recording;
    this.#count = unitsOf(recording).count;
    const { program, users, seed } = recording;
    this.#environment = new PopulationEnvironment(daily(program), { users, measured: true });
    this.#environment.reset(seed);
  }

  /** Segment index of every user by row. */
  get segments(): Uint8Array {
    return this.#environment.segments;
  }

  /** Lives one more day. */
  liveDay(): void {
    this.#environment.step(actionsOn(this.#recording, this.#environment.day + 1));
  }

  /** The sums so far by unit, newcomers counted in. */
  of(name: Summed): Float64Array {
    const { roots, program } = this.#environment;
    const column = this.#environment.column(`sum_${name}`);
    if (program.decision || !roots) return Float64Array.from(column);
    const sums = new Float64Array(this.#count);
    for (let row = 0; row < column.length; row++) sums[roots[row]] += column[row];
    return sums;
  }
}

/** The same world with a decision each day: a decision for several days is the same one on each of them. */
function daily(program: Program): Program {
  return program.decision ? { ...program, decision: { ...program.decision, every: 1 } } : program;
}
