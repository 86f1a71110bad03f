import type { EnvironmentSpec } from '../../environments/contract.ts';
import type { AgentKind } from '../kinds.ts';
import { expectedValue } from './availableActions.ts';
import { type Backup, TABULAR_SETTINGS, type TabularSettings, tabularAgent } from './tabularAgent.ts';
import { userDays } from './userDays.ts';

/** Monte Carlo control: waits until a user's episode is over and learns from all that was really earned. */
export const monteCarlo: AgentKind<TabularSettings> = {
  name: 'monte-carlo',
  about:
    'learns from whole lives, without estimates of what is to come until the horizon cuts them off; on-policy',
  source: 'Sutton and Barto (2018), section 5.4, every visit; step size as in equation 6.1',
  // Whole lives are noisy: the nearer to a plain average the better.
  hyperparameters: { ...TABULAR_SETTINGS, stepSizePower: { ...TABULAR_SETTINGS.stepSizePower, default: 1 } },
  create: (spec, context, settings) => tabularAgent(spec, context, settings, collector(spec)),
};

/**
 * Target: G = r + γ G′, from a user's last day back to its first; every visit counts. G is 0 after leaving for good.
 * Where the horizon cuts a life off, the mean over the ε-greedy policy stands in for what would have followed.
 */
function collector({ users, horizon }: EnvironmentSpec): (backup: Backup) => void {
  const cells = new Int32Array(userDays(monteCarlo.name, users, horizon));
  const rewards = new Float32Array(cells.length);
  const lived = new Uint32Array(users);
  const returns = new Float64Array(users);
  return (backup) => {
    const { table, step, actions, next, epsilons } = backup;
    const { states, active } = step.observation;
    if (step.stepType === 'first') lived.fill(0);
    const ending: number[] = [];
    for (let i = 0; i < actions.length; i++) {
      if (active[i] === 0) continue;
      const slot = lived[i]++ * users + i;
      cells[slot] = states[i] * table.actions + actions[i];
      rewards[slot] = next.rewards[i];
      const left = next.discounts[i] === 0;
      if (!left && next.stepType !== 'last') continue;
      returns[i] = left ? 0 : expectedValue(table, next.observation, i, epsilons[i]);
      ending.push(i);
    }
    if (ending.length > 0) lookBack(backup, ending);
  };

  function lookBack({ table, discount, stepSize }: Backup, ending: readonly number[]): void {
    for (let rest = ending; rest.length > 0; rest = rest.filter((i) => lived[i] > 0)) {
      for (const i of rest) {
        const slot = --lived[i] * users + i;
        returns[i] = rewards[slot] + discount * returns[i];
        table.collect(cells[slot], returns[i] - table.values[cells[slot]]);
      }
      table.move(stepSize);
    }
  }
}
