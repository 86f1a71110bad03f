import type { AgentKind } from '../kinds.ts';
import { bestValue } from './availableActions.ts';
import { EligibilityTraces, TRACE_SETTINGS } from './eligibilityTraces.ts';
import { type Backup, TABULAR_SETTINGS, type TabularSettings, tabularAgent } from './tabularAgent.ts';

/** Watkins's Q(λ): Q-learning whose surprises reach back as far as it had acted greedily. */
export const watkinsQLambda: AgentKind<TabularSettings | keyof typeof TRACE_SETTINGS> = {
  name: 'watkins-q-lambda',
  about: 'Q-learning that lets each surprise reach back to the last time it explored; off-policy',
  source: "Watkins (1989); Sutton and Barto (2018), section 12.10, Watkins's Q(λ) in its tabular form",
  hyperparameters: { ...TABULAR_SETTINGS, ...TRACE_SETTINGS },
  create: (spec, context, settings) => {
    const fade = settings.discount * settings.lambda;
    const traces = new EligibilityTraces(watkinsQLambda.name, spec, fade, settings.replacing);
    return tabularAgent(spec, context, settings, (backup) => collect(backup, traces));
  },
};

/**
 * Error: δ = r + γ maxₐ Q(s′, a) − Q(s, a), for every cell of the user's traces. An action that is worth less than
 * the best one cuts them: what comes after it says nothing about acting greedily before it.
 */
function collect({ table, step, actions, next, discount }: Backup, traces: EligibilityTraces): void {
  const { states, active } = step.observation;
  if (step.stepType === 'first') traces.start();
  else traces.nextDay();
  for (let i = 0; i < actions.length; i++) {
    if (active[i] === 0) continue;
    const cell = states[i] * table.actions + actions[i];
    if (table.values[cell] < bestValue(table, step.observation, i)) traces.cut(i);
    traces.visit(i, cell);
    const future = discount * next.discounts[i] * bestValue(table, next.observation, i);
    traces.spread(i, next.rewards[i] + future - table.values[cell], table);
  }
}
