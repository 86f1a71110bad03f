import type { Agent, Environment, Policy } from '../../environments/contract.ts';
import { interact, learn } from '../../src/experiment/interact.ts';

/** Lets an agent learn from whole episodes; returns all the actions it took, day by day. */
export function liveEpisodes(environment: Environment, agent: Agent, seeds: readonly string[]): number[][] {
  const taken: number[][] = [];
  for (const seed of seeds)
    for (const { actions } of learn(environment, agent, seed)) taken.push([...actions]);
  return taken;
}

/** Mean return per user of one episode, each day's reward worth γ of the day before. */
export function discountedReturn(environment: Environment, policy: Policy, discount: number): number {
  let sum = 0;
  for (const { step, next } of interact(environment, policy, 'return'))
    sum += discount ** step.day * next.rewards.reduce((a, b) => a + b, 0);
  return sum / environment.spec.users;
}
