import type { AgentKind } from '../kinds.ts';
import { bestValue } from './availableActions.ts';
import { type Backup, TABULAR_SETTINGS, type TabularSettings, tabularAgent } from './tabularAgent.ts';

/** Q-learning: learns the value of acting greedily from now on, whatever it does itself meanwhile. */
export const qLearning: AgentKind<TabularSettings> = {
  name: 'q-learning',
  about: 'learns what each action is worth if the best is done ever after; off-policy',
  source: 'Watkins (1989); Sutton and Barto (2018), equation 6.8',
  hyperparameters: TABULAR_SETTINGS,
  create: (spec, context, settings) => tabularAgent(spec, context, settings, collectQLearning),
};

/** Target: r + γ maxₐ Q(s′, a), over the actions available then. After leaving for good the discount is 0; at the horizon it is not. */
export function collectQLearning({ table, step, actions, next, discount }: Backup): void {
  const { states, active } = step.observation;
  for (let i = 0; i < actions.length; i++) {
    if (active[i] === 0) continue;
    const cell = states[i] * table.actions + actions[i];
    const future = discount * next.discounts[i] * bestValue(table, next.observation, i);
    table.collect(cell, next.rewards[i] + future - table.values[cell]);
  }
}
