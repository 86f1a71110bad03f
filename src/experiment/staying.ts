import type { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { UserMetric } from './evaluate.ts';

/** Days at which retention is reported, besides the horizon. */
export const RETENTION_DAYS = [1, 7, 30, 90] as const;

/**
 * How long those who were there from the start stay. Newcomers are left out, so that retention does not depend on how
 * many come and when.
 */
export class Staying {
  readonly #environment: PopulationEnvironment;
  readonly #absorbing: readonly boolean[];
  /** first day on whose evening each founding user was gone; 0: still there */
  readonly #left: Uint32Array;

  constructor(environment: PopulationEnvironment) {
    const { groups, founders } = environment.shape;
    this.#environment = environment;
    this.#absorbing = environment.program.stages.map(({ absorbing }) => absorbing);
    this.#left = new Uint32Array(groups * founders);
  }

  /** Takes note of who is gone on the evening of a day. */
  note(day: number): void {
    const { stages, shape } = this.#environment;
    const { groups, founders, places } = shape;
    for (let group = 0; group < groups; group++)
      for (let place = 0; place < founders; place++) {
        const user = group * founders + place;
        if (this.#left[user] === 0 && this.#absorbing[stages[group * places + place]]) this.#left[user] = day;
      }
  }

  /**
   * Still there on the evening of a day: 1 or 0 of each user, or the part of each product's users. Only on days that
   * end a time step.
   */
  metrics(days: number): UserMetric[] {
    const every = this.#environment.program.decision?.every ?? 1;
    const dated = RETENTION_DAYS.filter((day) => day <= days && day % every === 0).map((day) => ({
      name: `retention.${day}`,
      values: this.#at(day),
    }));
    return [...dated, { name: 'retention.end', values: this.#at(days) }];
  }

  #at(day: number): Float64Array {
    const there = Float64Array.from(this.#left, (left) => (left === 0 || left > day ? 1 : 0));
    if (!this.#environment.program.decision) return there;
    const { groups, founders } = this.#environment.shape;
    const part = (group: number) =>
      there.subarray(group * founders, (group + 1) * founders).reduce((sum, one) => sum + one, 0) / founders;
    return Float64Array.from({ length: groups }, (_, group) => part(group));
  }
}
