import type { Observation, Policy } from '../../environments/contract.ts';
import { excludeUnavailable } from '../excludeUnavailable.ts';
import type { ActionValues } from './actionValues.ts';
import { bestAvailable } from './availableActions.ts';

/**
 * What a table has learned: the best action by the averaged values, without exploration. Of several that are equal
 * it takes the first, every time.
 */
export function learnedPolicy(table: ActionValues): Policy {
  return {
    selectActions(observation, actions) {
      for (let i = 0; i < actions.length; i++) actions[i] = choice(table, observation, i);
    },
    actionProbabilities(observation, probabilities) {
      probabilities.fill(0);
      for (let i = 0; i < observation.active.length; i++)
        probabilities[i * table.actions + choice(table, observation, i)] = 1;
    },
    actionScores({ states, available }, scores) {
      const { actions, averages } = table;
      for (const [i, state] of states.entries())
        scores.set(averages.subarray(state * actions, (state + 1) * actions), i * actions);
      excludeUnavailable(scores, available);
    },
  };
}

function choice(table: ActionValues, observation: Observation, user: number): number {
  if (observation.active[user] === 0) return 0;
  return bestAvailable(table.averages, table.learnedAction, observation, user);
}
