import { FIRST_STAGE, type Program } from '../scenario/program.ts';
import { Branching } from './branching.ts';
import { type Carried, carriedBy, storedValue, writtenValue } from './carried.ts';
import { type Evaluate, Evaluator, holds, type Moment, type Slots, slotsOf } from './evaluator.ts';
import { NotFiniteError } from './finite.ts';

/** What a user carries, in the order of `carriedBy`. */
export type UserState = readonly number[];

/** One way a day can go. */
export interface Way {
  readonly probability: number;
  readonly reward: number;
  /** undefined: the user has left for good, to this stage */
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

interface Named {
  readonly slot: number;
  readonly evaluate: Evaluate;
}

/** One user's birth and days, with every way the draws can fall. */
export class UserDay {
  readonly carried: readonly Carried[];
  readonly #program: Program;
  readonly #slots: Slots;
  readonly #birth: readonly Named[];
  readonly #day: readonly Named[];
  readonly #ways: readonly (readonly { readonly to: number; readonly probability: Evaluate }[])[];
  readonly #reward: readonly Evaluate[];
  readonly #observe: readonly Evaluate[];
  readonly #when: readonly (Evaluate | undefined)[];
  readonly #moment: Moment;

  constructor(program: Program) {
    this.#program = program;
    this.#slots = slotsOf(program);
    this.carried = carriedBy(program);
    const evaluator = new Evaluator(program, this.#slots);
    const named = (list: Program['traits']) =>
      list.map(({ name, formula }) => ({
        slot: this.#slots.get(name) as number,
        evaluate: evaluator.prepare(formula.expression),
      }));
    const all = (list: Program['traits']) => list.map(({ formula }) => evaluator.prepare(formula.expression));
    this.#birth = named([...program.traits, ...program.state]);
    this.#day = named(program.day);
    this.#ways = program.stages.map(({ transitions }) =>
      transitions.map(({ to, formula }) => ({ to, probability: evaluator.prepare(formula.expression) })),
    );
    this.#reward = all(program.reward);
    this.#observe = all(program.observe);
    this.#when = program.actions.map(({ when }) => when && evaluator.prepare(when.expression));
    this.#moment = {
      values: new Float64Array(this.#slots.size),
      branching: new Branching(),
      drawn: new Map(),
    };
  }

  /** Calls `visit` with every state a user may be born in. */
  born(visit: (probability: number, state: UserState) => void): void {
    for (const [segment, { share }] of this.#program.segments.entries()) {
      if (share === 0) continue;
      this.#everyWay((branching) => {
        this.#moment.values.fill(0);
        this.#set('segment', segment);
        this.#set('stage', FIRST_STAGE);
        for (const { slot, evaluate } of this.#birth)
          this.#moment.values[slot] = Math.fround(evaluate(this.#moment));
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
      for (const { slot, evaluate } of this.#day) values[slot] = evaluate(this.#moment);
      const stage = this.#nextStage(values[this.#slots.get('stage') as number]);
      this.#set('stage', stage);
      const reward = this.#reward.reduce((sum, part) => sum + part(this.#moment), 0);
      const to = this.#program.stages[stage].absorbing ? undefined : this.#evening();
      if (!Number.isFinite(reward)) throw this.#unusable('the reward', reward);
      visit({ probability: branching.probability, reward, to, stage });
    });
  }

  /** What is seen of a user in a state; what today decided is remembered in the state itself. */
  seen(state: UserState): Seen {
    this.#moment.values.fill(0);
    // In the evening formulas still see the day's values as they were computed, not as they are stored.
    this.#wake(state.map((value, k) => writtenValue(this.carried[k], value)));
    this.#setClock(this.#clock(state));
    const remembered = new Map(this.carried.map(({ kind, name }, k) => [`${kind} ${name}`, state[k]]));
    const observed = this.#program.observe.map(
      ({ name }, k) => remembered.get(`seen ${name}`) ?? this.#observe[k](this.#moment),
    );
    // Availability is judged by the values as they are stored, in the morning of the decision.
    this.#wake(state);
    const available = this.#when.map((when, action) => {
      this.#set('action', action);
      return when === undefined || holds(when(this.#moment));
    });
    this.#moment.values.fill(0);
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

  /** Puts a state's values into the slots; the rest of the day is still to come. */
  #wake(state: UserState): void {
    for (const [k, { kind, name }] of this.carried.entries()) {
      if (kind !== 'seen' && kind !== 'day' && kind !== 'weekday') this.#set(name, state[k]);
    }
  }

  #morning(from: UserState, action: number): void {
    this.#wake(from);
    const evening = this.#clock(from);
    this.#setClock(evening && { ...evening, value: nextDay(evening) });
    this.#set('action', action);
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
    return this.#observe[this.#program.observe.findIndex((o) => o.name === name)](this.#moment);
  }

  #nextStage(today: number): number {
    const probabilities: number[] = [];
    let left = 1;
    for (const { probability } of this.#ways[today]) {
      const p = probability(this.#moment);
      if (Number.isNaN(p))
        throw this.#unusable(`a probability in lifecycle.${this.#program.stages[today].name}`, p);
      probabilities.push(Math.min(Math.max(p, 0), left));
      left -= probabilities[probabilities.length - 1];
    }
    const chosen = this.#moment.branching.choose([...probabilities, left]);
    return this.#ways[today][chosen]?.to ?? today;
  }

  #clock(state: UserState): { kind: 'day' | 'weekday'; value: number } | undefined {
    const k = this.carried.findIndex(({ kind }) => kind === 'day' || kind === 'weekday');
    return k < 0 ? undefined : { kind: this.carried[k].kind as 'day' | 'weekday', value: state[k] };
  }

  #setClock(clock: { kind: 'day' | 'weekday'; value: number } | undefined): void {
    if (!clock) return;
    const { kind, value } = clock;
    this.#set('day', kind === 'day' ? value : Number.NaN);
    this.#set('tenure', kind === 'day' ? value : Number.NaN);
    this.#set('weekday', kind === 'day' && value > 0 ? ((value - 1) % 7) + 1 : value);
  }

  #get(name: string): number {
    return this.#moment.values[this.#slots.get(name) as number];
  }

  #set(name: string, value: number): void {
    this.#moment.values[this.#slots.get(name) as number] = value;
  }

  #unusable(what: string, value: number, domain?: readonly number[]): NotFiniteError {
    const rule = domain
      ? `, which is outside its declared domain from ${domain[0]} to ${domain[domain.length - 1]}; use clamp, or declare more`
      : '; keep it finite';
    const day = this.#program.state
      .filter(({ name }) => name !== what)
      .map(({ name }) => `${name} ${this.#get(name)}`)
      .join(', ');
    const where = day === '' ? '' : ` (with ${day})`;
    return new NotFiniteError(`scenario ${this.#program.name}: ${what} became ${value}${rule}${where}`);
  }
}

function nextDay({ kind, value }: { kind: 'day' | 'weekday'; value: number }): number {
  return kind === 'day' ? value + 1 : (value % 7) + 1;
}
