// Plays every policy of the shipped scenarios and writes what the README shows: results/<scenario>.json, the whole
// comparison, and results/README.md, the tables. `npm run results`; the same digits every time.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finiteResults } from './finite.mjs';

const TENURE = join(import.meta.dirname, '../dist/tenure.js');
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
const SEEDS = 5;

function tenure(...words) {
  const options = { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] };
  return JSON.parse(execFileSync(process.execPath, [TENURE, ...words, '--json'], options));
}

function interval({ mean, low, high }, scale = 1, digits = 2) {
  const show = (value) => (value * scale).toFixed(digits).replace('-', '−');
  return `${show(mean)} [${show(low)}, ${show(high)}]`;
}

/** The best policy that does not learn, by mean return. */
function bestRule(policies) {
  const rules = policies.filter(({ name }) => !AGENTS.includes(name));
  return rules.reduce((a, b) => (b.metrics.return.mean > a.metrics.return.mean ? b : a)).name;
}

function tableOf({ scenario, policies, differences, seeds, users, days }) {
  const best = bestRule(policies);
  const rows = policies.map(({ name, metrics }) => {
    const difference = differences.find(
      ({ a, b, metric }) => a === name && b === best && metric === 'return',
    );
    const gain = difference ? interval(difference) : '';
    const cells = [
      name,
      interval(metrics.return),
      interval(metrics['retention.end'], 100, 1),
      metrics.contacts.mean.toFixed(1),
      gain,
    ];
    return `| ${cells.join(' | ')} |`;
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
  ].join('\n');
}

const place = mkdtempSync(join(tmpdir(), 'tenure-results-'));
const businesses = tenure('scenarios').scenarios.filter(({ kind }) => kind === 'business');
const tables = businesses.map(({ name }) => {
  const rules = tenure('scenarios', name).rules.map((rule) => rule.name);
  const policies = ['none', 'random', ...rules, ...AGENTS].join(',');
  const comparison = tenure(
    'compare',
    name,
    '--policies',
    policies,
    '--seeds',
    String(SEEDS),
    '--results',
    place,
  );
  // Of the differences between all pairs, those from the best rule say what is asked.
  const best = bestRule(comparison.policies);
  const kept = { ...comparison, differences: comparison.differences.filter(({ b }) => b === best) };
  writeFileSync(join(import.meta.dirname, `${name}.json`), `${JSON.stringify(kept, null, 1)}\n`);
  return tableOf(comparison);
});
tables.push(finiteResults(tenure, place).join('\n'));
rmSync(place, { recursive: true });
const text = `# Results

Made by \`npm run results\` (about fifteen minutes on two cores); all figures are in the JSON files beside this one.
Raw runs are kept in \`results/runs/\`, which git ignores.

${tables.join('\n')}`;
writeFileSync(join(import.meta.dirname, 'README.md'), text);
