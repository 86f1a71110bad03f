import { standardNormal } from '../random/distributions/normal.ts';
import { exp } from '../random/exp.ts';
import { drawKey, uniformDraw } from '../random/keyedDraw.ts';
import { purposeOf } from '../random/purpose.ts';
import { samplers } from '../random/samplers.ts';
import { type Distribution, type Expression, partsOf } from './expression.ts';
import type { Formula } from './formula.ts';
import { plainFunctions } from './plainFunctions.ts';
import { type Definition, FAMILIES, type Program } from './program.ts';

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

export interface ExplainedTransition extends ExplainedFormula {
  /** index of the stage it leads to */
  readonly to: number;
  /** the draw has to fall below this for this transition or one before it */
  readonly upTo: number;
}

/** Everything that happened to one user on one day. */
export interface ExplainedDay {
  readonly day: readonly ExplainedFormula[];
  readonly transitions: readonly ExplainedTransition[];
  /** the lifecycle draw in [0, 1) */
  readonly uniform: number;
  /** index of the stage in the evening */
  readonly stage: number;
  readonly reward: readonly ExplainedFormula[];
  /** sum of the parts */
  readonly total: number;
  readonly metrics: readonly ExplainedFormula[];
  readonly observe: readonly ExplainedFormula[];
  /** traits and state as they are this evening */
  readonly values: Readonly<Record<string, number>>;
}

/**
 * Evaluates one user's day with mathjs, formula by formula. It shares nothing with the simulation but the checked
 * program and the draws, and is what the kernels are tested against.
 */
export function explainDay(program: Program, user: UserDay): ExplainedDay {
  const reading = new Reading(program, user);
  reading.set({ day: user.day, weekday: ((user.day - 1) % 7) + 1, tenure: user.tenure, stage: user.stage });
  reading.setAction(user.action);
  const day = program.day.map(({ name, formula, isState }) => {
    const explained = reading.evaluate(name, formula);
    const value = reading.last;
    reading.set({ [name]: isState ? Number(value) : value });
    return explained;
  });
  const { transitions, uniform, stage } = explainLifecycle(program, user, reading);
  reading.set({ stage });
  const all = (definitions: readonly Definition[]) =>
    definitions.map((d) => reading.evaluate(d.name, d.formula));
  const reward = all(program.reward);
  return {
    day,
    transitions,
    uniform,
    stage,
    reward,
    total: reward.map((part) => part.value).reduce((sum, value) => sum + value),
    metrics: all(program.metrics),
    observe: all(program.observe),
    values: reading.columns(),
  };
}

/** What a user is born with. */
export interface ExplainedBirth {
  readonly traits: readonly ExplainedFormula[];
  readonly state: readonly ExplainedFormula[];
  readonly values: Readonly<Record<string, number>>;
}

/** Evaluates a user's birth with mathjs. */
export function explainBirth(
  program: Program,
  user: Pick<UserDay, 'seedKey' | 'birth' | 'segment'>,
): ExplainedBirth {
  const reading = new Reading(program, { ...user, day: 0, tenure: 0, stage: 0, action: 0, values: {} });
  const define = ({ name, formula }: Definition) => {
    const explained = reading.evaluate(name, formula);
    reading.set({ [name]: explained.value });
    return explained;
  };
  const traits = program.traits.map(define);
  const state = program.state.map(define);
  return { traits, state, values: reading.columns() };
}

function explainLifecycle(program: Program, user: UserDay, reading: Reading) {
  const { a, b } = drawKey(user.seedKey, user.day, purposeOf('lifecycle'));
  const uniform = uniformDraw(user.birth, a, b);
  let sum = 0;
  const transitions = program.stages[user.stage].transitions.map(({ to, formula }): ExplainedTransition => {
    const explained = reading.evaluate(program.stages[to].name, formula);
    sum += Math.max(explained.value, 0);
    return { ...explained, to, upTo: sum };
  });
  const taken = transitions.find((transition) => uniform < transition.upTo);
  return { transitions, uniform, stage: taken?.to ?? user.stage };
}

type Value = number | boolean;

