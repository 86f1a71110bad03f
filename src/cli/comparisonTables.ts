import type { Program } from '../../environments/scenario/program.ts';
import type { Comparison, PolicyResult } from '../experiment/compare.ts';
import type { Interval } from '../statistics/interval.ts';
import type { Output } from './output.ts';
import { table } from './table.ts';

/** What the tables of a comparison show. */
export interface TableOptions {
  readonly days: number;
  /** policy that differences are against; undefined: the best that does not learn */
  readonly against: string | undefined;
  /** names of the policies that were learned */
  readonly agents: ReadonlySet<string>;
}

/** The best policy by mean return among those that do not learn; the first policy if all do. */
export function bestBaseline({ policies }: Comparison, agents: ReadonlySet<string>): PolicyResult {
  const baselines = policies.filter(({ name }) => !agents.has(name));
  const better = (a: PolicyResult, b: PolicyResult) =>
    b.metrics['return'].mean > a.metrics['return'].mean ? b : a;
  return baselines.length > 0 ? baselines.reduce(better) : policies[0];
}

/** Two tables: what each policy comes to, and how it differs from one of them. */
export function comparisonTables(
  comparison: Comparison,
  program: Program,
  options: TableOptions,
  output: Output,
): string[] {
  const metrics = shownMetrics(comparison, program, options.days, output.width);
  const titles = metrics.map((name) => titleOf(name, options.days));
  const rows = comparison.policies.map(({ name, metrics: values }) => [
    name,
    ...metrics.map((m) => cell(m, values[m])),
  ]);
  const compared = metrics.filter((m) => !OF_THE_OPTIMUM.includes(m));
  const reference = options.against ?? bestBaseline(comparison, options.agents).name;
  const others = comparison.policies.map(({ name }) => name).filter((name) => name !== reference);
  const differences = others.map((name) => [
    name,
    ...compared.map((m) => {
      const difference = comparison.differences.find(
        (d) => d.a === name && d.b === reference && d.metric === m,
      );
      return difference ? cell(m, difference, true) : '';
    }),
  ]);
  const [header, ...lines] = table(
    [`${program.name}, per ${program.decision || program.arrivals ? 'founding user' : 'user'}`, ...titles],
    rows,
  );
  if (others.length === 0) return [output.bold(header), ...lines];
  const comparedTitles = compared.map((name) => titleOf(name, options.days));
  const [second, ...more] = table([`minus ${reference}`, ...comparedTitles], differences);
  return [output.bold(header), ...lines, '', output.bold(second), ...more];
}

/** What there is only where the optimum is known. */
const OF_THE_OPTIMUM = ['regret', 'ofOptimum'];

/** Shown in per cent. */
const PARTS = ['ofOptimum', 'ofBudget'];

/** Return and retention always; then the scenario's own, cost and contacts, as far as the line is wide. */
function shownMetrics({ policies }: Comparison, program: Program, days: number, width: number): string[] {
  const available = Object.keys(policies[0].metrics);
  const dated = available.filter((name) => name.startsWith('retention.') && name !== 'retention.end');
  const last = dated.filter((name) => Number(name.split('.')[1]) < days).at(-1);
  const own = program.metrics.map(({ name }) => name);
  const known = OF_THE_OPTIMUM.filter((name) => available.includes(name));
  const budget = available.filter((name) => name === 'ofBudget');
  const wanted = [
    'return',
    ...known,
    ...budget,
    ...(last ? [last] : []),
    'retention.end',
    ...own,
    'cost',
    'contacts',
  ];
  const nameWidth = Math.max(...policies.map(({ name }) => name.length), 16);
  return wanted.slice(0, Math.max(2, Math.floor((width - nameWidth) / 24)));
}

function titleOf(metric: string, days: number): string {
  if (metric === 'ofOptimum') return '% of optimum';
  if (metric === 'ofBudget') return '% of budget';
  if (metric === 'retention.end') return `retention day ${days}, %`;
  return metric.startsWith('retention.') ? `retention day ${metric.split('.')[1]}, %` : metric;
}

function cell(metric: string, { mean, low, high }: Interval, signed = false): string {
  const scale = metric.startsWith('retention.') || PARTS.includes(metric) ? 100 : 1;
  const digits = Math.abs(mean * scale) >= 100 ? 1 : 2;
  const show = (value: number) => (Number.isFinite(value) ? (value * scale).toFixed(digits) : '∞');
  const sign = signed && mean > 0 ? '+' : '';
  return `${sign}${show(mean)} [${show(low)}, ${show(high)}]`;
}
