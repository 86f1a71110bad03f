import type { Program } from '../scenario/program.ts';
import { binary, toNumber } from './arithmetic.ts';
import { Graph, type NodeId } from './graph.ts';
import { GraphScope } from './graphScope.ts';
import { type ObservationGraph, observation } from './observationGraph.ts';

/** What is computed once a day for a group of users. */
export interface GroupGraph {
  readonly graph: Graph;
  /** newcomers a day by each channel, at least 0 */
  readonly rates: readonly NodeId[];
  /** where one decision is taken for the group */
  readonly product:
    | (ObservationGraph & { readonly reward: NodeId; readonly metrics: readonly NodeId[] })
    | undefined;
}

/** Name of the column that holds a figure over users. */
export function figureColumn(index: number): string {
  return `a${index}`;
}

/** Builds the graph of what follows a group's day: its reward, metrics and observation, and how many come. */
export function groupGraph(program: Program): GroupGraph {
  const graph = new Graph();
  const scope = new GraphScope(graph, program);
  for (const [k, { name }] of program.aggregates.entries())
    scope.set(name, graph.add({ op: 'column', name: figureColumn(k) }, 'number'));
  const number = (formula: Program['reward'][number]['formula']) => toNumber(graph, scope.evaluate(formula));
  const rates = program.arrivals?.channels.map(({ formula }) =>
    binary(graph, 'max', number(formula), graph.constant(0)),
  );
  const product = program.decision && {
    reward: program.reward
      .map(({ formula }) => number(formula))
      .reduce((sum, part) => binary(graph, 'add', sum, part)),
    ...observation(scope, program),
    metrics: program.metrics.map(({ formula }) => number(formula)),
  };
  return { graph, rates: rates ?? [], product };
}
