import { observationParts } from '../../environments/exact/observation.ts';
import type { ObservedOptimum } from '../../environments/exact/solve/observedPolicy.ts';
import type { Program } from '../../environments/scenario/program.ts';
import type { ExactResult, ExactState, ExactWorth } from '../experiment/exactResult.ts';
import { criterionInWords } from './criterionOptions.ts';
import type { Output } from './output.ts';
import { table } from './table.ts';

/** Everything that `tenure solve` found. */
export interface Solved {
  readonly program: Program;
  readonly result: ExactResult;
  readonly observed: ObservedOptimum;
  readonly worths: readonly ExactWorth[];
}

/** Observations with a random choice that are told; the document has all. */
const SHOWN_LAWS = 12;
/** States that the tables show; the document has all. */
const SHOWN = 60;

/** The result as one JSON document. Infinite values become null. */
export function solveDocument({ program, result, observed, worths }: Solved): object {
  const { criterion, optimum } = result.solution;
  return {
    schema: 'tenure.solve/1',
    scenario: program.name,
    criterion: criterion.kind,
    discount: criterion.discount,
    ...(criterion.kind === 'horizon' && { days: criterion.days }),
    optimum,
    states: result.states,
    observed: {
      optimum: observed.optimum,
      deterministic: observed.deterministic,
      proven: observed.proven,
      policy: observed.observations.map((index, g) => ({
        observation: observationParts(program, index),
        actions: mixture(program, observed, g),
      })),
    },
    policies: worths.map(({ name, value, values }) => ({ name, value, values })),
  };
}

/** The result as text. */
export function solveTables(solved: Solved, output: Output): string[] {
  const { program, result } = solved;
  const { criterion } = result.solution;
  const { states, actions, offsets } = result.process;
  const size = `${count(states.length, 'state')}, ${count(actions, 'action')}, ${offsets[offsets.length - 1]} transitions`;
  const [header, ...rows] = worthTable(solved);
  return [
    `${program.name}: ${criterionInWords(criterion)}; ${size}`,
    '',
    output.bold(header),
    ...rows,
    ...remarks(solved),
    '',
    ...policyTable(result.states, criterion.kind, output),
  ];
}

function worthTable({ result, observed, worths }: Solved): string[] {
  const { optimum, criterion } = result.solution;
  const title = criterion.kind === 'average' ? 'gain per day' : 'value at entry';
  const row = (name: string, value: number) => [
    name,
    digits(value),
    digits(optimum - value),
    part(value, optimum),
  ];
  return table(
    ['policy', title, 'regret', '% of optimum'],
    [
      row('optimal', optimum),
      row('optimal-observed', observed.optimum),
      ...[...worths].sort((a, b) => b.value - a.value).map(({ name, value }) => row(name, value)),
    ],
  );
}

function remarks({ program, result, observed }: Solved): string[] {
  const lines: string[] = [];
  if (!observed.proven)
    lines.push(
      `optimal-observed: the best found over what agents see, without memory${result.solution.criterion.kind === 'horizon' ? ' or a count of the days' : ''}; no proof that none is better`,
    );
  const random = observed.observations.flatMap((index, g) => {
    const mixed = Object.entries(mixture(program, observed, g));
    const words = mixed.map(([action, p]) => `${action} ${p.toFixed(6)}`).join(', ');
    return mixed.length > 1 ? [`  ${inWords(observationParts(program, index))}: ${words}`] : [];
  });
  if (random.length > 0)
    lines.push(
      `optimal-observed is random; the best found that does not draw: ${digits(observed.deterministic)}`,
      ...random.slice(0, SHOWN_LAWS),
    );
  return lines;
}

/** Probabilities of the actions that the best observed policy takes, by name. */
function mixture({ actions }: Program, { policy }: ObservedOptimum, group: number): Record<string, number> {
  const row = actions.map(({ name }, a): [string, number] => [name, policy[group * actions.length + a]]);
  return Object.fromEntries(row.filter(([, p]) => p > 0));
}

/** One table per stage: the state's components, its value, all optimal actions. */
function policyTable(states: readonly ExactState[], kind: string, output: Output): string[] {
  const living = states.filter(({ actions }) => actions.length > 0);
  const shown = living.slice(0, SHOWN);
  const stages = [...new Set(shown.map(({ state }) => state['stage']))];
  const tables = stages.flatMap((stage) => {
    const rows = shown.filter(({ state }) => state['stage'] === stage);
    const [header, ...lines] = stageTable(String(stage), rows, kind);
    return [output.bold(header), ...lines, ''];
  });
  const more = living.length - shown.length;
  return more > 0
    ? [...tables, `… and ${count(more, 'state')} more; --json has them all`]
    : tables.slice(0, -1);
}

function stageTable(stage: string, rows: readonly ExactState[], kind: string): string[] {
  const names = Object.keys(rows[0].state).filter((name) => name !== 'stage');
  const value = kind === 'average' ? 'relative value' : 'value';
  const lines = rows.map(({ state, value: worth, actions }) => [
    '',
    ...names.map((name) => String(state[name])),
    digits(worth),
    actions.join(' or '),
  ]);
  const best = kind === 'horizon' ? 'best on the first day' : 'best';
  return table([stage, ...names, value, best], lines, [0, names.length + 2]);
}

function inWords(parts: Readonly<Record<string, string>>): string {
  const words = Object.entries(parts).map(([name, value]) => `${name} ${value}`);
  return words.length > 0 ? words.join(', ') : 'everyone';
}

function digits(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '-∞' : '?';
  return value.toFixed(6);
}

function part(value: number, optimum: number): string {
  return optimum > 0 && Number.isFinite(value) ? ((100 * value) / optimum).toFixed(2) : '–';
}

function count(n: number, what: string): string {
  return `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`;
}
