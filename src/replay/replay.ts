import { type ExplainedUserDay, explainUserDay } from './explainUserDay.ts';
import { History } from './history.ts';
import {
  checkRecording,
  everyonesActionsOn,
  type Recording,
  recordedDays,
  shapeOfRecording,
} from './recording.ts';
import { countFrame, type ReplayFrame } from './replayFrame.ts';
import { LoneUser, type UserLife } from './userLife.ts';

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
  /** The population on one day, counted. */
  frame(day: number): ReplayFrame;
  /** Stage index of every user in the evening of `day`; a view. */
  stagesOn(day: number): Uint8Array;
  /** One user's whole recorded life. */
  life(user: number): UserLife;
  /** Why a user's day went as it did. */
  explain(user: number, day: number): ExplainedUserDay;
}

/**
 * Opens a recording. Nothing is lived yet but birth.
 *
 * Memory: one byte per user and day for the stages, as much as the recording's actions, plus the environment's
 * columns once and a few hundred numbers per frame.
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
  readonly #history: History;
  readonly #frames = new Map<number, ReplayFrame>();
  #lone: LoneUser | undefined;

  constructor(recording: Recording) {
    this.recording = recording;
    this.days = recordedDays(recording);
    this.people = shapeOfRecording(recording).rows;
    this.#history = new History(recording);
  }

  get livedDays(): number {
    return this.#history.livedDays;
  }

  liveUntil(day: number): void {
    this.#history.liveUntil(this.#checkDay(day));
  }

  frame(day: number): ReplayFrame {
    const known = this.#frames.get(this.#checkDay(day));
    if (known) return known;
    const frame = this.#count(day);
    this.#frames.set(day, frame);
    return frame;
  }

  stagesOn(day: number): Uint8Array {
    return this.#history.stagesOn(this.#checkDay(day));
  }

  life(user: number): UserLife {
    return this.#alone(user).life;
  }

  explain(user: number, day: number): ExplainedUserDay {
    return explainUserDay(this.recording.program, this.#alone(user), this.#checkDay(day));
  }

  #count(day: number): ReplayFrame {
    const history = this.#history;
    return countFrame(this.recording.program, {
      day,
      morning: day > 0 ? history.stagesOn(day - 1) : undefined,
      evening: history.stagesOn(day),
      actions: day > 0 ? everyonesActionsOn(this.recording, day) : new Uint8Array(0),
      reward: history.rewardOn(day),
    });
  }

  /** The user looked at last is kept, as people go through one life day by day. */
  #alone(user: number): LoneUser {
    if (!Number.isInteger(user) || user < 0 || user >= this.people)
      throw new RangeError(`expected user to be a whole number from 0 to ${this.people - 1}, got ${user}`);
    if (this.#lone?.life.user !== user) this.#lone = new LoneUser(this.recording, user, this.#history);
    return this.#lone;
  }

  #checkDay(day: number): number {
    if (Number.isInteger(day) && day >= 0 && day <= this.days) return day;
    throw new RangeError(`expected day to be a whole number from 0 to ${this.days}, got ${day}`);
  }
}
