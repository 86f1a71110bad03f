import type { Observation } from '../../../environments/contract.ts';
import { firstAvailable } from '../../../environments/population/firstAvailable.ts';

/** What is really done where an action is given to a user: itself, or the first one available where it is not. */
export function availableInstead(
  { active, available }: Pick<Observation, 'active' | 'available'>,
  user: number,
  action: number,
): number {
  if (!available) return action;
  const count = available.length / active.length;
  return available[user * count + action] === 1 ? action : firstAvailable(available, user * count, count);
}
