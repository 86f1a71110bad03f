// Agents on the finite scenarios, and exactly what the policies they learned are worth: results/finite.json.
import { number, row } from './tables.mjs';

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

/** @returns one entry per scenario: its optimum, and what each agent's policy is worth for each seed */
export function measure(tenure, place) {
  return SCENARIOS.map((scenario) => {
    const { optimum, observed, worths } = solveAll(scenario, tenure, place);
    const agents = AGENTS.map((agent) => [agent, worths.map((worth) => worth[agent])]);
    const { name, title = name, options } = scenario;
    return { scenario: name, title, options, optimum, observed, agents: Object.fromEntries(agents) };
  });
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
function gap({ observed, agents }, agent) {
  const worst = Math.min(...agents[agent].map((worth) => worth ?? Number.NEGATIVE_INFINITY));
  return Number.isFinite(worst) ? ((100 * (observed - worst)) / Math.abs(observed)).toFixed(2) : '∞';
}

/** One column per scenario, one row per agent. @param columns as `measure` gives them */
export function gapTable(columns, agents) {
  const italic = (values) => values.map((value) => `*${number(value, 4)}*`);
  return [
    row(['agent', ...columns.map(({ title, scenario }) => title ?? scenario)]),
    `|-|${columns.map(() => '-|').join('')}`,
    row(['*optimum*', ...italic(columns.map(({ optimum }) => optimum))]),
    row(['*optimum over what is observed*', ...italic(columns.map(({ observed }) => observed))]),
    ...agents.map((agent) => row([agent, ...columns.map((column) => gap(column, agent))])),
  ];
}

/** The tables of agents with tables. */
export function show(measured) {
  // Older files have no titles.
  const columns = measured.map((column, k) => ({ title: SCENARIOS[k].title ?? column.scenario, ...column }));
  return [
    '## How near to the exact optimum',
    '',
    ...gapTable(columns, AGENTS),
    '',
    'Distance of the learned policy from the optimum over what is observed, in per cent of it; the worst of three seeds.',
    'What was learned is evaluated exactly, not simulated: `tenure solve <scenario> --policy <agent>`.',
    `Settings: ${SETTINGS.join(', ')}, everything else by default.`,
    '',
    'On the cliff, on-policy agents learn what the path is worth to someone who goes on stumbling now and then, and keep',
    'away from the edge. Where the mood is hidden, whoever writes to everybody wears them out, and sees only what worn',
    'people need. On `short-corridor` all rooms look alike and every policy that always does the same never gets out:',
    'policy gradients do (`npm run test:known`).',
    '',
  ];
}
