import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { PlantedUser } from '../../environments/population/populationSnapshot.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { actionsOn, type Recording, recordedDays, shapeOfRecording } from './recording.ts';

/**
 * The days of a recording lived so far: the stage of every user on every evening, and each day's rewards in sum.
 *
 * A day is lived once, in order, when it is first asked for. What is kept is one byte per user and day, as much as
 * the recording's own actions, so any earlier day is there without living anything again; and newcomers as they were
 * on the evening on which they came.
 */
export class History {
  readonly #recording: Recording;
  readonly #environment: PopulationEnvironment;
  readonly #rows: number;
  /** users that a reward is for: a product's is for each of those at its start */
  readonly #usersEach: number;
  /** row `day`: stage index of every user in the evening of that day, row 0 at birth */
  readonly #stages: Uint8Array;
  readonly #rewards: number[] = [0];
  readonly #newcomers = new Map<number, PlantedUser>();

  constructor(recording: Recording) {
    this.#recording = recording;
    const { rows, founders } = shapeOfRecording(recording);
    this.#rows = rows;
    this.#usersEach = recording.program.decision ? founders : 1;
    this.#environment = new PopulationEnvironment(daily(recording.program), { users: recording.users });
    this.#environment.reset(recording.seed);
    this.#stages = new Uint8Array((recordedDays(recording) + 1) * this.#rows);
    this.#stages.set(this.#environment.stages);
  }

  /** Days lived so far. */
  get livedDays(): number {
    return this.#environment.day;
  }

  /** Lives on to the evening of `day`, unless that day was lived before. */
  liveUntil(day: number): void {
    while (this.livedDays < day) {
      const { rewards } = this.#environment.step(actionsOn(this.#recording, this.livedDays + 1));
      this.#stages.set(this.#environment.stages, this.livedDays * this.#rows);
      this.#keepNewcomers();
      let sum = 0;
      for (const reward of rewards) sum += reward;
      this.#rewards.push(sum * this.#usersEach);
    }
  }

  /** Stage index of every user in the evening of `day`, 0: at birth; a view. */
  stagesOn(day: number): Uint8Array {
    this.liveUntil(day);
    return this.#stages.subarray(day * this.#rows, (day + 1) * this.#rows);
  }

  /** Sum of everyone's rewards of `day`. */
  rewardOn(day: number): number {
    this.liveUntil(day);
    return this.#rewards[day];
  }

  /** A newcomer on the evening on which it came; undefined for who was there from the start, or has not come yet. */
  newcomer(row: number): PlantedUser | undefined {
    return this.#newcomers.get(row);
  }

  /** Row of who brought a user; undefined where nobody did. */
  referrerOf(row: number): number | undefined {
    return this.#environment.referrerOf(row);
  }

  #keepNewcomers(): void {
    if (!this.#recording.program.arrivals) return;
    const { groups, places } = this.#environment.shape;
    const { bornOn } = this.#environment;
    for (let group = 0; group < groups; group++) {
      let row = group * places + this.#environment.populated(group) - 1;
      for (; bornOn[row] === this.livedDays; row--) this.#newcomers.set(row, this.#environment.lift(row));
    }
  }
}

/** The same world with a decision each day: a decision for several days is the same one on each of them. */
function daily(program: Program): Program {
  return program.decision ? { ...program, decision: { ...program.decision, every: 1 } } : program;
}
