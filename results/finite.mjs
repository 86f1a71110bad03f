// Trains every value-based agent on the finite scenarios and evaluates exactly what it has learned:
// results/finite.json and the table in results/README.md. Called by rebuild.mjs; the same digits every time.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const AGENTS = [
  'q-learning',
  'double-q-learning',
  'sarsa',
  'expected-sarsa',
  'n-step-sarsa',
  'sarsa-lambda',
  'watkins-q-lambda',
  'monte-carlo',
  'planning',
];
const SEEDS = ['1', '2', '3'];
/** Everyone explores alike, and little in the end: on-policy agents learn the value of acting as they do. */
const SETTINGS = ['epsilonEnd=0.02', 'epsilonPart=0.2', 'epsilonSpread=0'];
const SCENARIOS = [
  { name: 'pfeifer-carraway', options: [] },
  { name: 'toymaker', options: ['--discount', '0.9', '--option', 'discount=0.9'] },
  { name: 'gridworld', options: [] },
  { name: 'coupon-habit', options: ['--observe', 'full'] },
  { name: 'cliff-walking', options: [] },
  { name: 'coupon-habit', title: 'coupon-habit, mood hidden', options: [] },
];

/** @returns the table's lines */
export function finiteResults(tenure, place) {
  const columns = SCENARIOS.map((scenario) => solveAll(scenario, tenure, place));
  const document = columns.map(({ optimum, observed, worths }, k) => ({
    scenario: SCENARIOS[k].name,
    options: SCENARIOS[k].options,
    optimum,
    observed,
    agents: Object.fromEntries(AGENTS.map((agent) => [agent, worths.map((worth) => worth[agent])])),
  }));
  writeFileSync(join(import.meta.dirname, 'finite.json'), `${JSON.stringify(document, null, 1)}\n`);
  return tableOf(columns);
}

/** The exact worth of what every agent learned, for every seed. */
function solveAll({ name, options }, tenure, place) {
  const settings = SETTINGS.flatMap((setting) => ['--option', setting]);
  const words = ['solve', name, '--policy', AGENTS.join(','), ...settings, ...options, '--results', place];
  const solved = SEEDS.map((seed) => tenure(...words, '--seed', seed));
  const worths = solved.map(({ policies }) => Object.fromEntries(policies.map((p) => [p.name, p.value])));
  return { optimum: solved[0].optimum, observed: solved[0].observed.optimum, worths };
}

/** Distance from the best over what is observed, in per cent of it; the worst seed. */
function gap({ observed, worths }, agent) {
  const worst = Math.min(...worths.map((worth) => worth[agent] ?? Number.NEGATIVE_INFINITY));
  return Number.isFinite(worst) ? ((100 * (observed - worst)) / Math.abs(observed)).toFixed(2) : '∞';
}

function tableOf(columns) {
  const titles = SCENARIOS.map(({ name, title }) => title ?? name);
  const show = (value) => value.toFixed(4).replace('-', '−');
  return [
    '### How near to the exact optimum',
    '',
    `| agent | ${titles.join(' | ')} |`,
    `|-|${titles.map(() => '-|').join('')}`,
    `| *optimum* | ${columns.map(({ optimum }) => `*${show(optimum)}*`).join(' | ')} |`,
    `| *optimum over what is observed* | ${columns.map(({ observed }) => `*${show(observed)}*`).join(' | ')} |`,
    ...AGENTS.map((agent) => `| ${agent} | ${columns.map((column) => gap(column, agent)).join(' | ')} |`),
    '',
    'Distance of the learned policy from the optimum over what is observed, in per cent of it; the worst of three seeds.',
    'What was learned is evaluated exactly, not simulated: `tenure solve <scenario> --policy <agent>`.',
    `Settings: ${SETTINGS.join(', ')}, everything else by default.`,
    '',
    'On the cliff, on-policy agents learn what the path is worth to someone who goes on stumbling now and then, and keep',
    'away from the edge. Where the mood is hidden, whoever writes to everybody wears them out, and sees only what worn',
    'people need. On `short-corridor` all rooms look alike and every policy that always does the same never gets out: no',
    'agent that acts by values can do it, and it waits for policy gradients (optimum −11.6569, right with .5858).',
    '',
  ];
}
