import type { Observation, Policy } from '../../../environments/contract.ts';
import type { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Decider } from '../decider.ts';

/**
 * A policy that is asked every day, from the first one on, for some users only: draws are told apart by how often it
 * was asked and by the row, and networks compute nothing for who is not asked for.
 */
export class AskedPolicy {
  readonly #policy: Policy;
  readonly #remembers: boolean;
  readonly #asked: Uint8Array;
  readonly #actions: Uint8Array;

  /** @param users length of the arrays that it is shown */
  constructor({ remembers, create }: Decider, world: PopulationEnvironment, users: number) {
    this.#policy = create(world);
    this.#remembers = remembers;
    this.#asked = new Uint8Array(users);
    this.#actions = new Uint8Array(users);
  }

  /**
   * Its actions of today.
   *
   * @param of users; 1: asked for. A policy that remembers looks at everyone, as it may be asked for them later
   * @returns users; those not asked for mean nothing. Valid until `tell`
   */
  choose(observation: Observation, of: Uint8Array): Uint8Array {
    const { active } = observation;
    if (!this.#remembers) for (let i = 0; i < of.length; i++) this.#asked[i] = of[i] & active[i];
    const shown = { ...observation, active: this.#remembers ? active : this.#asked };
    this.#policy.selectActions(shown, this.#actions);
    return this.#actions;
  }

  /** What was really done today: who remembers reads it tomorrow. */
  tell(taken: Uint8Array): void {
    this.#actions.set(taken);
  }
}
