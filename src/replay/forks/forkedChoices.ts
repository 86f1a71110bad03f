import { actionsOn, type Recording, shapeOfRecording } from '../recording.ts';
import type { AskedPolicy } from './askedPolicy.ts';
import { availableInstead } from './availableInstead.ts';
import type { Branch } from './branch.ts';
import type { ForcedDays } from './forkChoice.ts';
import { markParted } from './markParted.ts';

/** How often a fork stepped in, in decisions. */
export interface ForkTally {
  /** in which its action was to be given */
  readonly forced: number;
  /** of these, in which something else was recorded */
  readonly changed: number;
  /** of these, in which it was not available, so that the first available one was given */
  readonly unavailable: number;
}

/** What is given instead of what was recorded. */
export interface ForcedAction extends ForcedDays {
  /** index */
  readonly action: number;
  /** whether it is given to whoever is in a row that morning */
  readonly isMeant: (row: number) => boolean;
}

export interface ForkedLives {
  readonly fork: Branch;
  /** the recorded life beside it; undefined where it does not matter who parted from it */
  readonly original: Branch | undefined;
  /** undefined: recorded actions go on */
  readonly policy: AskedPolicy | undefined;
}

/**
 * Who is given what in a fork, day after day: the forced action, what the policy chooses for those whose life has parted
 * from the recorded one, and what was recorded for all others. Where money is shared, everyone has parted with the first.
 */
export class ForkedChoices {
  readonly #recording: Recording;
  readonly #forced: ForcedAction;
  readonly #lives: ForkedLives;
  /** deciders; 1: parted */
  readonly #parted: Uint8Array;
  readonly #isForced: Uint8Array;
  readonly #given: Uint8Array;
  readonly #tally = { forced: 0, changed: 0, unavailable: 0 };

  constructor(recording: Recording, forced: ForcedAction, lives: ForkedLives) {
    const { deciders } = shapeOfRecording(recording);
    this.#recording = recording;
    this.#forced = forced;
    this.#lives = lives;
    this.#parted = new Uint8Array(deciders);
    this.#isForced = new Uint8Array(deciders);
    this.#given = new Uint8Array(deciders);
  }

  get tally(): ForkTally {
    return this.#tally;
  }

  /** Everyone's action on `day`, the first of its decision; valid until the next day. */
  on(day: number): Uint8Array {
    const { fork, original, policy } = this.#lives;
    if (original) markParted(this.#parted, fork, original);
    this.#given.set(actionsOn(this.#recording, day));
    this.#isForced.fill(0);
    if (day >= this.#forced.from && day <= this.#forced.to) this.#force();
    if (policy) this.#ask(policy);
    return this.#given;
  }

  #force(): void {
    for (const [row, active] of this.#lives.fork.observation.active.entries())
      if (active === 1 && this.#forced.isMeant(row)) this.#give(row);
    if (this.#recording.program.budget && this.#tally.changed > 0) this.#parted.fill(1);
  }

  #give(row: number): void {
    const { action } = this.#forced;
    const { observation } = this.#lives.fork;
    const given = availableInstead(observation, row, action);
    const recorded = availableInstead(observation, row, this.#given[row]);
    this.#isForced[row] = 1;
    this.#tally.forced++;
    if (given !== action) this.#tally.unavailable++;
    if (given !== recorded) this.#tally.changed++;
    // In a life that goes on as recorded, what was recorded stays as it is where it comes to the same.
    if (given === recorded && this.#parted[row] === 0) return;
    this.#given[row] = given;
    this.#parted[row] = 1;
  }

  #ask(policy: AskedPolicy): void {
    const { observation } = this.#lives.fork;
    const chosen = policy.choose(observation, this.#parted);
    for (let row = 0; row < chosen.length; row++) {
      if (this.#parted[row] === 0 || this.#isForced[row] === 1) continue;
      this.#given[row] = observation.active[row] === 1 ? chosen[row] : 0;
    }
  }
}
