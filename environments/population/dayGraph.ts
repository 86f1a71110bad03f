import { draws } from '../scenario/expression.ts';
import type { Formula } from '../scenario/formula.ts';
import type { DayFormula, Definition, Program } from '../scenario/program.ts';
import { stepsOf } from '../scenario/vectors.ts';
import { binary, less, select, toNumber } from './arithmetic.ts';
import { availability } from './availabilityGraph.ts';
import { Graph, type NodeId } from './graph.ts';
import { GraphScope } from './graphScope.ts';
import { isAbsorbing, nextStage } from './lifecycleGraph.ts';
import { type ObservationGraph, observation } from './observationGraph.ts';

/** What one user's day computes: nodes of the graph, by what they are for. */
export interface DayGraph extends ObservationGraph {
  readonly graph: Graph;
  /** new values of the traits and state columns that change */
  readonly columns: readonly { readonly name: string; readonly node: NodeId }[];
  /** index of the stage after the day */
  readonly stage: NodeId;
  /** whether the stage after the day is absorbing */
  readonly left: NodeId;
  readonly reward: NodeId;
  /** the scenario's metrics of the day, in order */
  readonly metrics: readonly NodeId[];
  /** 1 where the day counts as a visit, else 0; undefined where the scenario does not say what a visit is */
  readonly visit: NodeId | undefined;
  /** 1 for each action that is available after the day; empty where every action always is */
  readonly available: readonly NodeId[];
  /** new users that this one brings tonight, 0 to 255; undefined where nobody brings anybody */
  readonly refer: NodeId | undefined;
  /** what figures over users are made of, after a 1 for having lived the day; empty where there are none */
  readonly aggregates: readonly NodeId[];
}

/** Builds the graph of an ordinary day: formulas, the lifecycle draw, then reward, metrics, observation and visit. */
export function dayGraph(program: Program): DayGraph {
  const graph = new Graph();
  const scope = new GraphScope(graph, program);
  const columns = stepsOf(program.day).flatMap((step) => addStep(scope, step));
  const stage = nextStage(scope, program.stages);
  scope.setStage(stage);
  const parts = program.reward.map(({ formula }) => toNumber(graph, scope.evaluate(formula)));
  const left = isAbsorbing(graph, program.stages, stage);
  return {
    graph,
    columns,
    stage,
    left,
    reward:
      parts.length > 0 ? parts.reduce((sum, part) => binary(graph, 'add', sum, part)) : graph.constant(0),
    ...observation(scope, program),
    metrics: program.metrics.map(({ formula }) => toNumber(graph, scope.evaluate(formula))),
    visit: program.visit && toNumber(graph, scope.condition(program.visit.formula)),
    refer: program.arrivals?.refer && countOf(scope, program.arrivals.refer.formula),
    aggregates: figures(scope, program),
    available: availability(scope, program, columns, left),
  };
}

/** Adds one formula of the day, or those of a vector, all of which see the values of before. */
function addStep(scope: GraphScope, step: readonly DayFormula[]): { name: string; node: NodeId }[] {
  const values = step.map(({ name, formula, isState }) => {
    const value = scope.evaluate(formula);
    return { name, isState, node: isState ? scope.asDeclared(name, toNumber(scope.graph, value)) : value };
  });
  for (const { name, node } of values) scope.set(name, node);
  return values.flatMap(({ name, isState, node }) => (isState ? [{ name, node }] : []));
}

/**
 * Builds the graph of birth: traits, state at birth, and the first observation, on which no day has left a trace.
 *
 * @param referred of somebody who was brought by another user
 */
export function birthGraph(program: Program, { referred = false } = {}): DayGraph {
  const graph = new Graph();
  const scope = new GraphScope(graph, program);
  const columns = [...program.traits, ...program.state].map((definition) => {
    const { name, formula } = definition;
    const own = scope.asDeclared(name, toNumber(graph, scope.evaluate(formula)));
    const node =
      referred && program.traits.includes(definition) ? likened(scope, program, definition, own) : own;
    scope.set(name, node);
    return { name, node };
  });
  // Newcomers are born on any day.
  const days = program.arrivals ? [] : (['day', 'weekday', 'yearday'] as const);
  for (const name of [...days, 'tenure', 'action'] as const) scope.setInput(name, graph.constant(0));
  const stage = graph.constant(0);
  scope.setStage(stage);
  for (const { name, formula, isState } of program.day) {
    if (!isState) scope.set(name, isCondition(formula) ? graph.condition(false) : graph.constant(0));
  }
  const none = graph.constant(0);
  const left = graph.condition(false);
  return {
    graph,
    columns,
    stage,
    left,
    reward: none,
    ...observation(scope, program),
    metrics: [],
    visit: program.visit && none,
    refer: program.arrivals?.refer && none,
    aggregates: figures(scope, program),
    available: availability(scope, program, columns, left),
  };
}

/** A drawn trait of somebody who was referred is the referrer's with the probability `likeness`. */
function likened(
  { graph }: GraphScope,
  { arrivals }: Program,
  { name, formula }: Definition,
  own: NodeId,
): NodeId {
  const likeness = arrivals?.likeness ?? 0;
  if (likeness === 0 || !draws(formula.expression)) return own;
  const uniform = graph.add({ op: 'uniform', purpose: graph.purpose(`arrivals.likeness.${name}`) }, 'number');
  const theirs = graph.add({ op: 'column', name, of: 'referrer' }, 'number');
  return select(graph, less(graph, uniform, graph.constant(likeness)), theirs, own);
}

const MOST_REFERRED = 255;

function countOf(scope: GraphScope, formula: Formula): NodeId {
  const { graph } = scope;
  const count = binary(graph, 'max', toNumber(graph, scope.evaluate(formula)), graph.constant(0));
  return binary(graph, 'min', count, graph.constant(MOST_REFERRED));
}

function figures(scope: GraphScope, { decision, aggregates }: Program): NodeId[] {
  if (!decision) return [];
  const { graph } = scope;
  const parts = aggregates.map(({ over, formula }) =>
    toNumber(graph, over === 'share' ? scope.condition(formula) : scope.evaluate(formula)),
  );
  return [graph.constant(1), ...parts];
}

function isCondition({ expression }: Formula): boolean {
  return 'type' in expression
    ? expression.type === 'boolean'
    : expression.kind === 'draw' && expression.distribution === 'bernoulli';
}
