import type { Expression } from '../scenario/expression.ts';
import type { Formula } from '../scenario/formula.ts';
import { FAMILIES, type Observed, type Program, type Stage } from '../scenario/program.ts';
import { binary, equal, less, lookUp, select, toMask, toNumber } from './arithmetic.ts';
import { Graph, type InputName, type NodeId } from './graph.ts';
import { type Bindings, lower } from './lower.ts';

/** The name of the draw that decides the stage transition, in every scenario. */
export const LIFECYCLE_PURPOSE = 'lifecycle';

/** What one user's day computes: nodes of the graph, by what they are for. */
export interface DayGraph {
  readonly graph: Graph;
  /** new values of the traits and state columns that change */
  readonly columns: readonly { readonly name: string; readonly node: NodeId }[];
  /** index of the stage after the day */
  readonly stage: NodeId;
  /** whether the stage after the day is absorbing */
  readonly left: NodeId;
  readonly reward: NodeId;
  readonly features: readonly NodeId[];
  /** index of the binned features */
  readonly stateIndex: NodeId;
  /** the scenario's metrics of the day, in order */
  readonly metrics: readonly NodeId[];
}

/** Builds the graph of an ordinary day: formulas, the lifecycle draw, then reward, metrics and observation. */
export function dayGraph(program: Program): DayGraph {
  const graph = new Graph();
  const scope = new Scope(graph, program);
  const columns = program.day.flatMap(({ name, formula, isState }) => {
    const value = scope.evaluate(formula);
    const node = isState ? toNumber(graph, value) : value;
    scope.set(name, node);
    return isState ? [{ name, node }] : [];
  });
  const stage = nextStage(scope, program.stages);
  scope.setStage(stage);
  const parts = program.reward.map(({ formula }) => toNumber(graph, scope.evaluate(formula)));
  return {
    graph,
    columns,
    stage,
    left: isAbsorbing(graph, program.stages, stage),
    reward: parts.reduce((sum, part) => binary(graph, 'add', sum, part)),
    ...observation(scope, program),
    metrics: program.metrics.map(({ formula }) => toNumber(graph, scope.evaluate(formula))),
  };
}

/** Builds the graph of birth: traits, state at birth, and the first observation, on which no day has left a trace. */
export function birthGraph(program: Program): DayGraph {
  const graph = new Graph();
  const scope = new Scope(graph, program);
  const columns = [...program.traits, ...program.state].map(({ name, formula }) => {
    const node = toNumber(graph, scope.evaluate(formula));
    scope.set(name, node);
    return { name, node };
  });
  for (const name of ['day', 'weekday', 'tenure', 'action'] as const) scope.setInput(name, graph.constant(0));
  const stage = graph.constant(0);
  scope.setStage(stage);
  for (const { name, formula, isState } of program.day) {
    if (!isState) scope.set(name, isCondition(formula) ? graph.condition(false) : graph.constant(0));
  }
  const none = graph.constant(0);
  return {
    graph,
    columns,
    stage,
    left: graph.condition(false),
    reward: none,
    ...observation(scope, program),
    metrics: [],
  };
}

/** Builds the graph of a rule: the index of the action it takes, from a row of features. */
export function ruleGraph(
  program: Program,
  rule: Program['rules'][number],
): { graph: Graph; action: NodeId } {
  const graph = new Graph();
  const scope = new Scope(graph, program);
  let column = 0;
  for (const { name, members } of program.observe) {
    const width = members?.length ?? 1;
    scope.set(
      name,
      members
        ? memberFromFeatures(graph, column, width)
        : graph.add({ op: 'feature', index: column }, 'number'),
    );
    column += width;
  }
  const choices = rule.choices.map(({ when, action }) => ({ test: when && scope.condition(when), action }));
  let action = graph.constant(0);
  for (const { test, action: chosen } of choices.reverse()) {
    action =
      test === undefined ? graph.constant(chosen) : select(graph, test, graph.constant(chosen), action);
  }
  return { graph, action };
}

/** Which of the one-hot features is on. */
function memberFromFeatures(graph: Graph, first: number, count: number): NodeId {
  let index = graph.constant(0);
  for (let k = 1; k < count; k++) {
    const feature = graph.add({ op: 'feature', index: first + k }, 'number');
    index = select(graph, less(graph, graph.constant(0.5), feature), graph.constant(k), index);
  }
  return index;
}

function isCondition({ expression }: Formula): boolean {
  return 'type' in expression
    ? expression.type === 'boolean'
    : expression.kind === 'draw' && expression.distribution === 'bernoulli';
}

