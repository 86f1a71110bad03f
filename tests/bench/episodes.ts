import type { Agent, Environment, Observation, Policy } from '../../environments/contract.ts';

/** What an episode came to. */
export interface Spent {
  /** days of users who were there: who has left for good counts for nothing */
  readonly userDays: number;
  /** by the clock */
  readonly seconds: number;
  /** of all threads */
  readonly cpuSeconds: number;
  /** part of `seconds` in the simulator */
  readonly simulator: number;
}

/** One user in so many may be contacted on a day. */
const CONTACTED = 10;

/**
 * One episode of training. Whatever the agent chooses, nine users in ten get the first action, each day others: agents
 * that try everything drive everybody away within weeks, and who has left costs nothing. The agent learns from what was
 * done.
 */
export function trainEpisode(environment: Environment, agent: Agent, seed: string): Spent {
  return livedEpisode(environment, seed, agent, (step, actions, next) => agent.update(step, actions, next));
}

/** The same without learning; the seconds are those in which the policy chose. */
export function playEpisode(environment: Environment, policy: Policy, seed: string): Spent {
  const lived = livedEpisode(environment, seed, policy, () => {});
  return { ...lived, seconds: lived.seconds - lived.simulator };
}

function livedEpisode(
  environment: Environment,
  seed: string,
  policy: Policy,
  learn: (...day: Parameters<Agent['update']>) => void,
): Spent {
  const actions = new Uint8Array(environment.spec.users);
  let [userDays, simulator] = [0, 0];
  const inSimulator = <Result>(run: () => Result): Result => {
    const begun = performance.now();
    const result = run();
    simulator += (performance.now() - begun) / 1000;
    return result;
  };
  const cpu = process.cpuUsage();
  const begun = performance.now();
  let step = inSimulator(() => environment.reset(seed));
  while (step.stepType !== 'last') {
    policy.selectActions(step.observation, actions);
    restrain(actions, step.day);
    const next = inSimulator(() => environment.step(actions));
    learn(step, actions, next);
    userDays += present(step.observation);
    step = next;
  }
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { userDays, seconds, cpuSeconds: (user + system) / 1e6, simulator };
}

function restrain(actions: Uint8Array, day: number): void {
  for (let i = 0; i < actions.length; i++) if ((i + day) % CONTACTED !== 0) actions[i] = 0;
}

function present({ active }: Observation): number {
  let sum = 0;
  for (let i = 0; i < active.length; i++) sum += active[i];
  return sum;
}
