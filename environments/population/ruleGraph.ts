import type { Formula } from '../scenario/formula.ts';
import type { Choice, Program } from '../scenario/program.ts';
import { less, select, toNumber } from './arithmetic.ts';
import { Graph, type NodeId } from './graph.ts';
import { GraphScope } from './graphScope.ts';

/** A line of a rule, with the whole number that stands for what it does. */
export interface RuleLine extends Pick<Choice, 'when'> {
  readonly value: number;
}

/** Builds the graph of a rule: from a row of features, the value of the first line whose condition holds, or 0. */
export function ruleGraph(program: Program, lines: readonly RuleLine[]): { graph: Graph; value: NodeId } {
  const graph = new Graph();
  const scope = observedScope(graph, program);
  const tests = lines.map(({ when }) => when && scope.condition(when));
  const value = lines.reduceRight<NodeId>((otherwise, line, k) => {
    const test = tests[k];
    const own = graph.constant(line.value);
    return test === undefined ? own : select(graph, test, own, otherwise);
  }, graph.constant(0));
  return { graph, value };
}

/** Builds the graph of a rule's score. */
export function scoreGraph(program: Program, score: Formula): { graph: Graph; value: NodeId } {
  const graph = new Graph();
  const scope = observedScope(graph, program);
  return { graph, value: toNumber(graph, scope.evaluate(score)) };
}

/** The names that a rule may use, read from the features. */
function observedScope(graph: Graph, program: Program): GraphScope {
  const scope = new GraphScope(graph, program);
  let column = 0;
  for (const { name, members } of program.observe) {
    const width = members?.length ?? 1;
    const value = members
      ? memberFromFeatures(graph, column, width)
      : graph.add({ op: 'feature', index: column }, 'number');
    scope.set(name, value);
    column += width;
  }
  return scope;
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
