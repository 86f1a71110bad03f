import { AGENTS } from '../../agents/index.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { table } from '../../src/cli/table.ts';
import type { BenchOptions, EngineName } from './options.ts';
import { fastest, type Measured, measureInTurns, type SubjectPlan } from './subject.ts';

/** A configuration that people know from elsewhere. */
interface Elsewhere {
  readonly name: string;
  readonly agent: string;
  readonly users: number;
  readonly days: number;
  readonly settings: Readonly<Record<string, number>>;
  /**
   * User-days per second of Stable-Baselines3 on PyTorch. Stated, not measured here: it was measured elsewhere, by the
   * clock, on the same kind of machine with 2 cores.
   */
  readonly theirs: number;
}

const TWO_LAYERS_OF_64 = { hiddenLayers: 2, hiddenUnits: 64 };
const PPO = { ...TWO_LAYERS_OF_64, epochs: 4, batchSize: 4096 };
const PLAIN_DQN = { ...TWO_LAYERS_OF_64, double: 0, duelling: 0, nStep: 1, priorityExponent: 0 };

const CONFIGURATIONS: readonly Elsewhere[] = [
  {
    name: 'PPO 64-64, 4 epochs, minibatches of 4,096',
    agent: 'ppo',
    users: 10_000,
    days: 20,
    settings: { ...PPO, rolloutDays: 20 },
    theirs: 31_000,
  },
  {
    name: 'PPO 64-64, 4 epochs, minibatches of 4,096',
    agent: 'ppo',
    users: 1_024,
    days: 20,
    settings: { ...PPO, rolloutDays: 20 },
    theirs: 24_000,
  },
  {
    name: 'DQN 64-64, a gradient step of 1,024 a day',
    agent: 'dqn',
    users: 1_024,
    days: 20,
    settings: { ...PLAIN_DQN, batchSize: 1024, updatesPerDay: 1, warmUp: 1024 },
    theirs: 46_000,
  },
];

/** Too slow to be of interest here. */
const SLOW: readonly EngineName[] = ['cpu', 'wasm', 'plain'];

/** Prints the speed of training in configurations that people know, beside that of Stable-Baselines3. */
export async function compareWithElsewhere(
  program: Program,
  { agents, engines, enginesAsked, quick }: BenchOptions,
): Promise<void> {
  const used = engines.filter((name) => enginesAsked || !SLOW.includes(name));
  const rows: string[][] = [];
  for (const configuration of CONFIGURATIONS) {
    const kind = AGENTS.find(({ name }) => name === configuration.agent)!;
    if (!agents.includes(kind)) continue;
    const { users, days, settings } = configuration;
    const plans = used.map((engine): SubjectPlan => ({ kind, engine, users, days, settings }));
    const measured = await measureInTurns(plans, program, { rounds: quick ? 1 : 3, turn: 0.5, longest: 8 });
    rows.push(...measured.map((one) => rowOf(configuration, one)));
  }
  if (rows.length === 0) return;
  console.log(
    `Training on ${program.name} in configurations known from elsewhere, thousands of user-days per second; theirs is Stable-Baselines3 on PyTorch, as measured elsewhere on the same kind of machine with 2 cores, not here`,
  );
  const header = ['', 'users', 'engine', 'by the clock', 'by CPU time', 'theirs', 'ratios to theirs'];
  for (const line of table(header, rows, [0, 2])) console.log(line);
}

function rowOf({ name, users, theirs }: Elsewhere, { plan, training }: Measured): string[] {
  const speeds = [fastest(training, 'seconds'), fastest(training, 'cpuSeconds')];
  return [
    name,
    users.toLocaleString('en'),
    plan.engine ?? '–',
    ...speeds.map((speed) => (speed / 1000).toFixed(1)),
    (theirs / 1000).toFixed(1),
    speeds.map((speed) => (speed / theirs).toFixed(2)).join(' and '),
  ];
}
