import type { Compute } from '../../agents/deep/engine.ts';
import { type AgentKind, settingsOf } from '../../agents/kinds.ts';
import type { Environment, Policy, TimeStep } from '../../environments/contract.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { learn } from '../experiment/interact.ts';

/** How fast something goes on this machine, now. */
export interface Throughput {
  readonly name: string;
  /** users × days per second; best of the repetitions, as other work on the machine only slows it */
  readonly userDaysPerSecond: number;
  /** memory of the world, and of what the agent saves where there is one, per user */
  readonly bytesPerUser: number;
  /** part of the user-days in which the user had not left for good, in the last repetition */
  readonly activeShare: number;
  /** for agents with networks: what computed them */
  readonly backend?: string;
  /** for agents with networks: the same for choosing what to do with everyone, without learning and the world */
  readonly inferenceUserDaysPerSecond?: number;
}

export interface BenchPlan {
  readonly users: number;
  readonly days: number;
  /** at least this long in all; at least two repetitions */
  readonly seconds: number;
}

/** Fastest of several repetitions, in seconds. The first one also warms up. */
export function fastest(run: () => void, seconds: number): number {
  return least(() => secondsOf(run), seconds);
}

/** The world alone, under actions that go round. */
export function benchSteps(program: Program, { users, days, seconds }: BenchPlan): Throughput {
  const environment = new PopulationEnvironment(program, { users });
  const count = environment.spec.actions.length;
  const actions = Array.from({ length: count }, (_, shift) =>
    new Uint8Array(users).map((_, i) => (i + shift) % count),
  );
  let active = 0;
  const elapsed = fastest(() => {
    let step = environment.reset('bench');
    active = 0;
    for (let day = 0; day < days; day++) {
      active += activeIn(step);
      step = environment.step(actions[day % count]);
    }
  }, seconds);
  return {
    name: 'step',
    userDaysPerSecond: (users * days) / elapsed,
    bytesPerUser: environment.bytesPerUser,
    activeShare: active / (users * days),
  };
}

/**
 * The world with an agent that chooses and learns, every user every day.
 *
 * @param compute what its networks are computed by, if it has any
 */
export function benchAgent(
  program: Program,
  kind: AgentKind,
  { users, days, seconds }: BenchPlan,
  compute?: Compute,
): Throughput {
  const environment = new PopulationEnvironment({ ...program, horizon: days }, { users });
  const context = { key: 1, trainingDays: days, ...compute };
  const agent = kind.create(environment.spec, context, settingsOf(kind, {}));
  let active = 0;
  const elapsed = fastest(() => {
    active = 0;
    for (const { step, next } of learn(environment, agent, 'bench')) {
      active += activeIn(step);
      if (next.stepType === 'last') break;
    }
  }, seconds);
  const memory = Object.values(agent.save()).reduce<number>(
    (sum, part) => sum + (typeof part === 'object' ? part.byteLength : 0),
    0,
  );
  const bytesPerUser = environment.bytesPerUser + Uint8Array.BYTES_PER_ELEMENT + memory / users;
  const userDays = users * days;
  const result = {
    name: kind.name,
    userDaysPerSecond: userDays / elapsed,
    bytesPerUser,
    activeShare: active / userDays,
  };
  if (!compute) return result;
  const choosing = least(() => secondsOfChoosing(environment, agent.greedy()), seconds);
  return { ...result, backend: compute.name, inferenceUserDaysPerSecond: userDays / choosing };
}

/** Seconds in which a policy chose what to do with everyone, in one episode. */
function secondsOfChoosing(environment: Environment, policy: Policy): number {
  const actions = new Uint8Array(environment.spec.users);
  let seconds = 0;
  let step = environment.reset('bench/played');
  while (step.stepType !== 'last') {
    const { observation } = step;
    seconds += secondsOf(() => policy.selectActions(observation, actions));
    step = environment.step(actions);
  }
  return seconds;
}

/** The least of at least two measurements that go on for at least so many seconds. */
function least(measure: () => number, seconds: number): number {
  let best = Infinity;
  const begun = performance.now();
  for (let repetition = 0; repetition < 2 || performance.now() - begun < seconds * 1000; repetition++)
    best = Math.min(best, measure());
  return best;
}

function secondsOf(run: () => void): number {
  const begun = performance.now();
  run();
  return (performance.now() - begun) / 1000;
}

/** Users who are there. */
function activeIn({ observation: { active } }: TimeStep): number {
  let sum = 0;
  for (let i = 0; i < active.length; i++) sum += active[i];
  return sum;
}
