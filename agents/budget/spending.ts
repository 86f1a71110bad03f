import type { Agent, EnvironmentSpec, Policy } from '../../environments/contract.ts';
import { priced } from './priced.ts';
import { ranked } from './ranked.ts';

/** How a budget is spent, by name. */
export const SPENDINGS = {
  lots: 'what exceeds the budget is decided by lot',
  ranked: 'it is spent where the score gains most per unit of budget; by lot where a policy has no scores',
  priced: 'an agent learns what a unit of budget is worth, and pays that price; then as ranked',
} as const;

export type Spending = keyof typeof SPENDINGS;

export function isSpending(name: string): name is Spending {
  return Object.hasOwn(SPENDINGS, name);
}

/** An agent that spends the budget of its environment; without a budget, the agent as it is. */
export function spendingAgent(agent: Agent, spec: EnvironmentSpec, spending: Spending | undefined): Agent {
  const { budget } = spec;
  if (!budget || spending === undefined || spending === 'lots') return agent;
  if (spending === 'priced') return priced(agent, spec, budget);
  return { ...agent, greedy: () => ranked(agent.greedy(), spec, budget) };
}

/** The same for a policy that does not learn, for which there is no price. */
export function spendingPolicy(
  policy: Policy,
  spec: EnvironmentSpec,
  spending: Spending | undefined,
): Policy {
  const { budget } = spec;
  return budget && spending === 'ranked' ? ranked(policy, spec, budget) : policy;
}
