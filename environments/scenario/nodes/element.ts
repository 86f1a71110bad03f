import type { Expression } from '../expression.ts';
import { INDEX } from '../functions.ts';
import { ConstantNode, FunctionNode, type MathNode, SymbolNode, textNode } from '../mathjs.ts';
import { elementName, placesOf } from '../vectors.ts';
import { type Checked, type NodeContext, refuse } from './context.ts';

/** What the explaining reading calls for an element at a computed place; no name of a file can be the same. */
export const READ_ELEMENT = 'element[]';

/** The elements of a vector, each as if it were read by its place. */
export function elementsOf(name: string, offset: number, { scope }: NodeContext): Checked[] {
  const { source, type, length = 0 } = scope.names.get(name) ?? { source: 'variable', type: 'number' };
  return placesOf(length).map((place) => {
    const element = elementName(name, place);
    const expression: Expression = { kind: 'reference', source, name: element, type };
    return { expression, math: new SymbolNode(element), offset };
  });
}

/** vector[place]: a plain reference where the place is written as a number, or as the index of the element at hand. */
export function checkElement(
  name: string,
  offset: number,
  [node]: readonly MathNode[],
  [place]: readonly Checked[],
  context: NodeContext,
): Checked {
  const elements = elementsOf(name, offset, context);
  const written =
    node.type === 'ConstantNode' || ((node as SymbolNode).name === INDEX && context.scope.element);
  if (written && place.expression.kind === 'number') return elementAt(name, elements, place, context);
  return {
    expression: {
      kind: 'element',
      vector: name,
      elements: elements.map(({ expression }) => expression),
      place: place.expression,
    },
    math: new FunctionNode(new SymbolNode(READ_ELEMENT), [
      textNode(name),
      new ConstantNode(elements.length),
      place.math,
    ]),
    offset,
  };
}

function elementAt(
  name: string,
  elements: readonly Checked[],
  { expression, offset }: Checked,
  context: NodeContext,
): Checked {
  const place = expression.kind === 'number' ? expression.value : Number.NaN;
  if (elements[place - 1]) return elements[place - 1];
  const { length } = elements;
  const { element } = context.scope;
  const problem =
    element?.place === place
      ? `${name} has ${length} elements, and ${INDEX} goes to ${element.length} here`
      : `${name} has the elements 1 to ${length}, got ${name}[${place}]`;
  return refuse(context, problem, offset);
}
