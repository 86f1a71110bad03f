import type { Observation, TimeStep } from '../../environments/contract.ts';
import type { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { History } from './history.ts';
import { recordedWorld } from './recordedWorld.ts';
import { actionsOn, type Recording } from './recording.ts';

/** Everybody on one evening. What it holds are views, valid until another evening is asked for. */
export interface Evening {
  readonly day: number;
  /** stage index by row; `UNBORN` where nobody is born yet */
  readonly stages: Uint8Array;
  /** segment index by row */
  readonly segments: Uint8Array;
  /** day on whose evening each user came by row, 0 for the founding ones */
  readonly bornOn: Int32Array;
  /** number of the way each user came by row; undefined where everyone is there from the start */
  readonly channels: Uint8Array | undefined;
  /** what the policy sees the next morning, by row, or by product where one decision is taken for all its users */
  readonly observation: Observation;
  /** rewards of the day, 0 on day 0; by row or by product as the observation */
  readonly rewards: Float32Array;
  /**
   * A trait, state variable or sum since birth ("sum_return", "sum_cost", "sum_contacts", "sum_<metric>_") by row; sums
   * are by product where one decision is taken for all its users.
   *
   * @throws RangeError if there is none of that name
   */
  column(name: string): Float32Array | Float64Array;
}

/** The place in a recording that is looked at: a second environment that is taken to any evening lived before. */
export class Cursor {
  readonly #recording: Recording;
  readonly #history: History;
  readonly #environment: PopulationEnvironment;
  #evening: Evening | undefined;

  constructor(recording: Recording, history: History) {
    this.#recording = recording;
    this.#history = history;
    this.#environment = recordedWorld(recording);
  }

  /** Everybody on the evening of `day`. */
  evening(day: number): Evening {
    if (this.#evening?.day !== day) this.#evening = this.#eveningOf(this.#goTo(day));
    return this.#evening;
  }

  /** One day forward is lived; else what is nearest is restored, and the days from there are lived. */
  #goTo(day: number): TimeStep {
    this.#history.liveUntil(day);
    const environment = this.#environment;
    let step = this.#comeNear(day);
    while (!step || step.day < day) step = environment.step(actionsOn(this.#recording, environment.day + 1));
    return step;
  }

  /** Stays here, and says nothing, where no evening kept saves more than a day from here. */
  #comeNear(day: number): TimeStep | undefined {
    const { day: here } = this.#environment;
    const { snapshots } = this.#history;
    if (here >= 0 && here < day && snapshots.nearestDay(day) <= here + 1) return undefined;
    const kept = snapshots.nearest(day);
    return kept ? this.#environment.restore(kept) : this.#environment.reset(this.#recording.seed);
  }

  #eveningOf({ day, observation, rewards }: TimeStep): Evening {
    const { stages, segments, bornOn, channels } = this.#environment;
    const column = (name: string) => this.#environment.column(name);
    return { day, stages, segments, bornOn, channels, observation, rewards, column };
  }
}
