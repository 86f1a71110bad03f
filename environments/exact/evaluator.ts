import type { Expression } from '../scenario/expression.ts';
import { typeOf } from '../scenario/expression.ts';
import { lookUp } from '../scenario/lookUp.ts';
import { plainFunctions } from '../scenario/plainFunctions.ts';
import { FAMILIES, type Program } from '../scenario/program.ts';
import { type Discrete, type Draw, discreteOf, readTwice } from './discrete.ts';
import { type Evaluate, holds, type Moment } from './moment.ts';
import { OPERATORS } from './operators.ts';
import {
  bernoulliOutcomes,
  cappedOutcomes,
  categoricalOutcomes,
  dieOutcomes,
  MEANS,
  type Outcomes,
  shareBelow,
} from './outcomes.ts';

/** Place of each name in `Moment.values`. */
export type Slots = ReadonlyMap<string, number>;

/** Gives every name of a program that changes from user to user or from day to day a slot. */
export function slotsOf(program: Program): Slots {
  const names = [...program.traits, ...program.state, ...program.day].map(({ name }) => name);
  const all = new Set(['day', 'weekday', 'yearday', 'tenure', 'stage', 'segment', 'action', ...names]);
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
  prepare(formula: Expression): Evaluate {
    const twice = readTwice(formula);
    return this.#part(formula, twice);
  }

  #part(expression: Expression, twice: ReadonlySet<string>): Evaluate {
    const discrete = discreteOf(expression);
    if (discrete && !twice.has(discrete.draw.purpose)) return this.#discrete(discrete, twice);
    const prepare = (part: Expression) => this.#part(part, twice);
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
      case 'lookup': {
        const indices = expression.arguments.map(prepare);
        return (moment) =>
          lookUp(
            expression.table,
            indices.map((index) => index(moment)),
          );
      }
      case 'element': {
        const elements = expression.elements.map(prepare);
        const place = prepare(expression.place);
        return (moment) => elements[place(moment) - 1]?.(moment) ?? Number.NaN;
      }
      case 'operator':
        return operatorOf(expression, prepare);
      case 'function':
        return functionOf(expression, prepare);
      case 'draw':
        return drawOf(expression, prepare);
      case 'conditional': {
        const [test, yes, no] = [expression.test, expression.yes, expression.no].map(prepare);
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

  /** Branches over the outcomes of an expression whose draw has endlessly many, but which has not. */
  #discrete(discrete: Discrete, twice: ReadonlySet<string>): Evaluate {
    const prepare = (part: Expression) => this.#part(part, twice);
    const { draw } = discrete;
    if (discrete.kind === 'capped') {
      const [mean, cap] = [prepare(draw.arguments[0]), prepare(discrete.cap)];
      return (moment) => branchOver(moment, cappedOutcomes(mean(moment), cap(moment)));
    }
    if (discrete.kind === 'floor') {
      const ends = endsOf(draw, prepare(discrete.sum), prepare);
      return (moment) => branchOver(moment, dieOutcomes(...ends(moment)));
    }
    const [less, more] = [prepare(discrete.less), prepare(discrete.more)];
    const ends = endsOf(draw, (moment) => less(moment) - more(moment), prepare);
    return (moment) => branchOver(moment, bernoulliOutcomes(shareBelow(0, ...ends(moment))));
  }
}

type Prepare = (part: Expression) => Evaluate;

function operatorOf(
  { operator, arguments: args }: Extract<Expression, { kind: 'operator' }>,
  prepare: Prepare,
): Evaluate {
  const [a, b] = args.map(prepare);
  if (operator === '*') {
    // A condition times a value is the value or 0.
    if (typeOf(args[0]) === 'boolean') return (moment) => (a(moment) === 0 ? 0 : b(moment));
    if (typeOf(args[1]) === 'boolean') return (moment) => (b(moment) === 0 ? 0 : a(moment));
  }
  return OPERATORS[operator](a, b);
}

function functionOf(
  { name, arguments: list }: Extract<Expression, { kind: 'function' }>,
  prepare: Prepare,
): Evaluate {
  const args = list.map(prepare);
  const apply = plainFunctions[name];
  return (moment) => apply(...args.map((argument) => argument(moment)));
}

/** A draw is made once a day, however often it is read; one with endlessly many outcomes counts as its mean. */
function drawOf({ distribution, arguments: list, purpose }: Draw, prepare: Prepare): Evaluate {
  const args = list.map(prepare);
  const valuesOf = (moment: Moment) => args.map((argument) => argument(moment));
  if (distribution !== 'bernoulli' && distribution !== 'categorical')
    return (moment) => moment.drawn.get(purpose) ?? MEANS[distribution](...valuesOf(moment));
  const outcomesOf = (values: readonly number[]) =>
    distribution === 'bernoulli' ? bernoulliOutcomes(values[0]) : categoricalOutcomes(values);
  return (moment) => {
    const before = moment.drawn.get(purpose);
    if (before !== undefined) return before;
    const value = branchOver(moment, outcomesOf(valuesOf(moment)));
    moment.drawn.set(purpose, value);
    return value;
  };
}

function branchOver({ branching }: Moment, { values, probabilities }: Outcomes): number {
  return values[branching.choose(probabilities)];
}

/** What a weighted sum comes to at either end of its uniform draw. */
function endsOf(draw: Draw, sum: Evaluate, prepare: Prepare): (moment: Moment) => [number, number] {
  const ends = draw.arguments.map(prepare);
  return (moment) => {
    const [from, to] = ends.map((end) => {
      moment.drawn.set(draw.purpose, end(moment));
      return sum(moment);
    });
    moment.drawn.delete(draw.purpose);
    return [from, to];
  };
}

function constant(value: number): Evaluate {
  return () => value;
}
