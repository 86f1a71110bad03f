import type { EnvironmentSpec } from '../../environments/contract.ts';
import type { AgentKind } from '../kinds.ts';
import { expectedValue } from './availableActions.ts';
import { type Backup, TABULAR_SETTINGS, type TabularSettings, tabularAgent } from './tabularAgent.ts';

/** Sarsa: learns the value of the ε-greedy policy it follows, from the action it really takes next. */
export const sarsa: AgentKind<TabularSettings> = {
  name: 'sarsa',
  about: 'learns what each action is worth if it goes on as it does, exploring included; on-policy',
  source: 'Rummery and Niranjan (1994); Sutton and Barto (2018), equation 6.7',
  hyperparameters: TABULAR_SETTINGS,
  create: (spec, context, settings) => tabularAgent(spec, context, settings, collector(spec)),
};

/**
 * Target: r + γ Q(s′, a′). The next action is known one day later, so each day's transitions wait for it. On the
 * last day of an episode nobody acts any more; there the mean over the ε-greedy policy stands in for a′.
 */
function collector({ users }: EnvironmentSpec): (backup: Backup) => void {
  const cells = new Int32Array(users).fill(-1);
  const rewards = new Float32Array(users);
  return ({ table, step, actions, next, discount, epsilons }) => {
    const { states, active } = step.observation;
    if (step.stepType === 'first') cells.fill(-1);
    for (let i = 0; i < actions.length; i++) {
      const cell = active[i] === 1 ? states[i] * table.actions + actions[i] : -1;
      if (cells[i] >= 0)
        table.collect(cells[i], rewards[i] + discount * table.values[cell] - table.values[cells[i]]);
      cells[i] = -1;
      if (cell < 0) continue;
      if (next.discounts[i] === 0) table.collect(cell, next.rewards[i] - table.values[cell]);
      else if (next.stepType === 'last') {
        const future = discount * expectedValue(table, next.observation, i, epsilons[i]);
        table.collect(cell, next.rewards[i] + future - table.values[cell]);
      } else {
        cells[i] = cell;
        rewards[i] = next.rewards[i];
      }
    }
  };
}
