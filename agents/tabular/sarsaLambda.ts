import type { EnvironmentSpec } from '../../environments/contract.ts';
import type { AgentKind } from '../kinds.ts';
import { expectedValue } from './availableActions.ts';
import { EligibilityTraces, TRACE_SETTINGS } from './eligibilityTraces.ts';
import { type Backup, TABULAR_SETTINGS, type TabularSettings, tabularAgent } from './tabularAgent.ts';

/** Sarsa(λ): what happens today changes the values of all that led to it, the less the longer ago it was. */
export const sarsaLambda: AgentKind<TabularSettings | keyof typeof TRACE_SETTINGS> = {
  name: 'sarsa-lambda',
  about: 'Sarsa that lets each surprise reach back over the days before it; on-policy',
  source: 'Rummery and Niranjan (1994); Sutton and Barto (2018), section 12.7, in its tabular form',
  hyperparameters: { ...TABULAR_SETTINGS, ...TRACE_SETTINGS },
  create: (spec, context, settings) => {
    const fade = settings.discount * settings.lambda;
    const traces = new EligibilityTraces(sarsaLambda.name, spec, fade, settings.replacing);
    return tabularAgent(spec, context, settings, collector(spec, traces));
  },
};

/**
 * Error: δ = r + γ Q(s′, a′) − Q(s, a), for every cell of the user's traces. It is known a day later, with a′. Who
 * leaves for good has no future; who is cut off by the horizon has the mean over the ε-greedy policy.
 */
function collector({ users }: EnvironmentSpec, traces: EligibilityTraces): (backup: Backup) => void {
  const cells = new Int32Array(users).fill(-1);
  const rewards = new Float32Array(users);
  return ({ table, step, actions, next, discount, epsilons, stepSize }) => {
    const { states, active } = step.observation;
    if (step.stepType === 'first') cells.fill(-1);
    for (let i = 0; i < actions.length; i++) {
      if (active[i] === 0 || cells[i] < 0) continue;
      const future = discount * table.values[states[i] * table.actions + actions[i]];
      traces.spread(i, rewards[i] + future - table.values[cells[i]], table);
    }
    table.move(stepSize);
    if (step.stepType === 'first') traces.start();
    else traces.nextDay();
    for (let i = 0; i < actions.length; i++) {
      cells[i] = -1;
      if (active[i] === 0) continue;
      const cell = states[i] * table.actions + actions[i];
      traces.visit(i, cell);
      if (next.discounts[i] === 0) traces.spread(i, next.rewards[i] - table.values[cell], table);
      else if (next.stepType === 'last') {
        const future = discount * expectedValue(table, next.observation, i, epsilons[i]);
        traces.spread(i, next.rewards[i] + future - table.values[cell], table);
      } else {
        cells[i] = cell;
        rewards[i] = next.rewards[i];
      }
    }
  };
}
