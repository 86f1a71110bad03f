import type { Policy } from '../../environments/contract.ts';

/**
 * Takes the same action for everyone, every day.
 *
 * @param action index of the action
 */
export function always(action: number): Policy {
  return {
    selectActions({ active }, actions) {
      for (let i = 0; i < actions.length; i++) actions[i] = active[i] === 1 ? action : 0;
    },
  };
}
