import type { Observation } from '../../environments/contract.ts';

/** Whom a bandit decides for; turned from user to user within a day. */
export class Decision {
  readonly observation: Observation;
  /** days decided so far */
  readonly day: number;
  user = 0;
  /** tabular state of the user */
  state = 0;
  /** where the user's row begins in arrays of users × actions */
  row = 0;
  readonly #actions: number;

  /** @param actions number of actions */
  constructor(actions: number, observation: Observation, day: number) {
    this.#actions = actions;
    this.observation = observation;
    this.day = day;
  }

  turnTo(user: number): this {
    this.user = user;
    this.state = this.observation.states[user];
    this.row = user * this.#actions;
    return this;
  }

  /** Whether an action may be taken. */
  allows(action: number): boolean {
    const { available } = this.observation;
    return available === undefined || available[this.row + action] === 1;
  }
}
