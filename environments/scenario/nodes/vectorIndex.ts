import { INDEX } from '../functions.ts';
import { ConstantNode } from '../mathjs.ts';
import { type Checked, type NodeContext, refuse } from './context.ts';

/** The place of the element at hand. */
export function checkIndex(offset: number, context: NodeContext): Checked {
  const { element } = context.scope;
  if (!element) {
    const reason = 'it stands for the place of an element, in the formula of a vector (with a length)';
    return refuse(context, `"${INDEX}" cannot be used here: ${reason}`, offset);
  }
  const { place } = element;
  return { expression: { kind: 'number', value: place }, math: new ConstantNode(place), offset };
}

/** What is wrong with a vector where a number is expected. */
export function bareVector(name: string, { scope }: NodeContext): string {
  const length = scope.names.get(name)?.length;
  const place = scope.element ? INDEX : 'place';
  return `"${name}" is a vector of ${length}; read ${name}[${place}], sum(${name}) or dot(${name}, other)`;
}
