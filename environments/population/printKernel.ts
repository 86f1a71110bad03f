import { weekdayShift } from '../scenario/calendar.ts';
import type { Program } from '../scenario/program.ts';
import { hasAvailability } from './availabilityGraph.ts';
import { birthGraph, type DayGraph, dayGraph } from './dayGraph.ts';
import type { Graph, NodeId } from './graph.ts';
import { columnIdentifier, vectorIdentifier } from './identifier.ts';
import { literal, type PrintedNodes, printNodes } from './printNodes.ts';
import { printTables } from './printTables.ts';
import { schedule } from './schedule.ts';
import { sumStores } from './sumStores.ts';

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
    `if (${skip}) {\n${printGone(day)}continue;\n}`,
    'const birth = births[i];',
    'const segment = segments[i];',
    ...printChannel(program),
    ...printAction(program),
    'const tenure = day - borns[i];',
    nodes.inside,
    printStores(day, nodes),
    ...sums.map(({ name, node, over }) => `${name}[i] ${over} ${nodes.value(node)};`),
    measured ? 'if (action !== 0) sum_contacts[i]++;' : '',
  ].join('\n');
  const before = [...printDiscount(program, measured), nodes.outside].join('\n');
  return { source: wrap(loop, before, day, program), purposes: day.graph.purposes };
}

/**
 * Prints the kernel that gives users their traits and first state.
 *
 * @param referred of those who were brought by other users
 */
export function printBirth(program: Program, { referred = false } = {}): PrintedKernel {
  const birth = birthGraph(program, { referred });
  const nodes = printStored(birth, []);
  const loop = [
    'const birth = births[i];',
    'const segment = segments[i];',
    ...printChannel(program),
    ...(referred ? ['const referrer = referrers[i];'] : []),
    nodes.inside,
    printStores(birth, nodes),
  ].join('\n');
  return { source: wrap(loop, nodes.outside, birth, program), purposes: birth.graph.purposes };
}

function printChannel({ arrivals }: Program): string[] {
  return arrivals ? ['const channel = channels[i];'] : [];
}

/** The action taken: the chosen one, or another where it was not available. */
function printAction(program: Program): string[] {
  if (!hasAvailability(program)) return ['const action = actions[i];'];
  const { length } = program.actions;
  return [
    'const chosen = actions[i];',
    `const row = i * ${length};`,
    `const action = offered[row + chosen] === 1 ? chosen : firstAvailable(offered, row, ${length});`,
  ];
}

/** What today's reward is worth on day 1. */
export function printDiscount({ objective }: Program, measured: boolean): string[] {
  if (!measured || objective.discount === 1) return [];
  return [`const discount = library.wholePower(${literal(objective.discount)}, day - 1);`];
}

function printStored(day: DayGraph, sums: readonly NodeId[]): PrintedNodes {
  const columns = day.columns.map(({ node }) => node);
  const stored = [
    ...columns,
    day.reward,
    day.stage,
    day.left,
    day.stateIndex,
    ...day.features,
    ...day.available,
    ...(day.visit === undefined ? [] : [day.visit]),
    ...(day.refer === undefined ? [] : [day.refer]),
    ...day.aggregates,
    ...sums,
  ];
  return printNodes(day.graph, schedule(day.graph, stored));
}

function printStores(day: DayGraph, { value }: PrintedNodes): string {
  const width = day.features.length;
  const checked = [...day.columns.map(({ name }) => `${columnIdentifier(name)}[i]`), 'rewards[i]'];
  return [
    ...day.columns.map(({ name, node }) => `${columnIdentifier(name)}[i] = ${value(node)};`),
    `stages[i] = ${value(day.stage)};`,
    `rewards[i] = ${value(day.reward)};`,
    `if (${value(day.left)}) { discounts[i] = 0; active[i] = 0; } else { discounts[i] = 1; active[i] = 1; }`,
    `states[i] = ${value(day.stateIndex)};`,
    ...day.features.map((node, k) => `features[i * ${width} + ${k}] = ${value(node)};`),
    ...day.available.map((node, k) => `available[i * ${day.available.length} + ${k}] = ${value(node)};`),
    ...(day.visit === undefined ? [] : [`visits[i] = ${value(day.visit)};`]),
    ...(day.refer === undefined
      ? []
      : [`refers[i] = ${value(day.refer)};`, `check += ${value(day.refer)} - ${value(day.refer)};`]),
    ...day.aggregates.map((node, k) => `aggregates[i * ${day.aggregates.length} + ${k}] = ${value(node)};`),
    // A finite number minus itself is 0; anything else, as it is stored, makes the sum NaN.
    ...checked.map((stored) => `check += ${stored} - ${stored};`),
  ].join('\n');
}

