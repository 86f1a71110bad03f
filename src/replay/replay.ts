import type { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { PopulationSnapshot } from '../../environments/population/populationSnapshot.ts';
import { Cursor, type Evening } from './cursor.ts';
import { type ExplainedUserDay, explainUserDay } from './explainUserDay.ts';
import { frameAmong, frameOn } from './frameOn.ts';
import { History } from './history.ts';
import { checkRecording, type Recording, recordedDays, shapeOfRecording } from './recording.ts';
import type { ReplayFrame } from './replayFrame.ts';
import { LoneUser, loneWorld, type UserLife } from './userLife.ts';

/** A recorded episode that can be looked at on any day. Users are numbered from 0; day 0 is birth. */
export interface Replay {
  readonly recording: Recording;
  /** days recorded */
  readonly days: number;
  /** rows of users, those counted in who come later or never */
  readonly people: number;
  /** days lived again so far; any of them is at hand at once */
  readonly livedDays: number;
  /** Lives on to the evening of `day`; what asks for a later day does so by itself. */
  liveUntil(day: number): void;
  /** One piece of living on, for who has other things to do between them: some users' day, or a part of what is kept of one. */
  liveABit(): void;
  /**
   * The population on one day, counted: everyone, or who is `among` them.
   *
   * @param among by row, 1: counted in; a day's rewards of some are looked up on its evening, as `evening` does
   */
  frame(day: number, among?: Uint8Array): ReplayFrame;
  /** Stage index of every user in the evening of `day`; a view. */
  stagesOn(day: number): Uint8Array;
  /** Everybody on the evening of `day`; what it holds is valid until it is asked for another day. */
  evening(day: number): Evening;
  /**
   * The last evening up to that of `day` that a snapshot was kept of, to live on from there in another environment: one
   * of `recordedWorld(recording)`, which is the scenario with a decision each day, the recording's number of users, and
   * `measured`. Valid until anything else is asked; undefined: there is none but birth.
   */
  snapshotBefore(day: number): PopulationSnapshot | undefined;
  /** By row, the day on which the user left for good as far as was lived, −1 where it did not; a view. */
  leavingDays(): Int32Array;
  /** One user's whole recorded life. */
  life(user: number): UserLife;
  /** Why a user's day went as it did. */
  explain(user: number, day: number): ExplainedUserDay;
}

/**
 * Opens a recording. Nothing is lived yet but birth.
 *
 * Memory: one byte per user and day for the stages, as much as the recording's actions, plus the environment's
 * columns three times, and once more when an evening is asked for, 160 MB of packed snapshots at most, and a few hundred
 * numbers per frame.
 *
 * @throws RangeError if the recording does not fit its scenario
 */
export function openReplay(recording: Recording): Replay {
  checkRecording(recording);
  return new OpenReplay(recording);
}

class OpenReplay implements Replay {
  readonly recording: Recording;
  readonly days: number;
  readonly people: number;
  #lived: History | undefined;
  readonly #frames = new Map<number, ReplayFrame>();
  #lone: LoneUser | undefined;
  #loneWorld: PopulationEnvironment | undefined;
  #cursor: Cursor | undefined;

  constructor(recording: Recording) {
    this.recording = recording;
    this.days = recordedDays(recording);
    this.people = shapeOfRecording(recording).rows;
  }

  get livedDays(): number {
    return this.#history.livedDays;
  }

  liveUntil(day: number): void {
    this.#history.liveUntil(this.#checkDay(day));
  }

  liveABit(): void {
    this.#history.liveABit();
  }

  frame(day: number, among?: Uint8Array): ReplayFrame {
    if (among) return this.#frameAmong(day, among);
    const known = this.#frames.get(this.#checkDay(day));
    if (known) return known;
    const frame = frameOn(this.recording, this.#history, day);
    this.#frames.set(day, frame);
    return frame;
  }

  stagesOn(day: number): Uint8Array {
    return this.#history.stagesOn(this.#checkDay(day));
  }

  evening(day: number): Evening {
    return this.#looking.evening(this.#checkDay(day));
  }

  snapshotBefore(day: number): PopulationSnapshot | undefined {
    return this.#history.snapshots.nearest(this.#checkDay(day));
  }

  leavingDays(): Int32Array {
    return this.#history.leavingDays;
  }

  life(user: number): UserLife {
    return this.#alone(user).life;
  }

  explain(user: number, day: number): ExplainedUserDay {
    return explainUserDay(this.recording.program, this.#alone(user), this.#checkDay(day));
  }

  /** Made when it is first asked for, as a life alone takes none. */
  get #history(): History {
    this.#lived ??= new History(this.recording);
    return this.#lived;
  }

  get #looking(): Cursor {
    this.#cursor ??= new Cursor(this.recording, this.#history);
    return this.#cursor;
  }

  #frameAmong(day: number, among: Uint8Array): ReplayFrame {
    if (among.length !== this.people)
      throw new RangeError(`expected a mask of ${this.people} rows, got ${among.length}`);
    const { rewards } = this.evening(day);
    return frameAmong(this.recording, this.#history, { day, rewards, among });
  }

  /** The user looked at last is kept, as people go through one life day by day. */
  #alone(user: number): LoneUser {
    if (!Number.isInteger(user) || user < 0 || user >= this.people)
      throw new RangeError(`expected user to be a whole number from 0 to ${this.people - 1}, got ${user}`);
    if (this.#lone?.life.user === user) return this.#lone;
    this.#loneWorld ??= loneWorld(this.recording);
    this.#lone = new LoneUser(this.recording, user, this.#history, this.#loneWorld);
    return this.#lone;
  }

  #checkDay(day: number): number {
    if (Number.isInteger(day) && day >= 0 && day <= this.days) return day;
    throw new RangeError(`expected day to be a whole number from 0 to ${this.days}, got ${day}`);
  }
}
