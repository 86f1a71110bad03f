import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { type Recording, recordedDays } from './recording.ts';

/** One user's recorded life. Every list has one entry a day, from 0 (birth) to the last recorded day. */
export interface UserLife {
  /** the user's number, from 0 */
  readonly user: number;
  /** index */
  readonly segment: number;
  /** stage index in the evening */
  readonly stages: Uint8Array;
  /** action index; 0 at birth and after leaving */
  readonly actions: Uint8Array;
  /** reward of the day; 0 at birth and after leaving */
  readonly rewards: Float32Array;
  /** the day on which the user left for good, undefined where it stayed to the end */
  readonly leftOn: number | undefined;
}

/** What the policy saw of one user on one morning, and what is hidden from it. */
export interface UserMorning {
  /** traits and state by name */
  readonly values: Readonly<Record<string, number>>;
  /** the observed features, in their order */
  readonly features: readonly { readonly name: string; readonly value: number }[];
  /** key of the world's random stream */
  readonly seedKey: number;
  /** the user's birth key */
  readonly birth: number;
}

/**
 * One user lived alone: a population can be lived in parts that give the same lives, so a part of one user is
 * enough to know everything about it.
 */
export class LoneUser {
  readonly life: UserLife;
  readonly #recording: Recording;
  readonly #user: number;
  readonly #environment: PopulationEnvironment;

  constructor(recording: Recording, user: number) {
    this.#recording = recording;
    this.#user = user;
    this.#environment = new PopulationEnvironment(recording.program, { users: 1, firstUser: user });
    this.life = this.#live();
  }

  /** The morning of `day`, from 1 on. */
  morning(day: number): UserMorning {
    const environment = this.#environment;
    let step = environment.reset(this.#recording.seed);
    while (environment.day < day - 1) step = environment.step(this.#actionOn(environment.day + 1));
    const { traits, state } = this.#recording.program;
    const names = [...traits, ...state].map(({ name }) => name);
    return {
      values: Object.fromEntries(names.map((name) => [name, environment.column(name)[0]])),
      features: environment.spec.features.map((name, k) => ({ name, value: step.observation.features[k] })),
      seedKey: environment.seedKey,
      birth: environment.births[0],
    };
  }

  #live(): UserLife {
    const environment = this.#environment;
    environment.reset(this.#recording.seed);
    const { stages: definitions } = this.#recording.program;
    const days = recordedDays(this.#recording);
    const stages = new Uint8Array(days + 1).fill(environment.stages[0]);
    const actions = new Uint8Array(days + 1);
    const rewards = new Float32Array(days + 1);
    let leftOn: number | undefined;
    for (let day = 1; day <= days && leftOn === undefined; day++) {
      const action = this.#actionOn(day);
      actions[day] = action[0];
      rewards[day] = environment.step(action).rewards[0];
      stages.fill(environment.stages[0], day);
      if (definitions[stages[day]].absorbing) leftOn = day;
    }
    return { user: this.#user, segment: environment.segments[0], stages, actions, rewards, leftOn };
  }

  #actionOn(day: number): Uint8Array {
    const { actions, users } = this.#recording;
    const index = (day - 1) * users + this.#user;
    return actions.subarray(index, index + 1);
  }
}
