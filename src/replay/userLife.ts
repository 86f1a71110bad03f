import type { TimeStep } from '../../environments/contract.ts';
import { UNBORN } from '../../environments/population/people.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { PlantedUser } from '../../environments/population/populationSnapshot.ts';
import type { History } from './history.ts';
import { actionsOn, type Recording, recordedDays, shapeOfRecording } from './recording.ts';

/** One user's recorded life. Every list has one entry a day, from 0 (birth) to the last recorded day. */
export interface UserLife {
  /** the user's number, from 0 */
  readonly user: number;
  /** index */
  readonly segment: number;
  /** number of the way it came; 0: there from the start */
  readonly channel: number;
  /** stage index in the evening; `UNBORN` before birth */
  readonly stages: Uint8Array;
  /** action index; 0 at birth and after leaving */
  readonly actions: Uint8Array;
  /** reward of the day; 0 at birth and after leaving */
  readonly rewards: Float32Array;
  /** the day on whose evening the user came, 0 for the founding ones; undefined: nobody ever took this place */
  readonly bornOn: number | undefined;
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
  /** number of the way it came; 0: there from the start */
  readonly channel: number;
}

/** A world for one user of a recording at a time. Compiling it takes longer than living a life in it. */
export function loneWorld({ program }: Pick<Recording, 'program'>): PopulationEnvironment {
  // The columns of a newcomer are those of the recorded world, where only users who are decided for have sums.
  return new PopulationEnvironment(program, { users: 1, alone: true, measured: !program.decision });
}

/**
 * One user lived alone: a population can be lived in parts that give the same lives, so a part of one user is
 * enough to know everything about it. Who came later is taken out of the population on the evening of that day.
 */
export class LoneUser {
  readonly life: UserLife;
  readonly #recording: Recording;
  readonly #row: number;
  readonly #firstUser: number;
  readonly #environment: PopulationEnvironment;
  /** who was not there from the start, as it was when it came */
  readonly #planted: PlantedUser | undefined;
  readonly #history: History;

  /** @param environment a `loneWorld` of the recording; users who are looked at one after the other may share it */
  constructor(recording: Recording, row: number, history: History, environment: PopulationEnvironment) {
    const { groups, founders, places } = shapeOfRecording(recording);
    const group = Math.floor(row / places);
    this.#firstUser = groups > 1 ? group * founders + (row % places) : row;
    this.#recording = recording;
    this.#row = row;
    this.#history = history;
    this.#environment = environment;
    const isNewcomer = row % places >= founders;
    if (isNewcomer && !history.newcomer(row)) history.liveUntil(recordedDays(recording));
    this.#planted = history.newcomer(row);
    this.life = isNewcomer && !this.#planted ? neverBorn(recording, row) : this.#live();
  }

  /** The morning of `day`, from the day after birth on. */
  morning(day: number): UserMorning {
    const environment = this.#environment;
    let step = this.#born();
    while (environment.day < day - 1) step = environment.step(this.#actionOn(environment.day + 1));
    const { traits, state } = this.#recording.program;
    const names = [...traits, ...state].map(({ name }) => name);
    return {
      values: Object.fromEntries(names.map((name) => [name, environment.column(name)[0]])),
      features: environment.spec.features.map((name, k) => ({ name, value: step.observation.features[k] })),
      seedKey: environment.seedKey,
      birth: environment.births[0],
      channel: environment.channels?.[0] ?? 0,
    };
  }

  /** Traits and state of who brought this user; undefined where nobody did. */
  referrer(): UserMorning['values'] | undefined {
    const { bornOn } = this.life;
    const row = bornOn === undefined ? undefined : this.#history.referrerOf(this.#row);
    if (row === undefined || bornOn === undefined) return undefined;
    return new LoneUser(this.#recording, row, this.#history, this.#environment).morning(bornOn + 1).values;
  }

  #born(): TimeStep {
    const { seed } = this.#recording;
    this.#environment.firstUser = this.#firstUser;
    return this.#planted ? this.#environment.plant(seed, this.#planted) : this.#environment.reset(seed);
  }

  #live(): UserLife {
    const environment = this.#environment;
    this.#born();
    const bornOn = environment.day;
    const { stages: definitions } = this.#recording.program;
    const days = recordedDays(this.#recording);
    const stages = new Uint8Array(days + 1).fill(UNBORN);
    stages.fill(environment.stages[0], bornOn);
    const actions = new Uint8Array(days + 1);
    const rewards = new Float32Array(days + 1);
    let leftOn: number | undefined;
    for (let day = bornOn + 1; day <= days && leftOn === undefined; day++) {
      const action = this.#actionOn(day);
      actions[day] = action[0];
      rewards[day] = environment.step(action).rewards[0];
      stages.fill(environment.stages[0], day);
      if (definitions[stages[day]].absorbing) leftOn = day;
    }
    const segment = environment.segments[0];
    const channel = environment.channels?.[0] ?? 0;
    return { user: this.#row, segment, channel, stages, actions, rewards, bornOn, leftOn };
  }

  #actionOn(day: number): Uint8Array {
    const { places } = shapeOfRecording(this.#recording);
    const index = this.#recording.program.decision ? Math.floor(this.#row / places) : this.#row;
    return actionsOn(this.#recording, day).slice(index, index + 1);
  }
}

/** A place for a newcomer that nobody took. */
function neverBorn(recording: Recording, user: number): UserLife {
  const days = recordedDays(recording) + 1;
  return {
    user,
    segment: 0,
    channel: 0,
    stages: new Uint8Array(days).fill(UNBORN),
    actions: new Uint8Array(days),
    rewards: new Float32Array(days),
    bornOn: undefined,
    leftOn: undefined,
  };
}
