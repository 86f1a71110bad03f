import type { Observation, TimeStep } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { PlantedUser } from '../../../environments/population/populationSnapshot.ts';
import { drawKey, drawWord } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import type { Decider } from '../decider.ts';
import { asPart, type Pieces, type Work } from '../patiently.ts';
import { populationWork } from '../populationOn.ts';
import type { Replay } from '../replay.ts';
import { AskedPolicy } from './askedPolicy.ts';
import { availableInstead } from './availableInstead.ts';

const ODDS_PURPOSE = purposeOf('odds');

/** Whose lives are lived anew. */
export interface FreshStart {
  readonly user: number;
  /** the first day of another luck */
  readonly day: number;
}

/** What became of each life. */
export interface LivedFresh {
  /** index of the action really done on the first day; that day all lives are the same */
  readonly action: number;
  /** lives; 1: there on the last day */
  readonly here: Float64Array;
  /** lives; sum from the first day on */
  readonly rewards: Float64Array;
}

/** Of whom the lives are, and with what lucks. */
interface Lifted {
  readonly planted: PlantedUser;
  /** birth keys, one for each life */
  readonly lucks: Int32Array;
}

/** Many lives of one user, from one morning on with a luck of their own each, the same whatever is done. */
export class FreshLives {
  readonly #replay: Replay;
  readonly #decider: Decider;
  readonly #start: FreshStart;
  readonly #lucksOf: (birth: number) => Int32Array;
  #lifted: Lifted | undefined;

  /** @param lucksOf makes of the user's birth key the keys of its lives from that day on */
  constructor(replay: Replay, decider: Decider, start: FreshStart, lucksOf: (birth: number) => Int32Array) {
    this.#replay = replay;
    this.#decider = decider;
    this.#start = start;
    this.#lucksOf = lucksOf;
  }

  /**
   * Lives to the last recorded day.
   *
   * @param action given to all on the first days
   * @param forced number of these days; from then on the policy decides
   */
  *live(action: number, forced = 1): Work<LivedFresh> {
    const { days, recording } = this.#replay;
    const { user, day: first } = this.#start;
    this.#lifted ??= yield* asPart(this.#lift(), 0);
    const { planted, lucks } = this.#lifted;
    const lives = lucks.length;
    const options = { users: lives, numberOf: () => user, alone: true, measured: true };
    const world = new PopulationEnvironment(recording.program, options);
    const policy = new AskedPolicy(this.#decider, world, lives);
    let { observation } = this.#past(world, policy, planted);
    world.births.set(lucks);
    const done = availableInstead(observation, 0, action);
    const everyone = new Uint8Array(lives).fill(1);
    const earned = new Float64Array(lives);
    for (let day = first; day <= days; day++) {
      const chosen = policy.choose(observation, everyone);
      if (day < first + forced) giveAll(chosen, observation, action);
      const { rewards, observation: next } = world.step(chosen);
      for (let life = 0; life < lives; life++) earned[life] += rewards[life];
      observation = next;
      yield (day - first + 1) / (days - first + 1);
    }
    return { action: done, here: whoIsHere(world), rewards: earned };
  }

  /** The user on the evening from which it is lived: who remembers has to have seen its days. */
  *#lift(): Pieces<Lifted> {
    const { user, day } = this.#start;
    const evening = this.#decider.remembers ? (this.#replay.life(user).bornOn ?? 0) : day - 1;
    const { environment } = yield* populationWork(this.#replay, evening);
    return { planted: environment.lift(user), lucks: this.#lucksOf(environment.births[user]) };
  }

  /** The evening before; the policy has gone through the days up to it. */
  #past(world: PopulationEnvironment, policy: AskedPolicy, planted: PlantedUser): TimeStep {
    const { recording } = this.#replay;
    const { user, day: first } = this.#start;
    const { actions } = this.#replay.life(user);
    const nobody = new Uint8Array(world.spec.users);
    const taken = new Uint8Array(world.spec.users);
    let step = world.plant(recording.seed, planted);
    // Another array than that of the first day lived, which who remembers would take for the same day.
    const blank = { ...step.observation, features: step.observation.features.slice(), active: nobody };
    for (let day = 1; day < first; day++) {
      const isLived = day > planted.day;
      policy.choose(isLived ? step.observation : blank, nobody);
      policy.tell(taken.fill(actions[day]));
      if (isLived) step = world.step(taken);
    }
    return step;
  }
}

function giveAll(chosen: Uint8Array, observation: Observation, action: number): void {
  for (const life of chosen.keys()) chosen[life] = availableInstead(observation, life, action);
}

function whoIsHere({ stages, program }: PopulationEnvironment): Float64Array {
  return Float64Array.from(stages, (stage) => (program.stages[stage].absorbing ? 0 : 1));
}

/** Keys for so many lives from a day on that share no luck with each other, nor with any other day's. */
export function freshLucks(lives: number, day: number): (birth: number) => Int32Array {
  return (birth) => {
    const { a, b } = drawKey(ODDS_PURPOSE, day, birth);
    return Int32Array.from({ length: lives }, (_, life) => drawWord(life, a, b));
  };
}
