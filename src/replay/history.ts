import { UNBORN } from '../../environments/population/people.ts';
import type { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { PlantedUser } from '../../environments/population/populationSnapshot.ts';
import { dayInPieces } from './dayInPieces.ts';
import { KeptSnapshots } from './keptSnapshots.ts';
import { Piecework } from './piecework.ts';
import { recordedWorld } from './recordedWorld.ts';
import { actionsOn, type Recording, recordedDays, shapeOfRecording } from './recording.ts';

/** What all snapshots of a recording together may have. */
const MOST_BYTES = 160e6;
/** Work of living some days anew that takes a few milliseconds; the unit is one day of one user. */
const LITTLE_WORK = 20_000;
/** Days of everybody for which a snapshot is worth its time. */
const DAYS_PER_SNAPSHOT = 3;
/** Work of living a day of nobody, and of each row in which nobody is or who was there has left. */
const WORK_PER_DAY = 2000;
const WORK_PER_EMPTY_ROW = 0.15;

/**
 * The days of a recording lived so far: the stage of every user on every evening, and each day's rewards in sum.
 *
 * A day is lived once, in order, when it is first asked for. What is kept is one byte per user and day, as much as
 * the recording's own actions, so any earlier day is there without living anything again; snapshots of some evenings,
 * from which all else can be had; and newcomers as they were on the evening on which they came.
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
  readonly #snapshots: KeptSnapshots;
  /** 1: a stage from which nobody comes back */
  readonly #absorbing = new Uint8Array(256);
  readonly #leavingDays: Int32Array;
  /** of living up to here */
  #work = 0;
  #livedDays = 0;
  readonly #pieces = new Piecework(() => this.#nextPieces());
  /** whether what was begun last is to keep an evening, rather than to live a day */
  #isKeeping = false;

  constructor(recording: Recording) {
    this.#recording = recording;
    const { rows, founders } = shapeOfRecording(recording);
    this.#rows = rows;
    this.#usersEach = recording.program.decision ? founders : 1;
    this.#environment = recordedWorld(recording);
    this.#environment.reset(recording.seed);
    this.#stages = new Uint8Array((recordedDays(recording) + 1) * this.#rows);
    this.#stages.set(this.#environment.stages);
    this.#absorbing.set(recording.program.stages.map(({ absorbing }) => Number(absorbing)));
    this.#leavingDays = new Int32Array(rows).fill(-1);
    const closest = Math.max(LITTLE_WORK, DAYS_PER_SNAPSHOT * rows);
    this.#snapshots = new KeptSnapshots({ mostBytes: MOST_BYTES, closest });
  }

  /** Days lived so far. */
  get livedDays(): number {
    return this.#livedDays;
  }

  /** Lives on to the evening of `day`, unless that day was lived before. */
  liveUntil(day: number): void {
    while (this.livedDays < day && this.#pieces.advance());
  }

  /** One piece of living on, of a few milliseconds, for who has other things to do between them. */
  liveABit(): void {
    this.#pieces.advance();
  }

  /** Snapshots of some of the evenings lived. */
  get snapshots(): Pick<KeptSnapshots, 'nearest' | 'nearestDay'> {
    if (this.#isKeeping) this.#pieces.finish();
    return this.#snapshots;
  }

  /** The day on which each user left for good by row, −1 where it did not on the days lived; a view. */
  get leavingDays(): Int32Array {
    return this.#leavingDays;
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

  /** The evening lived last is kept where it is wanted; else the next day is lived. */
  #nextPieces(): Generator<undefined, void> | undefined {
    this.#isKeeping = this.#snapshots.wants(this.#work);
    if (this.#isKeeping) return this.#snapshots.keep(this.#environment.present(), this.#work);
    return this.livedDays < recordedDays(this.#recording) ? this.#liveDay() : undefined;
  }

  *#liveDay(): Generator<undefined, void> {
    const actions = actionsOn(this.#recording, this.livedDays + 1);
    const { rewards } = yield* dayInPieces(this.#environment, actions);
    this.#livedDays++;
    this.#stages.set(this.#environment.stages, this.livedDays * this.#rows);
    this.#noteWhoLeft();
    this.#keepNewcomers();
    let sum = 0;
    for (const reward of rewards) sum += reward;
    this.#rewards.push(sum * this.#usersEach);
  }

  /** Takes note on the way of how much there was to live. */
  #noteWhoLeft(): void {
    const { stages, day } = this.#environment;
    const [leavingDays, absorbing] = [this.#leavingDays, this.#absorbing];
    let lived = 0;
    for (let row = 0; row < stages.length; row++) {
      if (leavingDays[row] >= 0 || stages[row] === UNBORN) continue;
      lived++;
      if (absorbing[stages[row]] === 1) leavingDays[row] = day;
    }
    this.#work += WORK_PER_DAY + lived + WORK_PER_EMPTY_ROW * (stages.length - lived);
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
