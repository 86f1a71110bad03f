import type { Observation } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { dayInPieces } from '../dayInPieces.ts';
import type { Pieces } from '../patiently.ts';
import { type LivedPopulation, populationWork } from '../populationOn.ts';
import { recordedWorld } from '../recordedWorld.ts';
import { actionsOn, type Recording, shapeOfRecording } from '../recording.ts';
import type { Replay } from '../replay.ts';

/**
 * A population that is lived on from an evening with other actions than were recorded, in pieces. Its arrays are over all whom
 * decisions are taken for, even where only one user is lived.
 */
export interface Branch {
  readonly world: PopulationEnvironment;
  /** what policies see the next morning; valid until the morning after the next */
  readonly observation: Observation;
  /** birth key by row where another may be born in a row; undefined where everyone stays in their own */
  readonly births: Int32Array | undefined;
  /** Lives a day; returns what was really done, which a budget may have changed. */
  live(actions: Uint8Array): Pieces<Uint8Array>;
  /** The same evening once more, to be lived otherwise. */
  twin(): Pieces<Branch>;
}

/** Everybody. @param day the evening it begins on; 0: birth */
export function* wholeBranch(replay: Replay, day: number): Pieces<Branch> {
  return new WholeBranch(replay.recording, yield* populationWork(replay, day));
}

/** One of the founding users of a scenario in which nobody's life depends on another's. */
export function loneBranch({ recording }: Replay, user: number, day: number): Branch {
  const environment = partWorld(recording, [user]);
  let step = environment.reset(recording.seed);
  while (environment.day < day)
    step = environment.step(actionsOn(recording, environment.day + 1).slice(user, user + 1));
  return new PartBranch(recording, [user], { environment, step });
}

/**
 * Some of the founding users of a scenario in which nobody's life depends on another's.
 *
 * @param day the evening it begins on; 0: birth
 */
export function* partBranch(replay: Replay, users: readonly number[], day: number): Pieces<Branch> {
  const { recording } = replay;
  const { environment: everybody } = yield* populationWork(replay, day);
  yield;
  const environment = partWorld(recording, users);
  const lifted = users.map((user) => everybody.lift(user));
  return new PartBranch(recording, users, {
    environment,
    step: environment.plantEach(recording.seed, lifted),
  });
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

  *live(actions: Uint8Array): Pieces<Uint8Array> {
    const { observation, taken } = yield* dayInPieces(this.world, actions);
    this.observation = observation;
    return taken ?? actions;
  }

  *twin(): Pieces<Branch> {
    const copy = recordedWorld(this.#recording);
    yield;
    return new WholeBranch(this.#recording, copyOf(this.world, copy));
  }
}

class PartBranch implements Branch {
  readonly world: PopulationEnvironment;
  readonly births: undefined;
  observation: Observation;
  readonly #recording: Recording;
  readonly #users: readonly number[];
  readonly #actions: Uint8Array;
  /** Days take turns, so that who remembers what it was shown sees another array each day. */
  readonly #turns: readonly [Observation, Observation];

  constructor(recording: Recording, users: readonly number[], { environment, step }: LivedPopulation) {
    const { deciders } = shapeOfRecording(recording);
    this.#recording = recording;
    this.#users = users;
    this.#actions = new Uint8Array(users.length);
    this.world = environment;
    const { observation } = step;
    this.#turns = [emptied(observation, deciders), emptied(observation, deciders)];
    this.observation = this.#among(observation);
  }

  *live(actions: Uint8Array): Pieces<Uint8Array> {
    for (const [place, user] of this.#users.entries()) this.#actions[place] = actions[user];
    const { observation } = yield* dayInPieces(this.world, this.#actions);
    this.observation = this.#among(observation);
    return actions;
  }

  *twin(): Pieces<Branch> {
    const copy = partWorld(this.#recording, this.#users);
    yield;
    return new PartBranch(this.#recording, this.#users, copyOf(this.world, copy));
  }

  /** The users in their own rows, as if all others had left. */
  #among({ features, states, active, available }: Observation): Observation {
    const seen = this.#turns[this.world.day % 2];
    const [width, count] = [features, available ?? []].map(({ length }) => length / active.length);
    for (const [place, user] of this.#users.entries()) {
      seen.features.set(features.subarray(place * width, (place + 1) * width), user * width);
      seen.states[user] = states[place];
      seen.active[user] = active[place];
      if (available)
        seen.available?.set(available.subarray(place * count, (place + 1) * count), user * count);
    }
    return seen;
  }
}

/** Keeps sums, as the world does that users are lifted out of: columns are the same then. */
function partWorld({ program }: Recording, users: readonly number[]): PopulationEnvironment {
  const [firstUser] = users;
  const numberOf = (row: number) => users[row];
  const options = { users: users.length, firstUser, numberOf, alone: true, measured: true };
  return new PopulationEnvironment(program, options);
}

function copyOf(world: PopulationEnvironment, environment: PopulationEnvironment): LivedPopulation {
  return { environment, step: environment.restore(world.present()) };
}

/** As much of everything for so many users, of whom nobody is there. */
function emptied({ features, active, available }: Observation, users: number): Observation {
  const each = users / active.length;
  return {
    features: new Float32Array(each * features.length),
    states: new Uint32Array(users),
    active: new Uint8Array(users),
    ...(available && { available: new Uint8Array(each * available.length) }),
  };
}
