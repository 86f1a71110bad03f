// Agents with networks beside the best rule and the best-known table: results/networks.json. And what a memory of each
// user's days is worth where their taste is hidden.
import { bestRule, difference, interval, row } from './tables.mjs';

const AGENTS = ['q-learning', 'ppo', 'dqn'];
const REMEMBERING = ['linear-q-learning', 'dqn'];
const SEEDS = '5';
const MEMORY_SEEDS = '3';
/** The same digits everywhere. */
const BACKEND = ['--backend', 'simd'];
/** The memory is taught longer than by default. */
const MEMORY = ['--option', 'historySteps=600'];
/** The exact best memory is not known; a naive Bayes count of what was answered earns this, one that knows the taste that. */
const KNOWN = { counting: 12.77, knowing: 16.3 };

/** @returns the comparisons, each with the differences that are asked for */
export function measure(tenure, place) {
  const compare = (name, seeds, policies, ...options) =>
    tenure(
      'compare',
      name,
      '--policies',
      policies.join(','),
      '--seeds',
      seeds,
      '--results',
      place,
      ...BACKEND,
      ...options,
    );
  const businesses = tenure('scenarios').scenarios.filter(({ kind }) => kind === 'business');
  const businessTables = businesses.map(({ name }) => {
    const rules = tenure('scenarios', name).rules.map((rule) => rule.name);
    const comparison = compare(name, SEEDS, ['none', ...rules, ...AGENTS]);
    return kept(comparison, [bestRule(comparison, AGENTS), 'q-learning']);
  });
  const rules = tenure('scenarios', 'hidden-taste').rules.map((rule) => rule.name);
  const names = REMEMBERING.flatMap((name) => [name, `${name}-history`]);
  const comparison = compare(
    'hidden-taste',
    MEMORY_SEEDS,
    ['none', ...rules, 'q-learning', ...names],
    ...MEMORY,
  );
  const memory = kept(comparison, [bestRule(comparison, [...AGENTS, ...names]), ...REMEMBERING]);
  return { businesses: businessTables, memory };
}

function kept(comparison, against) {
  const metrics = ['return', 'retention.end'];
  const differences = comparison.differences.filter(
    ({ b, metric }) => against.includes(b) && metrics.includes(metric),
  );
  return { ...comparison, differences };
}

export function show({ businesses, memory }) {
  return [
    '## Agents with networks',
    '',
    'DQN and PPO learn from a quarter of the users that a table gets (1,000 in each of 30 episodes).',
    '',
    ...businesses.flatMap(businessTable),
    ...memoryTable(memory),
  ];
}

function businessTable(comparison) {
  const { scenario, policies, seeds, users, days } = comparison;
  const best = bestRule(comparison, AGENTS);
  const shown = policies.filter(({ name }) => name === best || name === 'none' || AGENTS.includes(name));
  const against = (name, b) => {
    const found = difference(comparison, name, b);
    return found ? interval(found) : '';
  };
  const rows = shown.map(({ name, metrics }) =>
    row([
      name,
      interval(metrics.return),
      interval(metrics['retention.end'], 100, 1),
      metrics.contacts.mean.toFixed(1),
      against(name, best),
      against(name, 'q-learning'),
    ]),
  );
  return [
    `### ${scenario}, networks`,
    '',
    `| policy | return per user | still there on day ${days}, % | contacts per user | return minus ${best} | minus q-learning |`,
    '|-|-|-|-|-|-|',
    ...rows,
    '',
    `95 % t intervals over ${seeds} seeds of ${users} held-out users each, differences paired by user.`,
    '',
  ];
}

function memoryTable(comparison) {
  const { policies, seeds, users } = comparison;
  const rows = policies.map(({ name, metrics }) => {
    const plain = name.replace('-history', '');
    const gain = name === plain ? undefined : difference(comparison, name, plain);
    return row([
      name,
      interval(metrics.return),
      interval(metrics['retention.end'], 100, 1),
      gain ? interval(gain) : '',
    ]);
  });
  return [
    '### hidden-taste: what a memory is worth',
    '',
    "The agents see features as a practitioner makes them, or (history) what a recurrent network remembers of each user's days.",
    '',
    '| policy | return per user | still there on day 60, % | return minus the same without memory |',
    '|-|-|-|-|',
    ...rows,
    '',
    `95 % t intervals over ${seeds} seeds of ${users} held-out users each, differences paired by user. Trained with`,
    `\`${MEMORY.join(' ')}\`. For comparison: a hand-made Bayes count of what was answered earns ${KNOWN.counting}, a policy`,
    `that is told the taste ${KNOWN.knowing}.`,
    '',
  ];
}
