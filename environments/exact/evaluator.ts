import type { Expression, Operator } from '../scenario/expression.ts';
import { typeOf } from '../scenario/expression.ts';
import { plainFunctions } from '../scenario/plainFunctions.ts';
import { FAMILIES, type Program } from '../scenario/program.ts';
import type { Branching } from './branching.ts';
import { isDie } from './continuity.ts';
import { bernoulliOutcomes, categoricalOutcomes, dieOutcomes, MEANS, type Outcomes } from './outcomes.ts';

/** One user at one moment of a day: what formulas read. */
export interface Moment {
  /** values of the names, by slot; conditions are 1 or 0 */
  readonly values: Float64Array;
  readonly branching: Branching;
  /** draws made today, by purpose: a < x < b reads x twice, and draws once */
  readonly drawn: Map<string, number>;
}

/** A formula made ready to be evaluated many times. */
export type Evaluate = (moment: Moment) => number;

/** Place of each name in `Moment.values`. */
export type Slots = ReadonlyMap<string, number>;

/** Gives every name of a program that changes from user to user or from day to day a slot. */
export function slotsOf(program: Program): Slots {
  const names = [...program.traits, ...program.state, ...program.day].map(({ name }) => name);
  const all = new Set(['day', 'weekday', 'tenure', 'stage', 'segment', 'action', ...names]);
  return new Map([...all].map((name, slot) => [name, slot]));
}

/** The exact reading of formulas: draws with finitely many outcomes are branched over, others count as their mean. */
export class Evaluator {
  readonly #program: Program;
  readonly #slots: Slots;

  constructor(program: Program, slots: Slots) {
    this.#program = program;
    this.#slots = slots;
  }

  /** Prepares a checked formula. */
  prepare(expression: Expression): Evaluate {
    switch (expression.kind) {
      case 'number':
        return constant(expression.value);
      case 'boolean':
        return constant(expression.value ? 1 : 0);
      case 'constant':
        return constant(expression.index);
      case 'reference':
        return this.#reference(expression);
      case 'attribute':
        return this.#attribute(expression.name);
      case 'operator':
        return this.#operator(expression);
      case 'function':
        return this.#function(expression);
      case 'draw':
        return this.#draw(expression);
      case 'conditional': {
        const [test, yes, no] = [expression.test, expression.yes, expression.no].map((e) => this.prepare(e));
        return (moment) => (holds(test(moment)) ? yes(moment) : no(moment));
      }
    }
  }

  #slot(name: string): Evaluate {
    const slot = this.#slots.get(name) as number;
    return ({ values }) => values[slot];
  }

  #reference({ source, name }: Extract<Expression, { kind: 'reference' }>): Evaluate {
    if (source === 'parameter')
      return constant(this.#program.parameters.find((p) => p.name === name)?.value ?? 0);
    if (source !== 'segment') return this.#slot(name);
    const table = this.#program.segments.map(({ properties }) => properties[name]);
    const segment = this.#slot('segment');
    return (moment) => table[segment(moment)];
  }

  #attribute(name: string): Evaluate {
    const table = this.#program.actions.map(({ family, attributes }) =>
      name === 'family' ? FAMILIES.indexOf(family) : attributes[name],
    );
    const action = this.#slot('action');
    return (moment) => table[action(moment)];
  }

  #operator({ operator, arguments: args }: Extract<Expression, { kind: 'operator' }>): Evaluate {
    const [a, b] = args.map((argument) => this.prepare(argument));
    if (operator === '*') {
      // A condition times a value is the value or 0.
      if (typeOf(args[0]) === 'boolean') return (moment) => (a(moment) === 0 ? 0 : b(moment));
      if (typeOf(args[1]) === 'boolean') return (moment) => (b(moment) === 0 ? 0 : a(moment));
    }
    return OPERATORS[operator](a, b);
  }

  #function(expression: Extract<Expression, { kind: 'function' }>): Evaluate {
    if (isDie(expression)) {
      const uniform = expression.arguments[0] as Extract<Expression, { kind: 'draw' }>;
      return this.#branch(uniform, ([from, to]) => dieOutcomes(from, to));
    }
    const args = expression.arguments.map((argument) => this.prepare(argument));
    const apply = plainFunctions[expression.name];
    return (moment) => apply(...args.map((argument) => argument(moment)));
  }

  #draw(draw: Extract<Expression, { kind: 'draw' }>): Evaluate {
    const { distribution } = draw;
    if (distribution === 'bernoulli') return this.#branch(draw, ([p]) => bernoulliOutcomes(p));
    if (distribution === 'categorical') return this.#branch(draw, categoricalOutcomes);
    const args = draw.arguments.map((argument) => this.prepare(argument));
    return (moment) => MEANS[distribution](...args.map((argument) => argument(moment)));
  }

  #branch(
    draw: Extract<Expression, { kind: 'draw' }>,
    outcomesOf: (args: readonly number[]) => Outcomes,
  ): Evaluate {
    const args = draw.arguments.map((argument) => this.prepare(argument));
    return (moment) => {
      const before = moment.drawn.get(draw.purpose);
      if (before !== undefined) return before;
      const { values, probabilities } = outcomesOf(args.map((argument) => argument(moment)));
      const value = values[moment.branching.choose(probabilities)];
      moment.drawn.set(draw.purpose, value);
      return value;
    };
  }
}

function constant(value: number): Evaluate {
  return () => value;
}

/** NaN counts as false. */
export function holds(value: number): boolean {
  return value < 0 || value > 0;
}

const OPERATORS: Readonly<Record<Operator, (a: Evaluate, b: Evaluate) => Evaluate>> = {
  '+': (a, b) => (m) => a(m) + b(m),
  '-': (a, b) => (m) => a(m) - b(m),
  '*': (a, b) => (m) => a(m) * b(m),
  '/': (a, b) => (m) => a(m) / b(m),
  '^': (a, b) => (m) => wholePower(a(m), b(m)),
  mod: (a, b) => (m) => modulo(a(m), b(m)),
  negate: (a) => (m) => -a(m),
  '<': (a, b) => (m) => (a(m) < b(m) ? 1 : 0),
  '<=': (a, b) => (m) => (a(m) <= b(m) ? 1 : 0),
  '>': (a, b) => (m) => (a(m) > b(m) ? 1 : 0),
  '>=': (a, b) => (m) => (a(m) >= b(m) ? 1 : 0),
  '==': (a, b) => (m) => (a(m) === b(m) ? 1 : 0),
  '!=': (a, b) => (m) => (a(m) === b(m) ? 0 : 1),
  and: (a, b) => (m) => (holds(a(m)) && holds(b(m)) ? 1 : 0),
  or: (a, b) => (m) => (holds(a(m)) || holds(b(m)) ? 1 : 0),
  xor: (a, b) => (m) => (holds(a(m)) !== holds(b(m)) ? 1 : 0),
  not: (a) => (m) => (holds(a(m)) ? 0 : 1),
};

function modulo(a: number, b: number): number {
  return a - b * Math.floor(a / b);
}

/** The language has whole exponents from 0 to 16 only. */
function wholePower(x: number, exponent: number): number {
  let product = 1;
  for (let i = 0; i < exponent; i++) product *= x;
  return product;
}
