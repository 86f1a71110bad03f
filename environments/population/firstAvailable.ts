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

/**
 * Does so for every user: who is given an action that is not available gets another one.
 *
 * @param actions one action index per user, changed in place
 * @param available users × count
 * @param count number of actions
 */
export function replaceUnavailable(actions: Uint8Array, available: Uint8Array, count: number): void {
  for (let i = 0; i < actions.length; i++) {
    const row = i * count;
    if (available[row + actions[i]] !== 1) actions[i] = firstAvailable(available, row, count);
  }
}
