import type { Program } from '../scenario/program.ts';
import { binary } from './arithmetic.ts';
import type { DayGraph } from './dayGraph.ts';
import type { NodeId } from './graph.ts';

/** A day's graph with what it earned. */
type Rewarded = Pick<DayGraph, 'graph' | 'reward' | 'metrics'>;

/** What is kept of the days of each user. */
export interface SumStore {
  /** name of the column */
  readonly name: string;
  readonly node: NodeId;
  readonly over: '+=' | '=';
}

/** Per-user sums over the days, as f64 columns. The return is discounted where the objective is. */
export function sumStores(day: Rewarded, program: Program): SumStore[] {
  const { graph } = day;
  const costs = program.actions.map((action) => action.attributes['cost']);
  const action = graph.add({ op: 'input', name: 'action' }, 'number');
  const cost = graph.add({ op: 'table', values: costs }, 'number', action);
  return [
    { name: 'sum_return', node: discounted(day, program), over: '+=' },
    { name: 'sum_cost', node: cost, over: '+=' },
    ...program.metrics.map(
      ({ name, over }, k): SumStore => ({
        name: `sum_${name}_`,
        node: day.metrics[k],
        over: over === 'last' ? '=' : '+=',
      }),
    ),
  ];
}

/** The day's reward, worth what it is on day 1. */
function discounted({ graph, reward }: Rewarded, { objective }: Program): NodeId {
  if (objective.discount === 1) return reward;
  return binary(graph, 'multiply', graph.add({ op: 'input', name: 'discount' }, 'number'), reward);
}