/** The names and draws of one user's day, for mathjs. */
class Reading {
  /** value of the formula evaluated last, before a condition becomes 1 or 0 */
  last: Value = 0;
  readonly #program: Program;
  readonly #user: UserDay;
  readonly #scope = new Map<string, unknown>(Object.entries(plainFunctions));
  /** by purpose: a < x < b reads x twice, and draws once */
  readonly #draws = new Map<string, ExplainedDraw>();

  constructor(program: Program, user: UserDay) {
    this.#program = program;
    this.#user = user;
    for (const { name, value } of program.parameters) this.#scope.set(name, value);
    this.#scope.set('segment', user.segment);
    this.set(program.segments[user.segment].properties);
    this.set(user.values);
    for (const name of Object.keys(DRAWS) as Distribution[]) {
      this.#scope.set(name, (purpose: string, ...args: Value[]) =>
        this.#draw(name, purpose, args.map(Number)),
      );
    }
  }

  set(values: Readonly<Record<string, Value>>): void {
    for (const [name, value] of Object.entries(values)) this.#scope.set(name, value);
  }

  setAction(index: number): void {
    const { attributes, family } = this.#program.actions[index];
    this.#scope.set('action', index);
    this.#scope.set('action.family', FAMILIES.indexOf(family));
    for (const [name, value] of Object.entries(attributes)) this.#scope.set(`action.${name}`, value);
  }

  evaluate(name: string, { text, math, expression }: Formula): ExplainedFormula {
    this.#draws.clear();
    this.last = math.compile().evaluate(this.#scope as never) as Value;
    const names = [...new Set(namesIn(expression))];
    const inputs = names.map((input) => ({ name: input, value: Number(this.#scope.get(input)) }));
    return { name, text, value: Number(this.last), inputs, draws: [...this.#draws.values()] };
  }

  /** Traits and state, rounded as the columns hold them. */
  columns(): Record<string, number> {
    const names = [...this.#program.traits, ...this.#program.state].map(({ name }) => name);
    return Object.fromEntries(names.map((name) => [name, Math.fround(this.#scope.get(name) as number)]));
  }

  #draw(distribution: Distribution, purpose: string, args: readonly number[]): Value {
    const { a, b } = drawKey(this.#user.seedKey, this.#user.day, purposeOf(purpose));
    const { birth } = this.#user;
    const uniform = uniformDraw(birth, a, b);
    const value = DRAWS[distribution]({ birth, a, b, uniform }, args);
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

interface Luck {
  readonly birth: number;
  readonly a: number;
  readonly b: number;
  readonly uniform: number;
}

const DRAWS: Readonly<Record<Distribution, (luck: Luck, args: readonly number[]) => Value>> = {
  bernoulli: ({ uniform }, [p]) => uniform < p,
  normal: ({ uniform }, [mean, deviation]) => mean + deviation * standardNormal(uniform),
  lognormal: ({ uniform }, [mean, deviation]) => exp(mean + deviation * standardNormal(uniform)),
  uniform: ({ uniform }, [from, to]) => from + (to - from) * uniform,
  categorical: ({ uniform }, weights) => categorical(uniform, weights),
  poisson: ({ birth, a, b }, [mean]) => samplers.poisson(birth, a, b, mean),
  exponential: ({ birth, a, b }, [rate]) => samplers.exponential(birth, a, b, rate),
  gamma: ({ birth, a, b }, [shape, rate]) => samplers.gamma(birth, a, b, shape, rate),
  beta: ({ birth, a, b }, [alpha, betaShape]) => samplers.beta(birth, a, b, alpha, betaShape),
};

function categorical(uniform: number, weights: readonly number[]): number {
  let total = 0;
  for (const weight of weights) total += Math.max(weight, 0);
  let sum = 0;
  const index = weights.findIndex((weight) => uniform * total < (sum += Math.max(weight, 0)));
  return index < 0 ? weights.length : index + 1;
}

/** Names that a formula reads, in the order of the text. */
function namesIn(expression: Expression): string[] {
  if (expression.kind === 'reference') return [expression.name];
  if (expression.kind === 'attribute') return [`action.${expression.name}`];
  return partsOf(expression).flatMap(namesIn);
}
