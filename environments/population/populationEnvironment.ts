import type { Environment, EnvironmentSpec, TimeStep } from '../contract.ts';
import { streamKey } from '../random/streams.ts';
import type { ProductDecision, Program } from '../scenario/program.ts';
import { Groups } from './groups.ts';
import { observationOf } from './kernelOutput.ts';
import { Newcomers } from './newcomers.ts';
import { People } from './people.ts';
import type { PlantedUser, PopulationSnapshot } from './populationSnapshot.ts';
import { Purse } from './purse.ts';
import { type Shape, shapeOf } from './shape.ts';
import { specOf } from './specOf.ts';
import { usersOf } from './usersOf.ts';

export { SimulationError } from './simulationError.ts';

/** How a population is set up. */
export interface PopulationOptions {
  /** number of users at the start; where one decision is taken for all users of a product, number of products */
  readonly users: number;
  /** number of the first user: a population can be lived in parts that give the same lives; default 0 */
  readonly firstUser?: number;
  /** number of the user in a row, where users are planted in an order of their own; default: from `firstUser` on */
  readonly numberOf?: (row: number) => number;
  /** keep sums of return, cost, contacts and metrics; default false */
  readonly measured?: boolean;
  /** lives by themselves, from the first user's number or by `plant`: no newcomers, budget or product; default false */
  readonly alone?: boolean;
  /** called every evening, as a time step may be of several days */
  readonly onEvening?: () => void;
}

/**
 * The world of a scenario: every user's day, over typed arrays.
 *
 * The same seed gives the same people with the same luck, whatever is done to others, in whatever parts the
 * population is lived. A budget is the exception: who shares one depends on the others.
 */
export class PopulationEnvironment implements Environment {
  readonly spec: EnvironmentSpec;
  readonly program: Program;
  readonly shape: Shape;
  readonly bytesPerUser: number;
  readonly #people: People;
  readonly #groups: Groups | undefined;
  readonly #newcomers: Newcomers | undefined;
  readonly #purse: Purse | undefined;
  readonly #decision: Program['decision'];
  readonly #onEvening: (() => void) | undefined;
  #seed = '';
  #seedKey = 0;
  #day = -1;

  constructor(
    program: Program,
    { users, firstUser = 0, numberOf, measured = false, alone = false, onEvening }: PopulationOptions,
  ) {
    if (!Number.isInteger(users) || users < 1)
      throw new RangeError(`expected users to be a whole number of at least 1, got ${users}`);
    const { arrivals, decision, budget } = alone ? ALONE : program;
    const own = usersOf(program);
    this.program = program;
    this.#decision = decision;
    this.shape = shapeOf({ arrivals, decision }, users);
    this.#onEvening = onEvening;
    this.#people = new People(own, this.shape, { firstUser, numberOf, measured: measured && !decision });
    this.bytesPerUser = this.#people.layout.bytesPerUser;
    if (decision || arrivals) this.#groups = new Groups(program, this.shape, { measured });
    if (arrivals) this.#newcomers = new Newcomers(program, arrivals, this.#people, this.shape);
    if (budget) this.#purse = new Purse(program, budget, this.shape);
    this.spec = specOf(alone ? own : program, this.shape.deciders);
  }

