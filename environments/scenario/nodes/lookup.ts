import { quoted, suggestion } from '../diagnostics.ts';
import { type AccessorNode, FunctionNode, type MathNode, SymbolNode, textNode } from '../mathjs.ts';
import { type Checked, expressionOf, mathOf, type NodeContext, pass, plain, refuse } from './context.ts';

interface Index {
  readonly dotNotation: boolean;
  readonly dimensions: readonly MathNode[];
}

/** Whether something is read with [ ]. */
export function isLookup(node: AccessorNode): boolean {
  return !(node.index as unknown as Index).dotNotation;
}

/** table[i] or table[row, column]. */
export function checkLookup(node: AccessorNode, context: NodeContext): Checked {
  const { name, type } = node.object as SymbolNode;
  if (type !== 'SymbolNode') return refuse(context, 'only tables can be read with [ ]', pass(node, context));
  const offset = context.locate(name) ?? 0;
  const parts = (node.index as unknown as Index).dimensions.map((part) =>
    plain(context.check(part), context),
  );
  const { tables } = context.scope;
  const table = tables.get(name);
  if (!table) {
    const problem = `there is no table ${quoted(name)}${suggestion(name, [...tables.keys()])}`;
    return refuse(context, problem, offset);
  }
  const wanted = table.columns === undefined ? 1 : 2;
  if (parts.length !== wanted) {
    const form = wanted === 1 ? `${name}[place]` : `${name}[row, column]`;
    return refuse(context, `${name} is read as ${form}, got ${parts.length} indices`, offset);
  }
  return {
    expression: { kind: 'lookup', table, arguments: parts.map(expressionOf) },
    math: new FunctionNode(new SymbolNode('lookup'), [textNode(name), ...parts.map(mathOf)]),
    offset,
  };
}
