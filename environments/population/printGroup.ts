import type { Program } from '../scenario/program.ts';
import { figureColumn, type GroupGraph, groupGraph } from './groupGraph.ts';
import { LIBRARY, type PrintedKernel, printCalendar, printDiscount } from './printKernel.ts';
import { type PrintedNodes, printNodes } from './printNodes.ts';
import { printTables } from './printTables.ts';
import { schedule } from './schedule.ts';
import { type SumStore, sumStores } from './sumStores.ts';

/** Prints the kernel of what is computed once a day for each group of users. */
export function printGroup(program: Program, { measured }: { readonly measured: boolean }): PrintedKernel {
  const group = groupGraph(program);
  const { graph, product } = group;
  const sums = measured && product ? sumStores({ graph, ...product }, program) : [];
  const stored = [
    ...group.rates,
    ...(product ? [product.reward, product.stateIndex, ...product.features] : []),
    ...sums.map(({ node }) => node),
  ];
  const nodes = printNodes(graph, schedule(graph, stored));
  const source = [
    '"use strict";',
    LIBRARY,
    ...declarations(program, group, sums),
    ...printTables(graph),
    'return function kernel(from, to, day, keys, actions, output) {',
    ...printCalendar(graph, program),
    ...(product ? ['const { rewards, discounts, states, features, active } = output;'] : []),
    ...graph.purposes.map((_, k) => `const ka${k} = keys[${2 * k}], kb${k} = keys[${2 * k + 1}];`),
    ...(product ? printDiscount(program, measured) : []),
    nodes.outside,
    'let check = 0;',
    'for (let i = from; i < to; i++) {',
    'const birth = births[i];',
    ...(product ? ['const action = actions[i];'] : []),
    nodes.inside,
    ...printStores(group, nodes, sums),
    // On day 0 nothing is earned and nobody comes, whatever formulas give for it.
    '}\nreturn day === 0 ? 0 : check;\n};',
  ];
  return { source: source.join('\n'), purposes: graph.purposes };
}

function declarations(
  { aggregates, arrivals }: Program,
  { rates }: GroupGraph,
  sums: readonly SumStore[],
): string[] {
  return [
    'const births = columns.i32("birth");',
    ...aggregates.map((_, k) => `const c_${figureColumn(k)} = columns.f64("c_${figureColumn(k)}");`),
    ...sums.map(({ name }) => `const ${name} = columns.f64("${name}");`),
    ...(sums.length > 0 ? ['const sum_contacts = columns.f64("sum_contacts");'] : []),
    ...(arrivals && rates.length > 0 ? ['const rates = columns.f64("rates");'] : []),
  ];
}

function printStores(
  { rates, product }: GroupGraph,
  { value }: PrintedNodes,
  sums: readonly SumStore[],
): string[] {
  const rows = rates.map((node, k) => `rates[i * ${rates.length} + ${k}] = ${value(node)};`);
  const checks = rates.map(
    (_, k) => `check += rates[i * ${rates.length} + ${k}] - rates[i * ${rates.length} + ${k}];`,
  );
  if (!product) return [...rows, ...checks];
  const width = product.features.length;
  return [
    ...rows,
    `rewards[i] = ${value(product.reward)};`,
    'discounts[i] = 1; active[i] = 1;',
    `states[i] = ${value(product.stateIndex)};`,
    ...product.features.map((node, k) => `features[i * ${width} + ${k}] = ${value(node)};`),
    ...sums.map(({ name, node, over }) => `${name}[i] ${over} ${value(node)};`),
    ...(sums.length > 0 ? ['if (action !== 0) sum_contacts[i]++;'] : []),
    ...checks,
    'check += rewards[i] - rewards[i];',
  ];
}
