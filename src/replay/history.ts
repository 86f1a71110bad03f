import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { actionsOn, type Recording } from './recording.ts';

/**
 * The days of a recording lived so far: the stage of every user on every evening, and each day's rewards in sum.
 *
 * A day is lived once, in order, when it is first asked for. What is kept is one byte per user and day, as much as
 * the recording's own actions, so any earlier day is there without living anything again.
 */
export class History {
  readonly #recording: Recording;
  readonly #environment: PopulationEnvironment;
  /** row `day`: stage index of every user in the evening of that day, row 0 at birth */
  readonly #stages: Uint8Array;
  readonly #rewards: number[] = [0];

  constructor(recording: Recording) {
    this.#recording = recording;
    this.#environment = new PopulationEnvironment(recording.program, { users: recording.users });
    this.#environment.reset(recording.seed);
    this.#stages = new Uint8Array(recording.actions.length + recording.users);
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
      this.#stages.set(this.#environment.stages, this.livedDays * this.#recording.users);
      let sum = 0;
      for (const reward of rewards) sum += reward;
      this.#rewards.push(sum);
    }
  }

  /** Stage index of every user in the evening of `day`, 0: at birth; a view. */
  stagesOn(day: number): Uint8Array {
    this.liveUntil(day);
    const { users } = this.#recording;
    return this.#stages.subarray(day * users, (day + 1) * users);
  }

  /** Sum of everyone's rewards of `day`. */
  rewardOn(day: number): number {
    this.liveUntil(day);
    return this.#rewards[day];
  }
}
