import type { Observation } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { type LivedPopulation, populationOn } from '../populationOn.ts';
import { recordedWorld } from '../recordedWorld.ts';
import { actionsOn, type Recording, shapeOfRecording } from '../recording.ts';
import type { Replay } from '../replay.ts';

/**
 * A population that is lived on from an evening with other actions than were recorded. Its arrays are over all whom
 * decisions are taken for, even where only one user is lived.
 */
export interface Branch {
  readonly world: PopulationEnvironment;
  /** what policies see the next morning; valid until the morning after the next */
  readonly observation: Observation;
  /** birth key by row where another may be born in a row; undefined where everyone stays in their own */
  readonly births: Int32Array | undefined;
  /** Lives a day; returns what was really done, which a budget may have changed. */
  live(actions: Uint8Array): Uint8Array;
  /** The same evening once more, to be lived otherwise. */
  twin(): Branch;
}

/** Everybody. @param day the evening it begins on; 0: birth */
export function wholeBranch(replay: Replay, day: number): Branch {
  return new WholeBranch(replay.recording, populationOn(replay, day));
}

/** One of the founding users of a scenario in which nobody's life depends on another's. */
export function loneBranch({ recording }: Replay, user: number, day: number): Branch {
  const environment = loneWorld(recording, user);
  let step = environment.reset(recording.seed);
  while (environment.day < day)
    step = environment.step(actionsOn(recording, environment.day + 1).slice(user, user + 1));
  return new LoneBranch(recording, user, { environment, step });
}

class WholeBranch implements Branch {
  readonly world: PopulationEnvironment;
  readonly births: Int32Array | undefined;
  readonly #recording: Recording;
  observation: Observation;

  constructor(recording: Recording, { environment, step }: LivedPopulation) {
    const { arrivals, decision } = recording.program;
    this.#recording = recording;
    this.world = environment;
    this.births = arrivals && !decision ? environment.births : undefined;
    this.observation = step.observation;
  }

  live(actions: Uint8Array): Uint8Array {
    const { observation, taken } = this.world.step(actions);
    this.observation = observation;
    return taken ?? actions;
  }

  twin(): Branch {
    return new WholeBranch(this.#recording, copyOf(this.world, recordedWorld(this.#recording)));
  }
}

class LoneBranch implements Branch {
  readonly world: PopulationEnvironment;
  readonly births: undefined;
  observation: Observation;
  readonly #recording: Recording;
  readonly #user: number;
  /** Days take turns, so that who remembers what it was shown sees another array each day. */
  readonly #turns: readonly [Observation, Observation];

  constructor(recording: Recording, user: number, { environment, step }: LivedPopulation) {
    const { deciders } = shapeOfRecording(recording);
    this.#recording = recording;
    this.#user = user;
    this.world = environment;
    this.#turns = [emptied(step.observation, deciders), emptied(step.observation, deciders)];
    this.observation = this.#among(step.observation);
  }

  live(actions: Uint8Array): Uint8Array {
    const { observation } = this.world.step(actions.slice(this.#user, this.#user + 1));
    this.observation = this.#among(observation);
    return actions;
  }

  twin(): Branch {
    const copy = copyOf(this.world, loneWorld(this.#recording, this.#user));
    return new LoneBranch(this.#recording, this.#user, copy);
  }

  /** The user in its own row, as if all others had left. */
  #among({ features, states, active, available }: Observation): Observation {
    const seen = this.#turns[this.world.day % 2];
    seen.features.set(features, this.#user * features.length);
    seen.states[this.#user] = states[0];
    seen.active[this.#user] = active[0];
    if (available) seen.available?.set(available, this.#user * available.length);
    return seen;
  }
}

function loneWorld({ program }: Recording, user: number): PopulationEnvironment {
  return new PopulationEnvironment(program, { users: 1, firstUser: user, alone: true });
}

function copyOf(world: PopulationEnvironment, environment: PopulationEnvironment): LivedPopulation {
  return { environment, step: environment.restore(world.snapshot()) };
}

/** Room for so many users of whom nobody is there. */
function emptied({ features, available }: Observation, users: number): Observation {
  return {
    features: new Float32Array(users * features.length),
    states: new Uint32Array(users),
    active: new Uint8Array(users),
    ...(available && { available: new Uint8Array(users * available.length) }),
  };
}
