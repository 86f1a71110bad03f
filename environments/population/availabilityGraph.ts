import type { Program } from '../scenario/program.ts';
import { and, not, toNumber, unary } from './arithmetic.ts';
import type { NodeId } from './graph.ts';
import type { GraphScope } from './graphScope.ts';

/** Whether there is an action that is not for everyone on every day. */
export function hasAvailability({ actions }: Program): boolean {
  return actions.some(({ when }) => when !== undefined);
}

/**
 * Whether a user may be given each action tomorrow, 1 or 0, by what it carries there: the values that the columns
 * will hold. Nobody who has left is given anything. Empty where every action is always available.
 *
 * To be called last, as the scope then holds tomorrow's values.
 */
export function availability(
  scope: GraphScope,
  program: Program,
  columns: readonly { readonly name: string; readonly node: NodeId }[],
  left: NodeId,
): readonly NodeId[] {
  if (!hasAvailability(program)) return [];
  const { graph } = scope;
  for (const { name, node } of columns) scope.set(name, scope.asDeclared(name, unary(graph, 'fround', node)));
  const there = not(graph, left);
  return program.actions.map(({ when }, index) => {
    if (!when) return toNumber(graph, there);
    scope.setInput('action', graph.constant(index));
    return toNumber(graph, and(graph, there, scope.condition(when)));
  });
}
