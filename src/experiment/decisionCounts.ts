import type { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { LivedDay } from './interact.ts';

/**
 * Counts what was decided: stages × actions, by the stage in which each user began the day. Where one decision is
 * taken for all users of a product, all are in the first row.
 */
export class DecisionCounts {
  readonly counts: Uint32Array;
  readonly #environment: PopulationEnvironment;
  readonly #actions: number;
  /** the stage in which everyone began the day */
  readonly #morning: Uint8Array;

  constructor(environment: PopulationEnvironment) {
    const { program, stages } = environment;
    this.#environment = environment;
    this.#actions = program.actions.length;
    this.counts = new Uint32Array(program.stages.length * this.#actions);
    this.#morning = new Uint8Array(stages.length);
  }

  /** Counts the decisions of a day that was just lived, to be told every one of them. */
  note({ step, actions }: LivedDay): void {
    const { active } = step.observation;
    for (let i = 0; i < active.length; i++)
      if (active[i] === 1) this.counts[this.#morning[i] * this.#actions + actions[i]]++;
    const { program, stages } = this.#environment;
    if (!program.decision) this.#morning.set(stages);
  }
}