function printGone({ features, available, visit, refer, aggregates }: DayGraph): string {
  const zeros = (name: string, width: number) =>
    Array.from({ length: width }, (_, k) => `${name}[i * ${width} + ${k}] = 0;`);
  const rows = [
    ...zeros('features', features.length),
    ...zeros('available', available.length),
    ...zeros('aggregates', aggregates.length),
  ];
  if (refer !== undefined) rows.push('refers[i] = 0;');
  if (visit !== undefined) rows.push('visits[i] = 0;');
  return ['rewards[i] = 0;', 'discounts[i] = 0;', 'active[i] = 0;', 'states[i] = 0;', ...rows, ''].join('\n');
}

/** Vectors as a whole, to read an element at a computed place. */
function printVectors({ traits, state }: Program): string[] {
  const vectors = [...traits, ...state].flatMap(({ element }) =>
    element?.place === 1 ? [element.vector] : [],
  );
  if (vectors.length === 0) return [];
  const columns = vectors.map((name) => `const ${vectorIdentifier(name)} = columns.f32("v_${name}");`);
  return [...columns, 'const users = columns.i32("birth").length;'];
}

/** What tells the time of the year and of the week; the latter also where no formula asks for it. */
export function printCalendar({ nodes }: Graph, { starts }: Program): string[] {
  const shift = weekdayShift(starts);
  // On day 0 the first of these is 0 by itself.
  const weekday =
    shift === 0
      ? 'const weekday = ((day - 1) % 7) + 1;'
      : `const weekday = day === 0 ? 0 : ((day - 1 + ${shift}) % 7) + 1;`;
  const asked = nodes.some(({ operation }) => operation.op === 'input' && operation.name === 'yearday');
  return asked ? [weekday, `const yearday = library.yearday(${starts?.number}, day);`] : [weekday];
}

export const LIBRARY =
  'const { log, modulo, nearest, normalTail, powersOfTwo, rootsOfTwo, sample } = library;';

function wrap(loop: string, outside: string, { graph }: DayGraph, program: Program): string {
  const columns = [...program.traits, ...program.state].map(
    ({ name }) => `const ${columnIdentifier(name)} = columns.f32("c_${name}");`,
  );
  const sums = [...program.metrics.map(({ name }) => `${name}_`), 'return', 'cost', 'contacts'];
  const keys = graph.purposes.map(
    (_, k) => `const ka${k} = keys[${2 * k}];\nconst kb${k} = keys[${2 * k + 1}];`,
  );
  return [
    '"use strict";',
    LIBRARY,
    ...(hasAvailability(program) ? ['const { firstAvailable } = library;'] : []),
    ...columns,
    ...printVectors(program),
    ...sums.map((name) => `const sum_${name} = columns.f64("sum_${name}");`),
    'const births = columns.i32("birth"), borns = columns.i32("born");',
    'const stages = columns.u8("stage"), segments = columns.u8("segment");',
    ...(program.arrivals
      ? ['const channels = columns.u8("channel"), referrers = columns.i32("referrer");']
      : []),
    ...(program.arrivals?.refer ? ['const refers = columns.u8("refers");'] : []),
    ...(program.decision ? ['const aggregates = columns.f32("aggregates");'] : []),
    ...printTables(graph),
    'return function kernel(from, to, day, keys, actions, output) {',
    ...printCalendar(graph, program),
    'const { rewards, discounts, states, features, active } = output;',
    ...(hasAvailability(program) ? ['const { available, offered } = output;'] : []),
    ...(program.visit ? ['const { visits } = output;'] : []),
    ...keys,
    outside,
    'let check = 0;',
    'for (let i = from; i < to; i++) {',
    loop,
    '}\nreturn check;\n};',
  ].join('\n');
}
