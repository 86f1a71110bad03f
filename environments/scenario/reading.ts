import { drawKey, uniformDraw } from '../random/keyedDraw.ts';
import { purposeOf } from '../random/purpose.ts';
import { weekdayOn, yeardayOn } from './calendar.ts';
import { fractionsOf, nearestMember } from './domain.ts';
import { type Distribution, type Expression, partsOf } from './expression.ts';
import type { Formula } from './formula.ts';
import { lookUp } from './lookUp.ts';
import { READ_ELEMENT } from './nodes/element.ts';
import { READ_TABLE } from './nodes/lookup.ts';
import { plainDraws, type Value } from './plainDraws.ts';
import { plainFunctions } from './plainFunctions.ts';
import { FAMILIES, type Program, type Table } from './program.ts';
import { elementName, placesOf } from './vectors.ts';

/** One user on one day, as the explaining reading needs it. */
export interface UserDay {
  /** key of the world's random stream */
  readonly seedKey: number;
  /** the user's birth key */
  readonly birth: number;
  readonly day: number;
  /** days since the user came, today included */
  readonly tenure: number;
  /** indices */
  readonly segment: number;
  readonly stage: number;
  /** number of the way the user came; 0 for who was there from the start */
  readonly channel?: number;
  /** the action as it was chosen */
  readonly action: number;
  /** traits and state as they were this morning, by name */
  readonly values: Readonly<Record<string, number>>;
}

/** One random draw, with what decided it. */
export interface ExplainedDraw {
  readonly distribution: Distribution;
  readonly arguments: readonly number[];
  /** the uniform it came from, where it came from one */
  readonly uniform: number | undefined;
  readonly value: number;
}

/** One formula with its values. */
export interface ExplainedFormula {
  readonly name: string;
  readonly text: string;
  readonly value: number;
  /** the names in it and their values, each once */
  readonly inputs: readonly { readonly name: string; readonly value: number }[];
  readonly draws: readonly ExplainedDraw[];
}

/** The names and draws of one user's day, for mathjs. */
export class Reading {
  /** value of the formula evaluated last, before a condition becomes 1 or 0 */
  last: Value = 0;
  readonly #program: Program;
  readonly #user: UserDay;
  readonly #scope = new Map<string, unknown>(Object.entries(plainFunctions));
  /** elements of vectors that were read at a computed place */
  readonly #elements = new Set<string>();
  /** by purpose: a < x < b reads x twice, and draws once */
  readonly #draws = new Map<string, ExplainedDraw>();

  constructor(program: Program, user: UserDay) {
    this.#program = program;
    this.#user = user;
    for (const { name, value } of program.parameters) this.#scope.set(name, value);
    this.#scope.set('segment', user.segment);
    const { channel = 0 } = user;
    this.#scope.set('channel', channel);
    this.#scope.set('channel.cost', program.arrivals?.channels[channel - 1]?.cost ?? 0);
    this.set(program.segments[user.segment].properties);
    this.set(user.values);
    const tables = new Map(program.tables.map((table) => [table.name, table]));
    this.#scope.set(READ_TABLE, (name: string, ...indices: Value[]) =>
      lookUp(tables.get(name) as Table, indices.map(Number)),
    );
    this.#scope.set(READ_ELEMENT, (vector: string, length: number, place: Value) =>
      this.#element(vector, length, Number(place)),
    );
    for (const name of Object.keys(plainDraws) as Distribution[]) {
      this.#scope.set(name, (purpose: string, ...args: Value[]) =>
        this.#draw(name, purpose, args.map(Number)),
      );
    }
  }

  set(values: Readonly<Record<string, Value>>): void {
    for (const [name, value] of Object.entries(values)) this.#scope.set(name, this.#asDeclared(name, value));
  }

  /** Sets what agents see, as they see it: rounded as features are, whatever the file declares. */
  setSeen(values: Readonly<Record<string, number>>): void {
    for (const [name, value] of Object.entries(values)) this.#scope.set(name, value);
  }

  /** Sets what tells the time: of a day, or at birth. */
  setTime({ day, tenure }: Pick<UserDay, 'day' | 'tenure'>): void {
    const { starts } = this.#program;
    this.set({ day, tenure, weekday: weekdayOn(starts, day), yearday: yeardayOn(starts?.number, day) });
  }

  /** A state variable's value as the file declares it, where it declares fractions. */
  #asDeclared(name: string, value: Value): Value {
    const state = this.#program.state.find((variable) => variable.name === name);
    const members = state && fractionsOf(state);
    return members ? nearestMember(members, Number(value)) : value;
  }

  setAction(index: number): void {
    const { attributes, family } = this.#program.actions[index];
    this.#scope.set('action', index);
    this.#scope.set('action.family', FAMILIES.indexOf(family));
    for (const [name, value] of Object.entries(attributes)) this.#scope.set(`action.${name}`, value);
  }

  evaluate(name: string, { text, math, expression }: Formula): ExplainedFormula {
    this.#draws.clear();
    this.#elements.clear();
    this.last = math.compile().evaluate(this.#scope as never) as Value;
    const names = [...new Set([...namesIn(expression), ...this.#elements])];
    const inputs = names.map((input) => ({ name: input, value: Number(this.#scope.get(input)) }));
    return { name, text, value: Number(this.last), inputs, draws: [...this.#draws.values()] };
  }

  /** Traits and state, rounded as the columns hold them. */
  columns(): Record<string, number> {
    const names = [...this.#program.traits, ...this.#program.state].map(({ name }) => name);
    return Object.fromEntries(names.map((name) => [name, Math.fround(this.#scope.get(name) as number)]));
  }

  /** A uniform draw of this user on this day, by the name of what it is for. */
  uniform(purpose: string): number {
    const { a, b } = drawKey(this.#user.seedKey, this.#user.day, purposeOf(purpose));
    return uniformDraw(this.#user.birth, a, b);
  }

  #element(vector: string, length: number, place: number): number {
    if (!placesOf(length).includes(place)) return Number.NaN;
    const name = elementName(vector, place);
    this.#elements.add(name);
    return Number(this.#scope.get(name));
  }

  #draw(distribution: Distribution, purpose: string, args: readonly number[]): Value {
    const { a, b } = drawKey(this.#user.seedKey, this.#user.day, purposeOf(purpose));
    const { birth } = this.#user;
    const uniform = uniformDraw(birth, a, b);
    const value = plainDraws[distribution]({ birth, a, b, uniform }, args);
    const fromOne = !['gamma', 'beta', 'poisson'].includes(distribution);
    this.#draws.set(purpose, {
      distribution,
      arguments: args,
      uniform: fromOne ? uniform : undefined,
      value: Number(value),
    });
    return value;
  }
}

/** The sum of parts, 0 where there is none. It begins with the first part, as 0 more would make 0 of −0. */
export function totalOf(parts: readonly ExplainedFormula[]): number {
  const values = parts.map(({ value }) => value);
  return values.length > 0 ? values.reduce((sum, value) => sum + value) : 0;
}

/** Names that a formula reads, in the order of the text; of elements at a computed place, those of the place. */
function namesIn(expression: Expression): string[] {
  if (expression.kind === 'reference') return [expression.name];
  if (expression.kind === 'attribute') return [`action.${expression.name}`];
  if (expression.kind === 'element') return namesIn(expression.place);
  return partsOf(expression).flatMap(namesIn);
}
