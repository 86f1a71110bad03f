import { quoted, suggestion } from '../diagnostics.ts';
import { type AccessorNode, FunctionNode, type MathNode, SymbolNode, textNode } from '../mathjs.ts';
import { type Checked, expressionOf, mathOf, type NodeContext, pass, plain, refuse } from './context.ts';
import { checkElement } from './element.ts';

/** What the explaining reading calls for a number of a table; no name of a file can be the same. */
export const READ_TABLE = 'table[]';

interface Index {
  readonly dotNotation: boolean;
  readonly dimensions: readonly MathNode[];
}

/** Whether something is read with [ ]. */
export function isLookup(node: AccessorNode): boolean {
  return !(node.index as unknown as Index).dotNotation;
}

/** table[i], table[row, column] or vector[i]. */
export function checkLookup(node: AccessorNode, context: NodeContext): Checked {
  const { name, type } = node.object as SymbolNode;
  if (type !== 'SymbolNode')
    return refuse(context, 'only tables and vectors can be read with [ ]', pass(node, context));
  const offset = context.locate(name) ?? 0;
  const { dimensions } = node.index as unknown as Index;
  const parts = dimensions.map((part) => plain(context.check(part), context));
  const { tables } = context.scope;
  const table = tables.get(name);
  const vector = context.scope.names.get(name)?.length !== undefined;
  if (!table && !vector) return refuse(context, unknownTable(name, context), offset);
  const wanted = table?.columns === undefined ? 1 : 2;
  if (parts.length !== wanted) {
    const form = wanted === 1 ? `${name}[place]` : `${name}[row, column]`;
    return refuse(context, `${name} is read as ${form}, got ${parts.length} indices`, offset);
  }
  if (!table) return checkElement(name, offset, dimensions, parts, context);
  return {
    expression: { kind: 'lookup', table, arguments: parts.map(expressionOf) },
    math: new FunctionNode(new SymbolNode(READ_TABLE), [textNode(name), ...parts.map(mathOf)]),
    offset,
  };
}

function unknownTable(name: string, { scope: { tables, names, unavailable } }: NodeContext): string {
  const vectors = [...names].flatMap(([vector, { length }]) => (length === undefined ? [] : [vector]));
  const reason = unavailable.get(name);
  if (reason !== undefined) return `"${name}" cannot be used here: ${reason}`;
  if (names.has(name)) return `"${name}" is one number; only tables and vectors can be read with [ ]`;
  const what = vectors.length > 0 ? 'table or vector' : 'table';
  return `there is no ${what} ${quoted(name)}${suggestion(name, [...tables.keys(), ...vectors])}`;
}
