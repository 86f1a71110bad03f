import type { AgentKind } from '../kinds.ts';
import { expectedValue } from './availableActions.ts';
import { type Backup, TABULAR_SETTINGS, type TabularSettings, tabularAgent } from './tabularAgent.ts';

/** Expected Sarsa: learns the value of the ε-greedy policy it follows, without the luck of its next action. */
export const expectedSarsa: AgentKind<TabularSettings> = {
  name: 'expected-sarsa',
  about: 'learns what each action is worth if it goes on exploring; averages over its next action',
  source: 'van Seijen et al. (2009); Sutton and Barto (2018), equation 6.9',
  hyperparameters: TABULAR_SETTINGS,
  create: (spec, context, settings) => tabularAgent(spec, context, settings, collect),
};

/** Target: r + γ Σₐ π(a | s′) Q(s′, a), with π the ε-greedy policy. */
function collect({ table, step, actions, next, discount, epsilons }: Backup): void {
  const { states, active } = step.observation;
  for (let i = 0; i < actions.length; i++) {
    if (active[i] === 0) continue;
    const cell = states[i] * table.actions + actions[i];
    const expected = expectedValue(table, next.observation, i, epsilons[i]);
    const future = discount * next.discounts[i] * expected;
    table.collect(cell, next.rewards[i] + future - table.values[cell]);
  }
}
