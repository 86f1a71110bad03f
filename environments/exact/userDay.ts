import { nearestMember } from '../scenario/domain.ts';
import { FIRST_STAGE, type Program } from '../scenario/program.ts';
import { Branching } from './branching.ts';
import { type Carried, carriedBy, storedValue } from './carried.ts';
import { type Clock, clockOf, tick, timeOf } from './clock.ts';
import { NotFiniteError } from './finite.ts';
import { holds, type Moment } from './moment.ts';
import { type PreparedProgram, prepareProgram } from './preparedProgram.ts';

/** What a user carries, in the order of `carriedBy`. */
export type UserState = readonly number[];

/** One way a day can go. */
export interface Way {
  readonly probability: number;
  readonly reward: number;
  /** undefined: the user has left for good */
  readonly to: UserState | undefined;
  /** index of the stage in the evening */
  readonly stage: number;
}

/** What an agent is shown of a user in the evening. */
export interface Seen {
  /** one value per observed variable; the index where it is a stage, segment, action or family */
  readonly observed: readonly number[];
  /** actions; whether each may be taken next */
  readonly available: readonly boolean[];
}

/** A draw has 24 bits: what is less likely than this is rounding, and never happens to those who are simulated. */
const FINEST = 2 ** -24;

/** One user's birth and days, with every way the draws can fall. */
export class UserDay {
  readonly carried: readonly Carried[];
  readonly #program: Program;
  readonly #prepared: PreparedProgram;
  readonly #moment: Moment;

  constructor(program: Program) {
    this.#program = program;
    this.#prepared = prepareProgram(program);
    this.carried = carriedBy(program);
    const values = new Float64Array(this.#prepared.slots.size);
    this.#moment = { values, branching: new Branching(), drawn: new Map() };
  }

  /** Calls `visit` with every state a user may be born in. */
  born(visit: (probability: number, state: UserState) => void): void {
    for (const [segment, { share }] of this.#program.segments.entries()) {
      if (share === 0) continue;
      this.#everyWay((branching) => {
        const { values } = this.#moment;
        values.fill(0);
        this.#set('segment', segment);
        this.#set('stage', FIRST_STAGE);
        for (const { slot, evaluate } of this.#prepared.birth) values[slot] = evaluate(this.#moment);
        const state = this.#evening();
        visit(share * branching.probability, state);
      });
    }
  }

  /** Calls `visit` with every way a day can go for a user in a state who is given an action. */
  lived(from: UserState, action: number, visit: (way: Way) => void): void {
    this.#everyWay((branching) => {
      this.#morning(from, action);
      const { values } = this.#moment;
      for (const step of this.#prepared.day) {
        const results = step.map(({ evaluate, members }) => declared(evaluate(this.#moment), members));
        for (const [k, { slot }] of step.entries()) values[slot] = results[k];
      }
      const stage = this.#nextStage(this.#get('stage'));
      this.#set('stage', stage);
      const reward = this.#prepared.reward.reduce((sum, part) => sum + part(this.#moment), 0);
      if (!Number.isFinite(reward)) throw this.#unusable('the reward', reward);
      const to = this.#program.stages[stage].absorbing ? undefined : this.#evening();
      visit({ probability: branching.probability, reward, to, stage });
    });
  }

  /** What is seen of a user in a state; what today decided is remembered in the state itself. */
  seen(state: UserState): Seen {
    this.#moment.values.fill(0);
    this.#wake(state);
    this.#setClock(clockOf(this.carried, state));
    const remembered = new Map(this.carried.map(({ kind, name }, k) => [`${kind} ${name}`, state[k]]));
    const observed = this.#program.observe.map(
      ({ name }) => remembered.get(`seen ${name}`) ?? this.#look(name),
    );
    const available = this.#prepared.when.map((when, action) => {
      this.#set('action', action);
      return when === undefined || holds(when(this.#moment));
    });
    return { observed, available };
  }

  #everyWay(run: (branching: Branching) => void): void {
    const { branching, drawn } = this.#moment;
    do {
      branching.begin();
      drawn.clear();
      run(branching);
    } while (branching.next());
  }

  #morning(from: UserState, action: number): void {
    this.#wake(from);
    const evening = clockOf(this.carried, from);
    this.#setClock(evening && tick(evening, this.#program.starts));
    this.#set('action', action);
  }

  /** Puts a state's values into the slots; the clock is set apart. */
  #wake(state: UserState): void {
    for (const [k, { kind, name }] of this.carried.entries())
      if (kind !== 'seen' && kind !== 'day' && kind !== 'weekday') this.#set(name, state[k]);
  }

  #setClock(clock: Clock | undefined): void {
    if (!clock) return;
    for (const [name, value] of Object.entries(timeOf(clock, this.#program.starts))) this.#set(name, value);
  }

  /** What is carried on from the values that the slots have now. */
  #evening(): UserState {
    return this.carried.map((carried) => {
      const { kind, name } = carried;
      const value = kind === 'seen' ? this.#look(name) : this.#get(name);
      const stored = storedValue(carried, value);
      if (stored === undefined) throw this.#unusable(name, value, carried.domain);
      return stored;
    });
  }

  #look(name: string): number {
    return this.#prepared.observe.get(name)?.(this.#moment) ?? Number.NaN;
  }

  #nextStage(today: number): number {
    const ways = this.#prepared.ways[today];
    const probabilities: number[] = [];
    let left = 1;
    for (const { probability } of ways) {
      const p = probability(this.#moment);
      if (Number.isNaN(p))
        throw this.#unusable(`a probability in lifecycle.${this.#program.stages[today].name}`, p);
      probabilities.push(Math.min(Math.max(p, 0), left));
      left -= probabilities[probabilities.length - 1];
    }
    const stays = left < FINEST ? 0 : left;
    return ways[this.#moment.branching.choose([...probabilities, stays])]?.to ?? today;
  }

  #get(name: string): number {
    return this.#moment.values[this.#prepared.slots.get(name) as number];
  }

  #set(name: string, value: number): void {
    this.#moment.values[this.#prepared.slots.get(name) as number] = value;
  }

  #unusable(what: string, value: number, domain?: readonly number[]): NotFiniteError {
    const rule = domain
      ? `, which is outside its declared domain from ${domain[0]} to ${domain[domain.length - 1]}; use clamp, or declare more`
      : '; keep it finite';
    const others = this.#program.state.filter(({ name }) => name !== what);
    const where = others.map(({ name }) => `${name} ${this.#get(name)}`).join(', ');
    const place = where === '' ? '' : ` (with ${where})`;
    return new NotFiniteError(`scenario ${this.#program.name}: ${what} became ${value}${rule}${place}`);
  }
}

function declared(value: number, members: readonly number[] | undefined): number {
  return members ? nearestMember(members, value) : value;
}