/** One draw against the summed probabilities of the ways out of today's stage, in order. */
function nextStage(scope: Scope, stages: readonly Stage[]): NodeId {
  const { graph } = scope;
  const today = graph.add({ op: 'input', name: 'stage' }, 'number');
  const uniform = graph.add({ op: 'uniform', purpose: graph.purpose(LIFECYCLE_PURPOSE) }, 'number');
  let next = today;
  for (let index = stages.length - 1; index >= 0; index--) {
    const stage = stages[index];
    if (stage.transitions.length === 0) continue;
    next = select(
      graph,
      equal(graph, today, graph.constant(index)),
      wayOut(scope, stage, index, uniform),
      next,
    );
  }
  return next;
}

function wayOut(scope: Scope, stage: Stage, index: number, uniform: NodeId): NodeId {
  const { graph } = scope;
  const zero = graph.constant(0);
  const sums: NodeId[] = [];
  for (const { formula } of stage.transitions) {
    const probability = binary(graph, 'max', scope.evaluate(formula), zero);
    const before = sums[sums.length - 1];
    sums.push(before === undefined ? probability : binary(graph, 'add', before, probability));
  }
  return stage.transitions.reduceRight<NodeId>(
    (otherwise, { to }, k) => select(graph, less(graph, uniform, sums[k]), graph.constant(to), otherwise),
    graph.constant(index),
  );
}

function isAbsorbing(graph: Graph, stages: readonly Stage[], stage: NodeId): NodeId {
  return stages.reduce<NodeId>(
    (mask, { absorbing }, index) =>
      absorbing
        ? select(graph, equal(graph, stage, graph.constant(index)), graph.condition(true), mask)
        : mask,
    graph.condition(false),
  );
}

/** Features and the mixed-radix index of the bins, first observed variable slowest. */
function observation(scope: Scope, program: Program): Pick<DayGraph, 'features' | 'stateIndex'> {
  const { graph } = scope;
  const features: NodeId[] = [];
  let index = graph.constant(0);
  for (const observed of program.observe) {
    const value = toNumber(graph, scope.evaluate(observed.formula));
    features.push(...featuresOf(graph, observed, value));
    const count = binCount(observed);
    if (count === 1) continue;
    const shifted = binary(graph, 'multiply', index, graph.constant(count));
    index =
      graph.constantOf(shifted) === 0
        ? binOf(graph, observed, value)
        : binary(graph, 'add', shifted, binOf(graph, observed, value));
  }
  return { features, stateIndex: index };
}

/** How many tabular values an observed variable has; 1 if it is not part of the tabular state. */
export function binCount({ members, bins }: Observed): number {
  return members?.length ?? (bins ? bins.length + 1 : 1);
}

function featuresOf(graph: Graph, { members }: Observed, value: NodeId): NodeId[] {
  if (!members) return [value];
  return members.map((_, k) => toNumber(graph, equal(graph, value, graph.constant(k))));
}

function binOf(graph: Graph, { members, bins = [] }: Observed, value: NodeId): NodeId {
  if (members) return value;
  return bins.reduce<NodeId>(
    (bin, edge, k) => select(graph, less(graph, value, graph.constant(edge)), bin, graph.constant(k + 1)),
    graph.constant(0),
  );
}

/** The values of names, as the day goes on. */
class Scope implements Bindings {
  readonly graph: Graph;
  readonly #program: Program;
  readonly #values = new Map<string, NodeId>();
  readonly #inputs = new Map<InputName, NodeId>();

  constructor(graph: Graph, program: Program) {
    this.graph = graph;
    this.#program = program;
    for (const { name, value } of program.parameters) this.#values.set(name, graph.constant(value));
  }

  set(name: string, node: NodeId): void {
    this.#values.set(name, node);
  }

  setInput(name: InputName, node: NodeId): void {
    this.#inputs.set(name, node);
  }

  setStage(node: NodeId): void {
    this.#inputs.set('stage', node);
  }

  evaluate(formula: Formula): NodeId {
    return lower(this.graph, formula.expression, this);
  }

  condition(formula: Formula): NodeId {
    return toMask(this.graph, this.evaluate(formula));
  }

  reference({ source, name }: Extract<Expression, { kind: 'reference' }>): NodeId {
    if (source === 'builtin') return this.#input(name as InputName);
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    if (source === 'segment') return this.#segmentProperty(name);
    return this.graph.add({ op: 'column', name }, 'number');
  }

  attribute(name: string): NodeId {
    const action = this.#input('action');
    const values = this.#program.actions.map((a) =>
      name === 'family' ? FAMILIES.indexOf(a.family) : a.attributes[name],
    );
    const index = this.graph.constantOf(action);
    return index === undefined ? lookUp(this.graph, values, action) : this.graph.constant(values[index]);
  }

  #segmentProperty(name: string): NodeId {
    const values = this.#program.segments.map((segment) => segment.properties[name]);
    return lookUp(this.graph, values, this.#input('segment'));
  }

  #input(name: InputName): NodeId {
    return this.#inputs.get(name) ?? this.graph.add({ op: 'input', name }, 'number');
  }
}
