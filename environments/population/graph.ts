import type { samplers } from '../random/samplers.ts';

/**
 * The typed graph between the checked program and the printed kernel: pure operations on one user's day, common
 * subexpressions shared. Printers (JavaScript now) choose registers and order; the graph says only what depends on
 * what. Numbers are f64 in registers and f32 in columns; `integer` is i32; `mask` is a condition.
 */
export type NodeType = 'number' | 'integer' | 'mask';

/** Index of a node in its graph; arguments always have a smaller one. */
export type NodeId = number;

/** Values that the surrounding loop provides for a user; `discount` is what today's reward is worth on day 1. */
export type InputName =
  | 'day'
  | 'weekday'
  | 'yearday'
  | 'tenure'
  | 'stage'
  | 'segment'
  | 'action'
  | 'channel'
  | 'discount';

/** Inputs that are the same for every user. */
const EVERYONES: ReadonlySet<InputName> = new Set(['day', 'weekday', 'yearday', 'discount']);

/** Distributions that may need more than one uniform: sampled by a function of the kernel's library. */
export type SampledDistribution = keyof typeof samplers;

export type Operation =
  | { readonly op: 'constant'; readonly value: number }
  | { readonly op: 'condition'; readonly value: boolean }
  | { readonly op: 'input'; readonly name: InputName }
  /** a float column of this user, or of who referred it */
  | { readonly op: 'column'; readonly name: string; readonly of?: 'referrer' }
  /** a float column of this user: the element of a vector at an integer argument from 0 on, NaN outside of it */
  | { readonly op: 'element'; readonly vector: string; readonly length: number }
  /** a feature of this user's observation row */
  | { readonly op: 'feature'; readonly index: number }
  /** constant numbers indexed by an integer argument */
  | { readonly op: 'table'; readonly values: readonly number[] }
  /** constant numbers by any argument; NaN where it is no index */
  | { readonly op: 'lookup'; readonly values: readonly number[] }
  /** the member that a number stands for, or the number itself */
  | { readonly op: 'nearest'; readonly members: readonly number[] }
  | { readonly op: 'add' | 'subtract' | 'multiply' | 'divide' | 'modulo' }
  | { readonly op: 'negate' | 'floor' | 'sqrt' | 'abs' | 'fround' | 'min' | 'max' | 'exp' | 'log' }
  | { readonly op: 'less' | 'lessOrEqual' | 'equal' }
  | { readonly op: 'not' | 'xor' }
  /** mask ? first : second */
  | { readonly op: 'select' }
  /** 1 or 0 from a mask */
  | { readonly op: 'number' }
  /** this user's uniform in [0, 1) for the purpose with this index */
  | { readonly op: 'uniform'; readonly purpose: number }
  /** standard normal by inversion of a uniform */
  | { readonly op: 'normal' }
  | { readonly op: 'sample'; readonly distribution: SampledDistribution; readonly purpose: number };

export interface GraphNode {
  readonly id: NodeId;
  readonly operation: Operation;
  readonly type: NodeType;
  readonly arguments: readonly NodeId[];
  /** the same for every user today, so computed once outside the loop */
  readonly invariant: boolean;
}

/** A growing graph. Asking twice for the same operation on the same arguments gives the same node. */
export class Graph {
  readonly nodes: GraphNode[] = [];
  /** names of the draws, by purpose index */
  readonly purposes: string[] = [];
  readonly #known = new Map<string, NodeId>();

  /** Adds an operation, or finds it. */
  add(operation: Operation, type: NodeType, ...args: NodeId[]): NodeId {
    const key = `${JSON.stringify(operation, exactly)}:${args.join(',')}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = this.nodes.length;
    this.nodes.push({ id, operation, type, arguments: args, invariant: this.#isInvariant(operation, args) });
    this.#known.set(key, id);
    return id;
  }

  /** The index of a draw's name, given on first use. */
  purpose(name: string): number {
    const index = this.purposes.indexOf(name);
    return index >= 0 ? index : this.purposes.push(name) - 1;
  }

  constant(value: number): NodeId {
    return this.add({ op: 'constant', value }, 'number');
  }

  condition(value: boolean): NodeId {
    return this.add({ op: 'condition', value }, 'mask');
  }

  /** The value of a constant node, or undefined. */
  constantOf(id: NodeId): number | undefined {
    const { operation } = this.nodes[id];
    return operation.op === 'constant' ? operation.value : undefined;
  }

  /** The value of a constant mask, or undefined. */
  conditionOf(id: NodeId): boolean | undefined {
    const { operation } = this.nodes[id];
    return operation.op === 'condition' ? operation.value : undefined;
  }

  typeOf(id: NodeId): NodeType {
    return this.nodes[id].type;
  }

  #isInvariant(operation: Operation, args: readonly NodeId[]): boolean {
    switch (operation.op) {
      case 'input':
        return EVERYONES.has(operation.name);
      case 'column':
      case 'element':
      case 'feature':
      case 'uniform':
      case 'sample':
        return false;
      default:
        return args.every((id) => this.nodes[id].invariant);
    }
  }
}

/** JSON writes 0 and −0 alike, and NaN and the infinities too; they are different numbers. */
function exactly(_: string, value: unknown): unknown {
  const alike = typeof value === 'number' && (value === 0 || !Number.isFinite(value));
  return alike ? `${Object.is(value, -0) ? '-' : ''}${value}` : value;
}
