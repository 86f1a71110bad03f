import type { Program } from '../scenario/program.ts';
import { birthGraph, type DayGraph, dayGraph, ruleGraph } from './dayGraph.ts';
import type { Graph, NodeId } from './graph.ts';
import { literal, type PrintedNodes, printNodes } from './printNodes.ts';
import { schedule } from './schedule.ts';

/** JavaScript source of a kernel, with what its caller has to provide. */
export interface PrintedKernel {
  /** body of a function of (columns, library) that returns the kernel */
  readonly source: string;
  /** names of the draws, in the order of the draw keys */
  readonly purposes: readonly string[];
}

/** What a kernel writes besides the state. */
export interface KernelOptions {
  /** sums of reward, cost, contacts and metrics per user, for evaluation */
  readonly measured: boolean;
}

/** Prints the kernel of an ordinary day. */
export function printDay(program: Program, { measured }: KernelOptions): PrintedKernel {
  const day = dayGraph(program);
  const absorbing = program.stages.flatMap((stage, index) => (stage.absorbing ? [index] : []));
  const sums = measured ? sumStores(day, program) : [];
  const nodes = printStored(
    day,
    sums.map((sum) => sum.node),
  );
  const skip = absorbing.map((index) => `stage === ${index}`).join(' || ') || 'false';
  const loop = [
    'const stage = stages[i];',
    `if (${skip}) {\n${printGone(day.features.length)}continue;\n}`,
    'const birth = births[i];',
    'const segment = segments[i];',
    'const action = actions[i];',
    'const tenure = day - borns[i];',
    nodes.inside,
    printStores(day, nodes),
    ...sums.map(({ name, node, over }) => `${name}[i] ${over} ${nodes.value(node)};`),
    measured ? 'if (action !== 0) sum_contacts[i]++;' : '',
  ].join('\n');
  return { source: wrap(loop, nodes.outside, day, program), purposes: day.graph.purposes };
}

/** Prints the kernel that gives users their traits and first state. */
export function printBirth(program: Program): PrintedKernel {
  const birth = birthGraph(program);
  const nodes = printStored(birth, []);
  const loop = [
    'const birth = births[i];',
    'const segment = segments[i];',
    nodes.inside,
    printStores(birth, nodes),
  ].join('\n');
  return { source: wrap(loop, nodes.outside, birth, program), purposes: birth.graph.purposes };
}

const LIBRARY = 'const { log, modulo, normalTail, powersOfTwo, rootsOfTwo, sample } = library;';

/** Prints a rule, as the body of a function of (library): features to actions, for every active user. */
export function printRule(program: Program, rule: Program['rules'][number], width: number): string {
  const { graph, action } = ruleGraph(program, rule);
  const nodes = printNodes(graph, schedule(graph, [action]));
  return [
    '"use strict";',
    LIBRARY,
    'return function choose(features, active, actions) {',
    nodes.outside,
    'for (let i = 0; i < actions.length; i++) {',
    'if (active[i] === 0) { actions[i] = 0; continue; }',
    `const row = i * ${width};`,
    nodes.inside,
    `actions[i] = ${nodes.value(action)};`,
    '}\n};',
  ].join('\n');
}

interface Sum {
  readonly name: string;
  readonly node: NodeId;
  readonly over: '+=' | '=';
}

/** Per-user sums over the days, as f64 columns. */
function sumStores(day: DayGraph, program: Program): Sum[] {
  const { graph } = day;
  const costs = program.actions.map((action) => action.attributes['cost']);
  const action = graph.add({ op: 'input', name: 'action' }, 'number');
  const cost = graph.add({ op: 'table', values: costs }, 'number', action);
  return [
    { name: 'sum_return', node: day.reward, over: '+=' },
    { name: 'sum_cost', node: cost, over: '+=' },
    ...program.metrics.map(
      ({ name, over }, k): Sum => ({
        name: `sum_${name}_`,
        node: day.metrics[k],
        over: over === 'last' ? '=' : '+=',
      }),
    ),
  ];
}

function printStored(day: DayGraph, sums: readonly NodeId[]): PrintedNodes {
  const columns = day.columns.map(({ node }) => node);
  const stored = [...columns, day.reward, day.stage, day.left, day.stateIndex, ...day.features, ...sums];
  return printNodes(day.graph, schedule(day.graph, stored));
}

function printStores(day: DayGraph, { value }: PrintedNodes): string {
  const width = day.features.length;
  const checked = [...day.columns.map(({ name }) => `c_${name}[i]`), 'rewards[i]'];
  return [
    ...day.columns.map(({ name, node }) => `c_${name}[i] = ${value(node)};`),
    `stages[i] = ${value(day.stage)};`,
    `rewards[i] = ${value(day.reward)};`,
    `if (${value(day.left)}) { discounts[i] = 0; active[i] = 0; } else { discounts[i] = 1; active[i] = 1; }`,
    `states[i] = ${value(day.stateIndex)};`,
    ...day.features.map((node, k) => `features[i * ${width} + ${k}] = ${value(node)};`),
    // A finite number minus itself is 0; anything else, as it is stored, makes the sum NaN.
    ...checked.map((stored) => `check += ${stored} - ${stored};`),
  ].join('\n');
}

function printGone(width: number): string {
  const features = Array.from({ length: width }, (_, k) => `features[i * ${width} + ${k}] = 0;`);
  return ['rewards[i] = 0;', 'discounts[i] = 0;', 'active[i] = 0;', 'states[i] = 0;', ...features, ''].join(
    '\n',
  );
}

function wrap(loop: string, outside: string, { graph }: DayGraph, program: Program): string {
  const columns = [...program.traits, ...program.state].map(
    ({ name }) => `const c_${name} = columns.f32("c_${name}");`,
  );
  const sums = [...program.metrics.map(({ name }) => `${name}_`), 'return', 'cost', 'contacts'];
  const keys = graph.purposes.map(
    (_, k) => `const ka${k} = keys[${2 * k}];\nconst kb${k} = keys[${2 * k + 1}];`,
  );
  return [
    '"use strict";',
    LIBRARY,
    ...columns,
    ...sums.map((name) => `const sum_${name} = columns.f64("sum_${name}");`),
    'const births = columns.i32("birth"), borns = columns.i32("born");',
    'const stages = columns.u8("stage"), segments = columns.u8("segment");',
    ...printTables(graph),
    'return function kernel(from, to, day, keys, actions, output) {',
    'const weekday = ((day - 1) % 7) + 1;',
    'const { rewards, discounts, states, features, active } = output;',
    ...keys,
    outside,
    'let check = 0;',
    'for (let i = from; i < to; i++) {',
    loop,
    '}\nreturn check;\n};',
  ].join('\n');
}

function printTables({ nodes }: Graph): string[] {
  return nodes.flatMap(({ id, operation }) =>
    operation.op === 'table'
      ? [`const table${id} = Float64Array.of(${operation.values.map(literal).join(', ')});`]
      : [],
  );
}
