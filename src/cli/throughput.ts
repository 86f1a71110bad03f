import type { AgentKind } from '../../agents/kinds.ts';
import { settingsOf } from '../../agents/kinds.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { learn } from '../experiment/interact.ts';

/** How fast something goes on this machine, now. */
export interface Throughput {
  readonly name: string;
  /** users × days per second; best of the repetitions, as other work on the machine only slows it */
  readonly userDaysPerSecond: number;
  /** memory of the world, and of the agent where there is one, per user */
  readonly bytesPerUser: number;
}

export interface BenchPlan {
  readonly users: number;
  readonly days: number;
  /** at least this long in all; at least two repetitions */
  readonly seconds: number;
}

/** Fastest of several repetitions, in seconds. The first one also warms up. */
export function fastest(run: () => void, seconds: number): number {
  let best = Infinity;
  const begun = performance.now();
  for (let repetition = 0; repetition < 2 || performance.now() - begun < seconds * 1000; repetition++) {
    const start = performance.now();
    run();
    best = Math.min(best, (performance.now() - start) / 1000);
  }
  return best;
}

/** The world alone, under actions that go round. */
export function benchSteps(program: Program, { users, days, seconds }: BenchPlan): Throughput {
  const environment = new PopulationEnvironment(program, { users });
  const count = environment.spec.actions.length;
  const actions = Array.from({ length: count }, (_, shift) =>
    new Uint8Array(users).map((_, i) => (i + shift) % count),
  );
  const elapsed = fastest(() => {
    environment.reset('bench');
    for (let day = 0; day < days; day++) environment.step(actions[day % count]);
  }, seconds);
  return {
    name: 'step',
    userDaysPerSecond: (users * days) / elapsed,
    bytesPerUser: environment.bytesPerUser,
  };
}

/** The world with an agent that chooses and learns, every user every day. */
export function benchAgent(
  program: Program,
  kind: AgentKind,
  { users, days, seconds }: BenchPlan,
): Throughput {
  const environment = new PopulationEnvironment({ ...program, horizon: days }, { users });
  const agent = kind.create(environment.spec, { key: 1, trainingDays: days }, settingsOf(kind, {}));
  const elapsed = fastest(() => {
    for (const day of learn(environment, agent, 'bench')) if (day.next.stepType === 'last') break;
  }, seconds);
  const memory = Object.values(agent.save()).reduce<number>(
    (sum, part) => sum + (typeof part === 'object' ? part.byteLength : 0),
    0,
  );
  const bytesPerUser = environment.bytesPerUser + Uint8Array.BYTES_PER_ELEMENT + memory / users;
  return { name: kind.name, userDaysPerSecond: (users * days) / elapsed, bytesPerUser };
}
