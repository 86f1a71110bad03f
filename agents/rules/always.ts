import type { Policy } from '../../environments/contract.ts';
import { firstAvailable } from './firstAvailable.ts';

/**
 * Takes the same action for everyone, every day; where it is not available, the first one that is.
 *
 * @param action index of the action
 */
export function always(action: number): Policy {
  return {
    selectActions({ active, available }, actions) {
      const count = available ? available.length / active.length : 0;
      for (let i = 0; i < actions.length; i++) {
        const isAvailable = available?.[i * count + action] !== 0;
        if (active[i] === 0) actions[i] = 0;
        else actions[i] = available && !isAvailable ? firstAvailable(available, i * count, count) : action;
      }
    },
  };
}
