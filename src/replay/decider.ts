import type { Policy } from '../../environments/contract.ts';
import type { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';

/** The policy of a recording, where it is at hand to be asked again. */
export interface Decider {
  /** whether what it does depends on the days before, beyond what is seen today */
  readonly remembers: boolean;
  /** whether it goes by the true state of a world rather than by what is seen of it */
  readonly knowsWorld: boolean;
  /**
   * A new policy, as before its first day.
   *
   * @param world where it is played; read only by one that knows it, so that undefined will do for any other
   */
  create(world: PopulationEnvironment | undefined): Policy;
}
