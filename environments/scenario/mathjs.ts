import {
  AccessorNodeDependencies,
  addDependencies,
  andDependencies,
  ConditionalNodeDependencies,
  ConstantNodeDependencies,
  create,
  divideDependencies,
  equalDependencies,
  FunctionNodeDependencies,
  largerDependencies,
  largerEqDependencies,
  type MathNode,
  modDependencies,
  multiplyDependencies,
  notDependencies,
  OperatorNodeDependencies,
  orDependencies,
  parseDependencies,
  SymbolNodeDependencies,
  smallerDependencies,
  smallerEqDependencies,
  subtractDependencies,
  unaryMinusDependencies,
  unaryPlusDependencies,
  unequalDependencies,
  xorDependencies,
} from 'mathjs/number';

export type { MathNode } from 'mathjs/number';

/** Comparisons are exact, as in the kernels; mathjs would otherwise call 1 and 1 + 1e-13 equal. */
const EXACT = { relTol: Number.MIN_VALUE, absTol: 0 };

const math = create(
  {
    addDependencies,
    andDependencies,
    divideDependencies,
    equalDependencies,
    largerDependencies,
    largerEqDependencies,
    modDependencies,
    multiplyDependencies,
    notDependencies,
    orDependencies,
    parseDependencies,
    AccessorNodeDependencies,
    ConditionalNodeDependencies,
    ConstantNodeDependencies,
    FunctionNodeDependencies,
    OperatorNodeDependencies,
    SymbolNodeDependencies,
    smallerDependencies,
    smallerEqDependencies,
    subtractDependencies,
    unaryMinusDependencies,
    unaryPlusDependencies,
    unequalDependencies,
    xorDependencies,
  },
  EXACT,
);

math.import(
  {
    // In the language a condition times a value is the value or 0, whatever the value is.
    multiply: (a: number | boolean, b: number | boolean): number => {
      if (typeof a === 'boolean') return a ? Number(b) : 0;
      if (typeof b === 'boolean') return b ? a : 0;
      return a * b;
    },
    // x - y * floor(x / y), as documented by mathjs, in the order of operations of the kernels.
    mod: (x: number, y: number): number => Number(x) - Number(y) * Math.floor(Number(x) / Number(y)),
    pow: (x: number, exponent: number): number => {
      let product = 1;
      for (let i = 0; i < exponent; i++) product *= Number(x);
      return product;
    },
  },
  { override: true },
);

/** Reads a formula's text to a mathjs syntax tree, which nothing may evaluate before it has been checked. */
export function parseText(text: string): MathNode {
  return math.parse(text);
}

/** The node types of this instance, to build checked trees from. */
export const { AccessorNode, ConditionalNode, ConstantNode, FunctionNode, OperatorNode, SymbolNode } = math;
export type AccessorNode = InstanceType<typeof AccessorNode>;
export type ConditionalNode = InstanceType<typeof ConditionalNode>;
export type ConstantNode = InstanceType<typeof ConstantNode>;
export type FunctionNode = InstanceType<typeof FunctionNode>;
export type OperatorNode = InstanceType<typeof OperatorNode>;
export type SymbolNode = InstanceType<typeof SymbolNode>;

/** An operator node from an operator and function name that were read from a parsed one. */
export function operatorNode(operator: string, fn: string, args: MathNode[]): MathNode {
  return new OperatorNode(operator as '+', fn as 'add', args);
}

/** A text constant; only draws carry one, their purpose. */
export function textNode(text: string): MathNode {
  return new ConstantNode(text as unknown as number);
}
