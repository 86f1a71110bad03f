import type { Program } from '../../../environments/scenario/program.ts';
import { BACKEND_OPTION, computeFor, resolveBackends } from '../backends.ts';
import type { Command, Invocation } from '../command.ts';
import type { Output } from '../output.ts';
import { loadNamed, SCENARIO_OPTIONS } from '../scenarioOptions.ts';
import { table } from '../table.ts';
import { type BenchPlan, benchAgent, benchSteps, type Throughput } from '../throughput.ts';
import { agentKind } from '../trainingOptions.ts';

/** Users where nothing else is asked for, without networks and with them. */
const USERS = [100_000, 10_000] as const;

export const command: Command = {
  describe:
    'Measures user-days per second of the simulator alone and with agents in the loop, and memory per user.',
  positional: '[scenario]',
  examples: [
    ['tenure bench', 'the default scenario, with Q-learning'],
    ['tenure bench my-shop.yaml --users 1000000 --days 90', 'any scenario file, any size'],
    ['tenure bench --agents ppo,dqn --backend wasm', 'agents with networks, and what computes them'],
  ],
  options: {
    agents: { kind: 'list', fallback: 'q-learning', about: 'agents to measure, with commas between them' },
    users: {
      kind: 'integer',
      fallback: `${USERS[0]}; ${USERS[1]} for agents with networks`,
      range: [1, 20_000_000],
      about: 'users simulated at once',
    },
    days: { kind: 'integer', default: 30, range: [1, 100_000], about: 'days per repetition' },
    seconds: { kind: 'number', default: 2, range: [0, 3600], about: 'time for each measurement' },
    ...BACKEND_OPTION,
    ...SCENARIO_OPTIONS,
  },
  async run(invocation) {
    const { output } = invocation;
    const asked = invocation.list('agents');
    const kinds = [...new Set(asked.length > 0 ? asked : ['q-learning'])].map(agentKind);
    const { program } = loadNamed(invocation.arguments[0] ?? 'coupon-trap', invocation);
    const plan = {
      users: invocation.maybe('users') ?? USERS[kinds.some(({ networks }) => networks) ? 1 : 0],
      days: Math.min(invocation.integer('days'), program.horizon),
      seconds: invocation.number('seconds'),
    };
    const results = await measured(program, kinds, plan, invocation);
    const { users, days } = plan;
    if (output.json)
      output.printJson({ schema: 'tenure.bench/1', scenario: program.name, users, days, results });
    else show(program, plan, results, output);
  },
};

async function measured(
  program: Program,
  kinds: readonly ReturnType<typeof agentKind>[],
  plan: BenchPlan,
  invocation: Invocation,
): Promise<Throughput[]> {
  const backends = await resolveBackends(
    kinds.map(({ name }) => name),
    invocation,
  );
  const results = [benchSteps(program, plan)];
  for (const kind of kinds) {
    // Opened again for each, as TensorFlow.js has one backend at a time.
    const compute = await computeFor(kind, kind.networks && backends[kind.networks]);
    results.push(benchAgent(program, kind, plan, compute));
  }
  return results;
}

function show(
  { name }: Program,
  { users, days }: BenchPlan,
  results: readonly Throughput[],
  output: Output,
): void {
  // The native library has threads of its own.
  const threads = results.some(({ backend }) => backend?.includes('native')) ? '' : ' one thread,';
  output.print(`${name}, ${users.toLocaleString('en')} users × ${days} days,${threads} best repetition`);
  const hasNetworks = results.some(({ backend }) => backend !== undefined);
  const rows = results.map((result) => [
    `${result.name}${result.backend ? ` (${result.backend})` : ''}`,
    millions(result.userDaysPerSecond),
    ...(hasNetworks ? [millions(result.inferenceUserDaysPerSecond)] : []),
    (100 * result.activeShare).toFixed(0),
    result.bytesPerUser.toFixed(0),
  ]);
  const choosing = hasNetworks ? ['inference'] : [];
  const header = ['', 'user-days per second', ...choosing, 'there %', 'bytes per user'];
  for (const line of table(header, rows)) output.print(line);
  output.print(output.dim('user-days count users × days; users who have left for good cost almost nothing'));
  if (hasNetworks)
    output.print(
      output.dim('inference: the same for choosing alone; bytes of an agent are those that it saves'),
    );
}

function millions(speed: number | undefined): string {
  if (speed === undefined) return '–';
  const count = speed / 1e6;
  return `${count < 1 ? count.toPrecision(3) : count.toFixed(2)} million`;
}
