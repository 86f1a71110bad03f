// Every rule and some of each family of agents in the shipped businesses: results/<scenario>.json.
import { bestRule, difference, interval, row } from './tables.mjs';

/** One or two of each family: greedy for today, bandits, tables, planning, networks. */
const AGENTS = ['myopic', 'thompson-gaussian', 'q-learning', 'sarsa', 'watkins-q-lambda', 'planning', 'ppo'];
const SEEDS = '3';

/** Names of the businesses. */
export function names(tenure) {
  return tenure('scenarios')
    .scenarios.filter(({ kind }) => kind === 'business')
    .map(({ name }) => name);
}

/** @returns the comparison of one business */
export function measure(tenure, place, name) {
  const rules = tenure('scenarios', name).rules.map((rule) => rule.name);
  const policies = ['none', 'random', ...rules, ...AGENTS].join(',');
  const options = ['--policies', policies, '--seeds', SEEDS, '--results', place, '--backend', 'simd'];
  const comparison = tenure('compare', name, ...options);
  // Of the differences between all pairs, those from the best rule and from the greedy one say what is asked.
  const against = [bestRule(comparison, AGENTS), 'myopic'];
  return { ...comparison, differences: comparison.differences.filter(({ b }) => against.includes(b)) };
}

/** The table of one business. */
export function show(comparison) {
  const { scenario, policies, seeds, users, days } = comparison;
  const best = bestRule(comparison, AGENTS);
  const against = (name, b) => {
    const gain = difference(comparison, name, b);
    return gain ? interval(gain) : '';
  };
  const rows = policies.map(({ name, metrics }) =>
    row([
      name,
      interval(metrics.return),
      interval(metrics['retention.end'], 100, 1),
      metrics.contacts.mean.toFixed(1),
      against(name, best),
      against(name, 'myopic'),
    ]),
  );
  return [
    `### ${scenario}`,
    '',
    `| policy | return per user | still there on day ${days}, % | contacts per user | return minus ${best} | minus myopic |`,
    '|-|-|-|-|-|-|',
    ...rows,
    '',
    `95 % t intervals over ${seeds} seeds; each seed has its own training and its own ${users} held-out users (or`,
    'products), and differences are paired by user.',
    '',
  ];
}
