import { userDays } from './userDays.ts';

/** Every user's last days of an episode, at most n of them, which wait for what follows before they are learned from. */
export class WaitingDays {
  /** users; how many days wait */
  readonly waiting: Uint32Array;
  readonly #most: number;
  readonly #cells: Int32Array;
  readonly #rewards: Float32Array;
  #today = 0;

  /**
   * @param agent the agent's name, for errors
   * @param most n
   */
  constructor(agent: string, users: number, most: number) {
    this.#most = most;
    this.waiting = new Uint32Array(users);
    this.#cells = new Int32Array(userDays(agent, users, most));
    this.#rewards = new Float32Array(this.#cells.length);
  }

  /** Forgets everything: an episode starts. */
  start(): void {
    this.waiting.fill(0);
    this.#today = 0;
  }

  /** Notes what a user did today and what it earned; there is room, and `nextDay` has not been called. */
  note(user: number, cell: number, reward: number): void {
    const slot = this.#slot(user, this.#today);
    this.#cells[slot] = cell;
    this.#rewards[slot] = reward;
    this.waiting[user]++;
  }

  nextDay(): void {
    this.#today++;
  }

  /** What a user earned since its oldest waiting day, then `after`, each worth γ of the day before. */
  returnOf(user: number, after: number, discount: number): number {
    let sum = after;
    for (let age = 1; age <= this.waiting[user]; age++)
      sum = this.#rewards[this.#slot(user, this.#today - age)] + discount * sum;
    return sum;
  }

  /** The cell of a user's oldest waiting day, which waits no longer. */
  take(user: number): number {
    return this.#cells[this.#slot(user, this.#today - this.waiting[user]--)];
  }

  #slot(user: number, day: number): number {
    return user * this.#most + (day % this.#most);
  }
}
