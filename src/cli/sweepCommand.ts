import type { Criterion } from '../../environments/exact/solve/criterion.ts';
import { solveExactly } from '../experiment/exactResult.ts';
import { type Sweep, type SweepPoint, sweepOptimum } from '../experiment/sweepOptimum.ts';
import { type Invocation, UsageError } from './command.ts';
import { criterionInWords, criterionOf } from './criterionOptions.ts';
import { numberFrom } from './number.ts';
import type { Output } from './output.ts';
import { progressBar } from './progress.ts';
import { type LoadedScenario, loadWith } from './scenarioOptions.ts';
import { table } from './table.ts';

/** Points of a sweep at most. */
const MOST_POINTS = 10_000;

/** `tenure solve --sweep`: the optimum along a parameter, and where the optimal policy changes. */
export function sweepCommand(
  text: string,
  scenario: LoadedScenario,
  criterion: Criterion,
  invocation: Invocation,
): void {
  const { output } = invocation;
  const { parameter, values } = readSweep(text, scenario);
  const bar = progressBar(output, `solve for ${values.length} values of ${parameter}`);
  let done = 0;
  const sweep = sweepOptimum(values, (value) => {
    const point = solveAt(scenario, parameter, value, invocation);
    bar.update(Math.min(++done / values.length, 1));
    return point;
  });
  bar.end();
  if (output.json) output.printJson(sweepDocument(scenario, criterion, parameter, sweep));
  else for (const line of sweepTables(scenario, criterion, parameter, sweep, output)) output.print(line);
}

function readSweep(text: string, { program }: LoadedScenario): { parameter: string; values: number[] } {
  const [, parameter, ...range] = /^([^=]+)=([^:]+):([^:]+):([^:]+)$/.exec(text) ?? [];
  const [from, to, step] = range.map(numberFrom);
  if (parameter === undefined || ![from, to, step].every(Number.isFinite) || step <= 0 || to < from)
    throw new UsageError(`--sweep: expected parameter=from:to:step with a rising range, got "${text}"`);
  if (!program.parameters.some(({ name }) => name === parameter)) {
    const known = program.parameters.map(({ name }) => name).join(', ');
    throw new UsageError(
      `--sweep: ${program.name} has no parameter "${parameter}"; ${known ? `it has ${known}` : 'it has none'}`,
    );
  }
  const allowed = program.parameters.find(({ name }) => name === parameter)?.range;
  if (allowed && (from < allowed[0] || to > allowed[1]))
    throw new UsageError(
      `--sweep: expected ${parameter} to stay between ${allowed[0]} and ${allowed[1]}, got ${from} to ${to}`,
    );
  const points = Math.floor((to - from) / step + 1e-9) + 1;
  if (points > MOST_POINTS)
    throw new UsageError(`--sweep: expected at most ${MOST_POINTS} points, got ${points}`);
  return { parameter, values: Array.from({ length: points }, (_, k) => from + k * step) };
}

/** Reads the scenario again, as its discount or domains may hang on the parameter. */
function solveAt(
  { source, program, observe }: LoadedScenario,
  parameter: string,
  value: number,
  invocation: Invocation,
): SweepPoint {
  const set = Object.fromEntries(program.parameters.map((p) => [p.name, p.value]));
  const changed = loadWith(source, { ...set, [parameter]: value }, observe).program;
  const { solution, states } = solveExactly(changed, criterionOf(changed, invocation));
  const named = states.map(({ state, actions }): [string, readonly string[]] => [nameOf(state), actions]);
  return { value, optimum: solution.optimum, actions: new Map(named) };
}

function nameOf(state: Readonly<Record<string, number | string>>): string {
  return Object.entries(state)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function sweepDocument(
  { program }: LoadedScenario,
  { kind, discount }: Criterion,
  parameter: string,
  { points, changes }: Sweep,
): object {
  const optima = points.map(({ value, optimum }) => ({ value, optimum }));
  const header = { schema: 'tenure.solve-sweep/1', scenario: program.name, criterion: kind, discount };
  return { ...header, parameter, points: optima, changes };
}

function sweepTables(
  { program }: LoadedScenario,
  criterion: Criterion,
  parameter: string,
  { points, changes }: Sweep,
  output: Output,
): string[] {
  const [header, ...rows] = table(
    [parameter, 'optimum'],
    points.map(({ value, optimum }) => [String(Number(value.toPrecision(12))), optimum.toFixed(6)]),
  );
  const lines = changes.flatMap(({ value, states }) => [
    `at ${parameter} = ${value.toFixed(6)}`,
    ...states.map(({ state, below, above }) => `  ${state}: ${below.join(' or ')} → ${above.join(' or ')}`),
  ]);
  const title = changes.length > 0 ? 'The optimal policy changes' : 'The optimal policy does not change.';
  return [
    `${program.name}: ${criterionInWords(criterion)}`,
    '',
    output.bold(header),
    ...rows,
    '',
    output.bold(title),
    ...lines,
  ];
}
