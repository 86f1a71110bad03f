import type { Stage } from '../scenario/program.ts';
import { binary, equal, less, select } from './arithmetic.ts';
import type { Graph, NodeId } from './graph.ts';
import type { GraphScope } from './graphScope.ts';

/** The name of the draw that decides the stage transition, in every scenario. */
export const LIFECYCLE_PURPOSE = 'lifecycle';

/** One draw against the summed probabilities of the ways out of today's stage, in order. */
export function nextStage(scope: GraphScope, stages: readonly Stage[]): NodeId {
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

function wayOut(scope: GraphScope, stage: Stage, index: number, uniform: NodeId): NodeId {
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

/** Whether a stage is one that nobody comes back from. */
export function isAbsorbing(graph: Graph, stages: readonly Stage[], stage: NodeId): NodeId {
  return stages.reduce<NodeId>(
    (mask, { absorbing }, index) =>
      absorbing
        ? select(graph, equal(graph, stage, graph.constant(index)), graph.condition(true), mask)
        : mask,
    graph.condition(false),
  );
}
