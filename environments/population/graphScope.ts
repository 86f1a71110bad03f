import { fractionsOf } from '../scenario/domain.ts';
import type { Expression } from '../scenario/expression.ts';
import type { Formula } from '../scenario/formula.ts';
import { FAMILIES, type Program } from '../scenario/program.ts';
import { elementName } from '../scenario/vectors.ts';
import { lookUp, toMask } from './arithmetic.ts';
import type { Graph, InputName, NodeId } from './graph.ts';
import { type Bindings, lower } from './lower.ts';

/** The values of names, as the day goes on. */
export class GraphScope implements Bindings {
  readonly graph: Graph;
  readonly #program: Program;
  readonly #values = new Map<string, NodeId>();
  readonly #inputs = new Map<InputName, NodeId>();

  constructor(graph: Graph, program: Program) {
    this.graph = graph;
    this.#program = program;
    for (const { name, value } of program.parameters) this.#values.set(name, graph.constant(value));
  }

  set(name: string, node: NodeId): void {
    this.#values.set(name, node);
  }

  setInput(name: InputName, node: NodeId): void {
    this.#inputs.set(name, node);
  }

  setStage(node: NodeId): void {
    this.#inputs.set('stage', node);
  }

  evaluate(formula: Formula): NodeId {
    return lower(this.graph, formula.expression, this);
  }

  condition(formula: Formula): NodeId {
    return toMask(this.graph, this.evaluate(formula));
  }

  /** A state variable's value as the file declares it, where it declares fractions. */
  asDeclared(name: string, node: NodeId): NodeId {
    const state = this.#program.state.find((variable) => variable.name === name);
    const members = state && fractionsOf(state);
    return members ? this.graph.add({ op: 'nearest', members }, 'number', node) : node;
  }

  reference({ source, name }: Extract<Expression, { kind: 'reference' }>): NodeId {
    if (name === 'channel.cost') return this.#channelCost();
    if (source === 'builtin') return this.#input(name as InputName);
    const known = this.#values.get(name);
    if (known !== undefined) return known;
    if (source === 'segment') return this.#segmentProperty(name);
    return this.asDeclared(name, this.graph.add({ op: 'column', name }, 'number'));
  }

  /** Of a vector whose elements are as they were this morning: read from their columns. */
  element(vector: string, length: number, place: NodeId): NodeId | undefined {
    const first = elementName(vector, 1);
    const stored = [...this.#program.traits, ...this.#program.state].some(({ name }) => name === first);
    if (!stored || this.#values.has(first)) return undefined;
    return this.asDeclared(first, this.graph.add({ op: 'element', vector, length }, 'number', place));
  }

  attribute(name: string): NodeId {
    const action = this.#input('action');
    const values = this.#program.actions.map((a) =>
      name === 'family' ? FAMILIES.indexOf(a.family) : a.attributes[name],
    );
    const index = this.graph.constantOf(action);
    return index === undefined ? lookUp(this.graph, values, action) : this.graph.constant(values[index]);
  }

  /** Who was there from the start, or was referred, cost nothing. */
  #channelCost(): NodeId {
    const own = this.#program.arrivals?.channels.map(({ cost }) => cost) ?? [];
    return lookUp(this.graph, [0, ...own, 0], this.#input('channel'));
  }

  #segmentProperty(name: string): NodeId {
    const values = this.#program.segments.map((segment) => segment.properties[name]);
    return lookUp(this.graph, values, this.#input('segment'));
  }

  #input(name: InputName): NodeId {
    return this.#inputs.get(name) ?? this.graph.add({ op: 'input', name }, 'number');
  }
}
