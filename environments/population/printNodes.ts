import { CENTRAL, HALF_STEP } from '../random/distributions/normal.ts';
import { EXP } from '../random/exp.ts';
import { HASH, UNIFORM_SCALE } from '../random/keyedDraw.ts';
import type { Graph, GraphNode, NodeId, Operation } from './graph.ts';
import { columnIdentifier, vectorIdentifier } from './identifier.ts';
import { LOOP, OUTSIDE, type Schedule } from './schedule.ts';

/** JavaScript statements for the scheduled nodes of a graph. Only numbers and our own names are ever printed. */
export interface PrintedNodes {
  /** computed before the loop */
  readonly outside: string;
  /** computed for every user */
  readonly inside: string;
  /** an expression for a node's value, valid after `inside` */
  value(id: NodeId): string;
}

/** A number that reads back as itself. */
export function literal(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '(-Infinity)';
  return value < 0 || Object.is(value, -0) ? `(-${Math.abs(value)})` : String(value);
}

/** Longer expressions get a name, so that none nests too deeply for the engine's parser. */
const LONGEST_INLINED = 2_000;

export function printNodes(graph: Graph, plan: Schedule): PrintedNodes {
  const inlined = new Map<NodeId, string>();
  const value = (id: NodeId): string => inlined.get(id) ?? `v${id}`;

  function printRegion(region: number): string {
    return plan.regions[region].nodes.map((id) => printNode(graph.nodes[id], region)).join('');
  }

  function printNode(node: GraphNode, region: number): string {
    const { id, arguments: args } = node;
    const sides = plan.branches.get(id);
    if (sides) {
      const [yes, no] = sides.map((side, k) => `${printRegion(side)}v${id} = ${value(args[k + 1])};\n`);
      return `let v${id};\nif (${value(args[0])}) {\n${yes}} else {\n${no}}\n`;
    }
    const statements = printStatements(node, value);
    if (statements !== undefined) return statements;
    const expression = printExpression(node, value);
    if (isInlined(node, region) && expression.length <= LONGEST_INLINED) {
      inlined.set(id, expression);
      return '';
    }
    return `const v${id} = ${expression};\n`;
  }

  function isInlined({ id, operation }: GraphNode, region: number): boolean {
    if (operation.op === 'constant' || operation.op === 'condition') return true;
    if (operation.op === 'input' && region !== OUTSIDE) return true;
    // A column is read where it stands, before anything is stored.
    return plan.uses[id] === 1 && region !== OUTSIDE && operation.op !== 'column';
  }

  return { outside: printRegion(OUTSIDE), inside: printRegion(LOOP), value };
}

type Value = (id: NodeId) => string;

/** Operations that take several statements, with their value in `v<id>`; undefined for the others. */
function printStatements(node: GraphNode, value: Value): string | undefined {
  switch (node.operation.op) {
    case 'uniform':
      return printUniform(node.id, node.operation.purpose);
    case 'exp':
      return printExp(node.id, value(node.arguments[0]));
    case 'normal':
      return printNormal(node.id, value(node.arguments[0]));
    case 'element':
      return printElement(node.id, node.operation, value(node.arguments[0]));
    default:
      return undefined;
  }
}

/** The steps of `drawWord`. */
function printUniform(id: NodeId, purpose: number): string {
  const h = `h${id}`;
  const multiplier = (k: number) => `0x${k.toString(16)}`;
  return [
    `let ${h} = (birth + ka${purpose}) | 0;`,
    `${h} ^= ${h} >>> 17;`,
    `${h} = Math.imul(${h}, ${multiplier(HASH.multiplier1)});`,
    `${h} ^= ${h} >>> 11;`,
    `${h} = (Math.imul(${h}, ${multiplier(HASH.multiplier2)}) + kb${purpose}) | 0;`,
    `${h} ^= ${h} >>> 15;`,
    `${h} = Math.imul(${h}, ${multiplier(HASH.multiplier3)});`,
    `const v${id} = ((${h} ^ (${h} >>> 14)) >>> 8) * ${UNIFORM_SCALE};\n`,
  ].join('\n');
}

