/**
 * What is taken instead of an action that is not available: the first one that is, or the very first.
 *
 * @param available rows of 1 and 0, one for each action
 * @param row where the user's row begins
 * @param actions number of actions
 */
export function firstAvailable(available: Uint8Array, row: number, actions: number): number {
  for (let action = 0; action < actions; action++) if (available[row + action] === 1) return action;
  return 0;
}
