import type { AgentKind } from '../../agents/kinds.ts';

/** What the agents of a family learn; families are the folders of agents/. */
export const FAMILIES = {
  tabular: 'a table of values, by state and action',
  bandits: "today's reward, as if there were no tomorrow",
  planning: 'a model of the world, which is then solved',
  deep: "networks of what is seen today, or of each user's days",
} as const;

export type Family = keyof typeof FAMILIES;

const BANDITS = [
  'epsilon-greedy-bandit',
  'ucb1',
  'thompson-bernoulli',
  'thompson-gaussian',
  'gradient-bandit',
  'lin-ucb',
];

/** The family that an agent belongs to. */
export function familyOf({ name, networks }: AgentKind): Family {
  if (networks) return 'deep';
  if (name === 'planning') return 'planning';
  return BANDITS.includes(name) ? 'bandits' : 'tabular';
}
