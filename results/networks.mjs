// What a memory of each user's days is worth where their taste is hidden: results/networks.json.
import { bestRule, difference, interval, row } from './tables.mjs';

const REMEMBERING = ['linear-q-learning', 'dqn'];
const MEMORY_SEEDS = '3';
/** The same digits everywhere. */
const BACKEND = ['--backend', 'simd'];
/** The memory is taught longer than by default. */
const MEMORY = ['--option', 'historySteps=600'];
/** The exact best memory is not known; a naive Bayes count of what was answered earns this, one that knows the taste that. */
const KNOWN = { counting: 12.77, knowing: 16.3 };

/** @returns the comparison, with the differences that are asked for */
export function measure(tenure, place) {
  const rules = tenure('scenarios', 'hidden-taste').rules.map((rule) => rule.name);
  const names = REMEMBERING.flatMap((name) => [name, `${name}-history`]);
  const policies = ['none', ...rules, 'q-learning', ...names].join(',');
  const options = [
    '--policies',
    policies,
    '--seeds',
    MEMORY_SEEDS,
    '--results',
    place,
    ...BACKEND,
    ...MEMORY,
  ];
  const comparison = tenure('compare', 'hidden-taste', ...options);
  const memory = kept(comparison, [bestRule(comparison, ['q-learning', ...names]), ...REMEMBERING]);
  return { memory };
}

function kept(comparison, against) {
  const metrics = ['return', 'retention.end'];
  const differences = comparison.differences.filter(
    ({ b, metric }) => against.includes(b) && metrics.includes(metric),
  );
  return { ...comparison, differences };
}

export function show({ memory }) {
  return memoryTable(memory);
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