  reset(seed: string): TimeStep {
    this.#seed = seed;
    this.#seedKey = streamKey(seed, 'population');
    this.#day = 0;
    this.#people.found(this.#seedKey);
    if (this.#newcomers) this.#newcomers.turnedAway = 0;
    if (this.#purse) this.#purse.spent = 0;
    this.#groups?.found(this.#people.firstUser / this.shape.founders, this.#people, this.#seedKey);
    return this.#timeStep('first');
  }

  step(actions: Uint8Array): TimeStep {
    this.#checkStep(actions);
    return this.#decision ? this.#stepProducts(actions, this.#decision) : this.#stepUsers(actions);
  }

  /**
   * The same step in pieces, for who has other things to do between them, such as answering keys; until it is done,
   * nothing else may be asked of the population. Where users come or are decided for together it is in one piece.
   *
   * @param rows users lived at a time
   */
  *stepInPieces(actions: Uint8Array, rows: number): Generator<undefined, TimeStep> {
    if (this.#groups) return this.step(actions);
    this.#checkStep(actions);
    const taken = this.#takenOf(actions);
    const [day, seedKey, end] = [++this.#day, this.#seedKey, this.shape.rows];
    for (let from = 0; from < end; from += rows) {
      if (from > 0) yield;
      this.#people.liveRows({ from, to: Math.min(from + rows, end), day, seedKey }, taken);
    }
    return this.#evening(taken);
  }

  /** Number of the first user from the next reset on, so that one compiled world serves many users one by one. */
  set firstUser(firstUser: number) {
    this.#people.firstUser = firstUser;
  }

  /** Days lived since reset. */
  get day(): number {
    return this.#day;
  }

  /** Newcomers who found no place since reset; more room in the scenario gives them one. */
  get turnedAway(): number {
    return this.#newcomers?.turnedAway ?? 0;
  }

  /**
   * A trait, state variable or sum of every user by row ("sum_return", "sum_<metric>_"); a view that changes with the
   * days. Where one decision is taken for a whole product, sums are of products.
   */
  column(name: string): Float32Array | Float64Array {
    const sums = this.#decision ? this.#groups?.layout : this.#people.layout;
    const column = this.#people.layout.find(`c_${name}`) ?? (name.startsWith('sum_') && sums?.find(name));
    if (!column) throw new RangeError(`there is no trait, state variable or sum "${name}"`);
    return column as Float32Array | Float64Array;
  }

  /** Stage index of every user by row, `UNBORN` where nobody is born yet; a view that changes with the days. */
  get stages(): Uint8Array {
    return this.#people.stages;
  }

  /** Segment index of every user. */
  get segments(): Uint8Array {
    return this.#people.segments;
  }

  /** Birth key of every user; a view. */
  get births(): Int32Array {
    return this.#people.births;
  }

  /** Day on whose evening each user came, 0 for the founding ones. */
  get bornOn(): Int32Array {
    return this.#people.layout.i32('born');
  }

  /** Number of the way each user came; undefined where everyone is there from the start. */
  get channels(): Uint8Array | undefined {
    return this.#people.layout.find('channel') as Uint8Array | undefined;
  }

  /** Index of the founding user beside whom, or through whom, each user came; undefined where nobody comes. */
  get roots(): Int32Array | undefined {
    return this.#people.layout.find('root') as Int32Array | undefined;
  }

  /** Key of the world's random stream in this episode. */
  get seedKey(): number {
    return this.#seedKey;
  }

  /** Copies one user, to live on alone from this evening. */
  lift(row: number): PlantedUser {
    return { day: this.#day, row: this.#people.layout.row(row) };
  }

  /**
   * Begins the episode of one user alone on the evening on which it was lifted out of its population; it is in every
   * row. The same birth key gives the same luck: other keys in `births` give other lucks from there on.
   */
  plant(seed: string, user: PlantedUser): TimeStep {
    return this.plantEach(seed, new Array<PlantedUser>(this.shape.rows).fill(user));
  }

  /**
   * Begins the episode of some users, a row each, on the evening on which they were lifted out of their population.
   *
   * @throws RangeError unless there is one for each row, all of the same evening
   */
  plantEach(seed: string, users: readonly PlantedUser[]): TimeStep {
    const { rows } = this.shape;
    if (users.length !== rows)
      throw new RangeError(`expected ${rows} users, one for each row, got ${users.length}`);
    const [{ day }] = users;
    const other = users.find((user) => user.day !== day);
    if (other)
      throw new RangeError(`expected users of one evening, got some of day ${day} and of day ${other.day}`);
    this.#seed = seed;
    this.#seedKey = streamKey(seed, 'population');
    this.#day = day;
    for (const [place, { row }] of users.entries()) this.#people.layout.setRow(place, row);
    this.#people.born.fill(rows);
    return this.#timeStep(day === 0 ? 'first' : 'mid');
  }

  /** Rows of a group in which somebody was born. */
  populated(group: number): number {
    return this.#people.born[group];
  }

  /** Row of who brought a user; undefined where nobody did. */
  referrerOf(row: number): number | undefined {
    const referrer = this.#people.layout.find('referrer')?.[row] ?? -1;
    const { channels, program } = this;
    return channels?.[row] === (program.arrivals?.channels.length ?? 0) + 1 ? referrer : undefined;
  }

  /** Copies everything, to come back to this evening later. */
  snapshot(): PopulationSnapshot {
    const present = this.present();
    return { ...present, bytes: present.bytes.slice(0) };
  }

  /** As a snapshot, but of people its bytes are those that the next day changes: for who copies only some of them. */
  present(): PopulationSnapshot {
    if (this.#day < 0) throw new Error('reset must be called before snapshot');
    return {
      day: this.#day,
      seed: this.#seed,
      bytes: this.#people.layout.buffer,
      groups: this.#groups?.layout.buffer.slice(0),
      spent: this.#purse?.spent,
      turnedAway: this.#newcomers?.turnedAway,
    };
  }

  /** Comes back to the evening of a snapshot, which has to be of the same scenario and number of users. */
  restore(snapshot: PopulationSnapshot): TimeStep {
    const { byteLength } = this.#people.layout.buffer;
    if (snapshot.bytes.byteLength !== byteLength)
      throw new RangeError(`expected a snapshot of ${byteLength} bytes, got ${snapshot.bytes.byteLength}`);
    this.#seed = snapshot.seed;
    this.#seedKey = streamKey(snapshot.seed, 'population');
    this.#day = snapshot.day;
    new Uint8Array(this.#people.layout.buffer).set(new Uint8Array(snapshot.bytes));
    this.#people.recount();
    if (this.#groups && snapshot.groups)
      new Uint8Array(this.#groups.layout.buffer).set(new Uint8Array(snapshot.groups));
    if (this.#purse) this.#purse.spent = snapshot.spent ?? 0;
    if (this.#newcomers) this.#newcomers.turnedAway = snapshot.turnedAway ?? 0;
    return this.#timeStep(this.#day === 0 ? 'first' : this.#day === this.program.horizon ? 'last' : 'mid');
  }

  retention(): number {
    const { groups, founders, places } = this.shape;
    const absorbing = this.program.stages.map((stage) => stage.absorbing);
    let left = 0;
    for (let group = 0; group < groups; group++)
      for (let place = 0; place < founders; place++)
        if (absorbing[this.stages[group * places + place]]) left++;
    return 1 - left / (groups * founders);
  }

  #stepUsers(actions: Uint8Array): TimeStep {
    const taken = this.#takenOf(actions);
    this.#live(taken, NO_ACTIONS);
    return this.#evening(taken);
  }

  #takenOf(actions: Uint8Array): Uint8Array {
    return this.#purse ? this.#affordable(actions, this.#purse) : actions;
  }

  #evening(taken: Uint8Array): TimeStep {
    this.#onEvening?.();
    const step = this.#timeStep(this.#day === this.program.horizon ? 'last' : 'mid');
    return this.#purse ? { ...step, taken } : step;
  }

  /** One decision for the days up to the next; the reward is that of all of them. */
  #stepProducts(actions: Uint8Array, { every }: ProductDecision): TimeStep {
    const { horizon, objective } = this.program;
    const { places, rows } = this.shape;
    const everyones = new Uint8Array(rows);
    for (const [group, action] of actions.entries())
      everyones.fill(action, group * places, (group + 1) * places);
    const until = Math.min(this.#day + every, horizon);
    this.#groups?.openStep();
    while (this.#day < until) {
      this.#live(everyones, actions);
      this.#onEvening?.();
      this.#groups?.earn(this.#set, objective.discount);
    }
    this.#groups?.closeStep(this.#set);
    return this.#timeStep(this.#day === horizon ? 'last' : 'mid');
  }

  /** Lives one day: the people, then what follows for each group, then who comes. */
  #live(everyones: Uint8Array, decisions: Uint8Array): void {
    this.#day++;
    this.#people.live(everyones, this.#seedKey, this.#day);
    this.#groups?.evening(this.#people, decisions, this.#day, this.#seedKey, this.#set);
    if (!this.#newcomers || !this.#groups) return;
    const [day, seedKey] = [this.#day, this.#seedKey];
    for (let group = 0; group < this.shape.groups; group++) {
      const cost = this.#newcomers.come({ group, day, seedKey }, this.#groups.rates(group));
      this.#groups.pay(group, cost);
    }
  }

  #affordable(actions: Uint8Array, purse: Purse): Uint8Array {
    const { active, available } = this.#people.output(this.#day);
    const [births, day, seedKey] = [this.births, this.#day + 1, this.#seedKey];
    return purse.spend({ actions, active, available, births, day, seedKey });
  }

  /** Which of the two sets the current step of products is written to. */
  get #set(): 0 | 1 {
    return (Math.ceil(this.#day / (this.#decision?.every ?? 1)) % 2) as 0 | 1;
  }

  #checkStep(actions: Uint8Array): void {
    if (this.#day < 0) throw new Error('reset must be called before step');
    if (this.#day >= this.program.horizon)
      throw new Error(`the episode ended on day ${this.#day}; call reset`);
    const { users, actions: choices } = this.spec;
    if (actions.length !== users) throw new RangeError(`expected ${users} actions, got ${actions.length}`);
    let largest = 0;
    for (let i = 0; i < users; i++) if (actions[i] > largest) largest = actions[i];
    if (largest >= choices.length)
      throw new RangeError(`expected actions from 0 to ${choices.length - 1}, got ${largest}`);
  }

  #timeStep(stepType: TimeStep['stepType']): TimeStep {
    const output =
      this.#decision && this.#groups ? this.#groups.output(this.#set) : this.#people.output(this.#day);
    const { rewards, discounts, visits } = output;
    const seen = observationOf(output);
    const observation = this.#purse ? { ...seen, budget: this.#purse.left } : seen;
    const step = { stepType, day: this.#day, observation, rewards, discounts };
    return visits ? { ...step, visits } : step;
  }
}

const ALONE = { arrivals: undefined, decision: undefined, budget: undefined };
const NO_ACTIONS = new Uint8Array(0);
