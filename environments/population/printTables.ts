import type { Graph } from './graph.ts';
import { literal } from './printNodes.ts';

/** Declares the constant numbers that nodes read by index, as `table<id>`. */
export function printTables({ nodes }: Graph): string[] {
  return nodes.flatMap(({ id, operation }) =>
    operation.op === 'table' || operation.op === 'lookup' || operation.op === 'nearest'
      ? [
          `const table${id} = Float64Array.of(${(operation.op === 'nearest' ? operation.members : operation.values).map(literal).join(', ')});`,
        ]
      : [],
  );
}