/** The steps of `exp`. */
function printExp(id: NodeId, x: string): string {
  return [
    `const t${id} = Math.min(Math.max(${x}, ${EXP.lowest}), ${EXP.highest});`,
    `const k${id} = Math.floor(t${id} * ${EXP.scale} + 0.5);`,
    `const r${id} = t${id} - k${id} * ${EXP.high} - k${id} * ${literal(EXP.low)};`,
    `const i${id} = k${id} | 0;`,
    `const v${id} = rootsOfTwo[i${id} & 63] * powersOfTwo[(i${id} >> 6) + ${EXP.offset}] * ` +
      `(1 + r${id} * (1 + r${id} * (0.5 + r${id} * (${1 / 6} + r${id} * ${1 / 24}))));\n`,
  ].join('\n');
}

/** The steps of `standardNormal`, with the tails left to the library. */
function printNormal(id: NodeId, u: string): string {
  const horner = (coefficients: readonly number[]) =>
    coefficients.reduceRight((inner, c) => (inner === '' ? `${c}` : `(${inner} * r${id} + ${c})`), '');
  return [
    `const p${id} = ${u} + ${HALF_STEP};`,
    `const q${id} = p${id} - 0.5;`,
    `const r${id} = ${CENTRAL.offset} - q${id} * q${id};`,
    `const v${id} = q${id} > ${CENTRAL.half} || q${id} < -${CENTRAL.half} ? normalTail(p${id}) : ` +
      `(q${id} * ${horner(CENTRAL.numerator)}) / ${horner(CENTRAL.denominator)};\n`,
  ].join('\n');
}

/** Read where it stands, before anything is stored. */
function printElement(
  id: NodeId,
  { vector, length }: Extract<Operation, { op: 'element' }>,
  place: string,
): string {
  const inside = `(p${id} >>> 0) === p${id} && p${id} < ${length}`;
  return [
    `const p${id} = ${place};`,
    `const v${id} = ${inside} ? ${vectorIdentifier(vector)}[p${id} * users + i] : NaN;\n`,
  ].join('\n');
}

function printExpression({ id, operation, arguments: args }: GraphNode, value: Value): string {
  const [a, b, c] = args.map(value);
  switch (operation.op) {
    case 'constant':
      return literal(operation.value);
    case 'condition':
      return String(operation.value);
    case 'input':
      return operation.name;
    case 'column':
      return `${columnIdentifier(operation.name)}[${operation.of ?? 'i'}]`;
    case 'feature':
      return `features[row + ${operation.index}]`;
    case 'table':
      return `table${id}[${a}]`;
    case 'lookup':
      return `(table${id}[${a}] ?? NaN)`;
    case 'nearest':
      return `nearest(table${id}, ${a})`;
    case 'select':
      return c === 'false' ? `(${a} && ${b})` : b === 'true' ? `(${a} || ${c})` : `(${a} ? ${b} : ${c})`;
    case 'number':
      return `(${a} ? 1 : 0)`;
    case 'sample':
      return `sample.${operation.distribution}(birth, ka${operation.purpose}, kb${operation.purpose}, ${args.map(value).join(', ')})`;
    default:
      return printArithmetic(operation.op, a, b);
  }
}

function printArithmetic(op: string, a: string, b: string): string {
  switch (op) {
    case 'add':
      return `(${a} + ${b})`;
    case 'subtract':
      return `(${a} - ${b})`;
    case 'multiply':
      return `(${a} * ${b})`;
    case 'divide':
      return `(${a} / ${b})`;
    case 'modulo':
      return `modulo(${a}, ${b})`;
    case 'negate':
      return `(-${a})`;
    case 'less':
      return `(${a} < ${b})`;
    case 'lessOrEqual':
      return `(${a} <= ${b})`;
    case 'equal':
      return `(${a} === ${b})`;
    case 'not':
      return `(!${a})`;
    case 'xor':
      return `(${a} !== ${b})`;
    case 'log':
      return `log(${a})`;
    default:
      return b === undefined ? `Math.${op}(${a})` : `Math.${op}(${a}, ${b})`;
  }
}
