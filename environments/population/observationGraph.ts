import type { Observed, Program } from '../scenario/program.ts';
import { binary, equal, less, select, toNumber } from './arithmetic.ts';
import type { Graph, NodeId } from './graph.ts';
import type { GraphScope } from './graphScope.ts';

/** What agents see of a user. */
export interface ObservationGraph {
  readonly features: readonly NodeId[];
  /** index of the binned features */
  readonly stateIndex: NodeId;
}

/** Features and the mixed-radix index of the bins, first observed variable slowest. */
export function observation(scope: GraphScope, program: Program): ObservationGraph {
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
