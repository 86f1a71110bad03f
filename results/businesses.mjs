// Every policy of the shipped businesses: results/<scenario>.json, the whole comparison.
import { bestRule, difference, interval, row } from './tables.mjs';

const AGENTS = [
  'myopic',
  'sarsa',
  'expected-sarsa',
  'n-step-sarsa',
  'sarsa-lambda',
  'monte-carlo',
  'q-learning',
  'double-q-learning',
  'watkins-q-lambda',
  'planning',
];
const SEEDS = '5';

/** @returns one comparison per business, by the name of its file */
export function measure(tenure, place) {
  const businesses = tenure('scenarios').scenarios.filter(({ kind }) => kind === 'business');
  const comparisons = businesses.map(({ name }) => {
    const rules = tenure('scenarios', name).rules.map((rule) => rule.name);
    const policies = ['none', 'random', ...rules, ...AGENTS].join(',');
    const comparison = tenure('compare', name, '--policies', policies, '--seeds', SEEDS, '--results', place);
    // Of the differences between all pairs, those from the best rule say what is asked.
    const best = bestRule(comparison, AGENTS);
    return [name, { ...comparison, differences: comparison.differences.filter(({ b }) => b === best) }];
  });
  return Object.fromEntries(comparisons);
}

/** The table of one business. */
export function show(comparison) {
  const { scenario, policies, seeds, users, days } = comparison;
  const best = bestRule(comparison, AGENTS);
  const rows = policies.map(({ name, metrics }) => {
    const gain = difference(comparison, name, best);
    return row([
      name,
      interval(metrics.return),
      interval(metrics['retention.end'], 100, 1),
      metrics.contacts.mean.toFixed(1),
      gain ? interval(gain) : '',
    ]);
  });
  return [
    `### ${scenario}`,
    '',
    `| policy | return per user | still there on day ${days}, % | contacts per user | return minus ${best} |`,
    '|-|-|-|-|-|',
    ...rows,
    '',
    `95 % t intervals over ${seeds} seeds; each seed has its own training and its own ${users} held-out users, and`,
    'differences are paired by user.',
    '',
  ];
}
