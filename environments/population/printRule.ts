import type { Formula } from '../scenario/formula.ts';
import type { Program } from '../scenario/program.ts';
import type { Graph, NodeId } from './graph.ts';
import { printNodes } from './printNodes.ts';
import { printTables } from './printTables.ts';
import { type RuleLine, ruleGraph, scoreGraph } from './ruleGraph.ts';
import { schedule } from './schedule.ts';

/** Features and the active users to the values of a rule's lines, 0 for who has left. */
export type RuleFunction = (features: Float32Array, active: Uint8Array, values: Uint8Array) => void;

/** Features and the active users to a number for each, 0 for who has left. */
export type ScoreFunction = (features: Float32Array, active: Uint8Array, values: Float64Array) => void;

/**
 * Prints the lines of a rule, as the body of a function of (library): from features, for every active user, the
 * value of the first line whose condition holds.
 */
export function printRule(program: Program, lines: readonly RuleLine[], width: number): string {
  return printOverFeatures(ruleGraph(program, lines), width);
}

/** Prints the score of a rule likewise. */
export function printScore(program: Program, score: Formula, width: number): string {
  return printOverFeatures(scoreGraph(program, score), width);
}

function printOverFeatures({ graph, value }: { graph: Graph; value: NodeId }, width: number): string {
  const nodes = printNodes(graph, schedule(graph, [value]));
  return [
    '"use strict";',
    'const { log, modulo, rootsOfTwo, powersOfTwo } = library;',
    ...printTables(graph),
    'return function choose(features, active, values) {',
    nodes.outside,
    'for (let i = 0; i < values.length; i++) {',
    'if (active[i] === 0) { values[i] = 0; continue; }',
    `const row = i * ${width};`,
    nodes.inside,
    `values[i] = ${nodes.value(value)};`,
    '}\n};',
  ].join('\n');
}
