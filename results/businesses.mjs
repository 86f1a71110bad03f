// Every rule and some of each family of agents in the shipped businesses: results/<scenario>.json.
import { bestRule, difference, interval, row } from './tables.mjs';

/** Of each family: greedy for today, a bandit, tables, planning. */
const TABLES = ['myopic', 'epsilon-greedy-bandit', 'q-learning', 'sarsa', 'planning'];
/** Networks, which learn from fewer users, as they take longer; the second where the first does not beat the best rule. */
const NETWORKS = ['ppo', 'dqn'];
const NETWORK_USERS = '500';
const AGENTS = [...TABLES, ...NETWORKS];
/** Those that look ahead. */
export const LEARNED = ['q-learning', 'sarsa', 'planning', ...NETWORKS];
const SEEDS = '3';
/** Seeds on which nobody has looked while the scenarios were made. */
const FIRST_SEED = '11';

/** Names of the businesses. */
export function names(tenure) {
  return tenure('scenarios')
    .scenarios.filter(({ kind }) => kind === 'business')
    .map(({ name }) => name);
}

/** @returns the comparison of one business */
export function measure(tenure, place, name) {
  const rules = tenure('scenarios', name).rules.map((rule) => rule.name);
  const play = (policies, ...more) => {
    const options = [
      '--policies',
      policies.join(','),
      '--seeds',
      SEEDS,
      '--seed',
      FIRST_SEED,
      '--results',
      place,
      ...more,
    ];
    return tenure('compare', name, ...options);
  };
  const tables = play(['none', 'random', ...rules, ...TABLES]);
  const best = bestRule(tables, AGENTS);
  // On the same held-out people, who belong to the seed.
  const isProduct = Boolean(tenure('scenarios', name).decision);
  const fewer = ['--backend', 'simd', ...(isProduct ? [] : ['--train-users', NETWORK_USERS])];
  let networks = play([best, 'myopic', NETWORKS[0]], ...fewer);
  if (difference(networks, NETWORKS[0], best).low <= 0)
    networks = play([best, 'myopic', ...NETWORKS], ...fewer);
  const own = networks.policies.filter((policy) => NETWORKS.includes(policy.name));
  // Of the differences between all pairs, those from the best rule and from the greedy one say what is asked.
  const differences = [
    ...tables.differences,
    ...networks.differences.filter(({ a }) => NETWORKS.includes(a)),
  ];
  return {
    ...tables,
    unit: isProduct ? 'products' : 'users',
    policies: [...tables.policies, ...own],
    differences: differences.filter(({ b }) => b === best || b === 'myopic'),
  };
}

/** The table of one business. */
export function show(comparison) {
  const { scenario, policies, seeds, users, days, unit } = comparison;
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
    `95 % t intervals over ${seeds} seeds; each seed has its own training and its own ${users} held-out ${unit}, and`,
    'differences are paired by them.',
    ...(unit === 'products'
      ? []
      : [
          `Networks, and the greedy agent they are compared with, learned from ${NETWORK_USERS} users in each of 30 episodes,`,
          'tables from 4000.',
        ]),
    '',
  ];
}
