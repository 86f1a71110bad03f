import type { AgentKind } from '../../agents/kinds.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { table } from '../../src/cli/table.ts';
import type { Spent } from './episodes.ts';
import type { BenchOptions, EngineName } from './options.ts';
import { fastest, type Measured, measureInTurns, type SubjectPlan } from './subject.ts';

const SIZES = [1_000, 10_000, 100_000];
/** Every agent collects and learns once in an episode of so many days, or several times. */
const DAYS = 5;
/** Engines that take minutes for more users than this; they are measured there if they are asked for by name. */
const MOST_USERS: Readonly<Partial<Record<EngineName, number>>> = { cpu: 1_000, wasm: 10_000, plain: 10_000 };

/** Prints user-days per second of training and of play for each agent on each engine that it has networks for. */
export async function compareAgents(
  program: Program,
  { agents, engines, enginesAsked, quick }: BenchOptions,
): Promise<void> {
  const patience = { rounds: quick ? 1 : 2, turn: quick ? 0.2 : 0.5, longest: 3 };
  console.log(
    `Agents on ${program.name}, thousands of user-days per second: training by the clock and by CPU time, play (greedy choice for everyone; neither learning nor the simulator counts), and the simulator's part of training.`,
  );
  console.log(
    `Default settings; episodes, and so rollouts, of ${DAYS} days. Users who were there are counted; nine in ten get the first action each day, so that they stay. Best episode of ${patience.rounds} turn${patience.rounds > 1 ? 's' : ''}.`,
  );
  for (const users of quick ? SIZES.slice(0, 2) : SIZES) {
    const suitable = engines.filter((name) => enginesAsked || users <= (MOST_USERS[name] ?? Infinity));
    const measured = await measureInTurns(plansOf(agents, suitable, users), program, patience);
    console.log(`\n${users.toLocaleString('en')} users`);
    const header = ['', 'engine', 'training', 'by CPU time', 'play', 'simulator %', 'there %'];
    for (const line of table(header, measured.map(rowOf), [0, 1])) console.log(line);
  }
  console.log('DQN and linear Q-learning take the same gradient steps a day for few users and for many.');
}

function plansOf(agents: readonly AgentKind[], engines: readonly EngineName[], users: number): SubjectPlan[] {
  return agents.flatMap((kind): SubjectPlan[] => {
    const own = kind.networks ? engines : [undefined];
    return own
      .filter((engine) => engine !== 'plain' || kind.networks === 'dense')
      .map((engine) => ({ kind, engine, users, days: DAYS }));
  });
}

function rowOf({ plan: { kind, engine, users, days }, training, play }: Measured): string[] {
  const total = (of: (spent: Spent) => number) => training.reduce((sum, spent) => sum + of(spent), 0);
  const percent = (part: number) => 100 * part;
  return [
    kind.name,
    engine ?? '–',
    thousands(fastest(training, 'seconds')),
    thousands(fastest(training, 'cpuSeconds')),
    thousands(fastest(play, 'seconds')),
    percent(total(({ simulator }) => simulator) / total(({ seconds }) => seconds)).toFixed(1),
    percent(total(({ userDays }) => userDays) / (training.length * users * days)).toFixed(0),
  ];
}

function thousands(speed: number): string {
  return (speed / 1000).toFixed(speed < 1e5 ? 1 : 0);
}
