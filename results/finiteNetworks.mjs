// Agents with networks on the finite scenarios, and exactly what their policies are worth: results/finite-networks.json.
import { gapTable } from './finite.mjs';

const SEEDS = ['1', '2', '3'];
/** These worlds are small and nobody tires in them: values explore freely, policies begin without restraint. */
const LESSONS = {
  dqn: ['epsilonStart=1', 'epsilonEnd=0.02', 'epsilonSpread=0'],
  ppo: ['restraint=0', 'batchSize=256', 'learningRate=0.003', 'entropyWeight=0.05', 'lambda=0.9'],
  reinforce: ['restraint=0', 'batchSize=256', 'learningRate=0.003', 'entropyWeight=0.05'],
};
const SCENARIOS = [
  { name: 'pfeifer-carraway', options: [] },
  { name: 'toymaker', options: ['--discount', '0.9', '--option', 'discount=0.9'] },
  { name: 'gridworld', options: [] },
  { name: 'coupon-habit', options: ['--observe', 'full'] },
  { name: 'short-corridor', options: [] },
];
const SIZE = ['--train-users', '400', '--episodes', '40', '--backend', 'simd'];

/** @returns one entry per scenario, as in finite.json */
export function measure(tenure, place) {
  return SCENARIOS.map(({ name, options }) => {
    const agents = {};
    let solved;
    for (const [agent, settings] of Object.entries(LESSONS)) {
      const given = settings.flatMap((setting) => ['--option', setting]);
      const words = ['solve', name, '--policy', agent, ...given, ...options, ...SIZE, '--results', place];
      agents[agent] = SEEDS.map((seed) => {
        solved = tenure(...words, '--seed', seed);
        return solved.policies.find((policy) => policy.name === agent).value;
      });
    }
    return { scenario: name, options, optimum: solved.optimum, observed: solved.observed.optimum, agents };
  });
}

export function show(columns) {
  const settings = Object.entries(LESSONS).map(([agent, list]) => `${agent} ${list.join(' ')}`);
  return [
    '### With networks',
    '',
    ...gapTable(columns, Object.keys(LESSONS)),
    '',
    `As above; \`${SIZE.join(' ')}\`, ${settings.join('; ')}.`,
    'DQN always does the same where it sees the same, so that on `short-corridor` it never gets out. On `cliff-walking`,',
    'which is not in the table, PPO comes within 2 % with larger batches; DQN did not find the way: a random walker',
    'hardly ever reaches the goal, and what its network knows of the cliff covers the one cell beside it that is safe.',
    '',
  ];
}
