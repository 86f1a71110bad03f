import type { EnvironmentSpec } from '../../environments/contract.ts';
import type { AgentKind } from '../kinds.ts';
import type { ActionValues } from './actionValues.ts';
import { expectedValue } from './availableActions.ts';
import { type Backup, TABULAR_SETTINGS, type TabularSettings, tabularAgent } from './tabularAgent.ts';
import { WaitingDays } from './waitingDays.ts';

/** n-step Sarsa: learns from what the next n days really earned, and from its own estimate of what follows them. */
export const nStepSarsa: AgentKind<TabularSettings | 'steps'> = {
  name: 'n-step-sarsa',
  about: 'learns from what the next n days earn and what it does after them, exploring included; on-policy',
  source: 'Sutton and Barto (2018), section 7.2, equations 7.4 and 7.5',
  hyperparameters: {
    ...TABULAR_SETTINGS,
    steps: {
      default: 4,
      range: [1, 64],
      about:
        'n, days that are lived before what follows is estimated; a whole number, or it is rounded; 2 to 16',
    },
  },
  create: (spec, context, settings) =>
    tabularAgent(spec, context, settings, collector(spec, Math.round(settings.steps))),
};

/**
 * Target: r₁ + γ r₂ + … + γⁿ⁻¹ rₙ + γⁿ Q(s, a) of the n-th day after. Who leaves for good earns nothing more; who is
 * cut off by the horizon goes on from there with the mean over the ε-greedy policy. Both learn from all their waiting
 * days at once, the oldest first, as in the book.
 */
function collector({ users }: EnvironmentSpec, steps: number): (backup: Backup) => void {
  const days = new WaitingDays(nStepSarsa.name, users, steps);
  return (backup) => {
    const { table, step, actions, next, discount, stepSize } = backup;
    const { states, active } = step.observation;
    if (step.stepType === 'first') days.start();
    const cellOf = (i: number) => states[i] * table.actions + actions[i];
    for (let i = 0; i < actions.length; i++) {
      if (active[i] === 1 && days.waiting[i] === steps)
        learnOldest(table, days, i, table.values[cellOf(i)], discount);
    }
    table.move(stepSize);
    const ending: number[] = [];
    for (let i = 0; i < actions.length; i++) {
      if (active[i] === 0) continue;
      days.note(i, cellOf(i), next.rewards[i]);
      if (next.discounts[i] === 0 || next.stepType === 'last') ending.push(i);
    }
    days.nextDay();
    finish(backup, days, ending);
  };
}

function finish(backup: Backup, days: WaitingDays, ending: readonly number[]): void {
  const { table, next, discount, epsilons, stepSize } = backup;
  for (let rest = ending; rest.length > 0; rest = rest.filter((i) => days.waiting[i] > 0)) {
    for (const i of rest) {
      const left = next.discounts[i] === 0;
      const after = left ? 0 : expectedValue(table, next.observation, i, epsilons[i]);
      learnOldest(table, days, i, after, discount);
    }
    table.move(stepSize);
  }
}

function learnOldest(table: ActionValues, days: WaitingDays, user: number, after: number, discount: number) {
  const target = days.returnOf(user, after, discount);
  const cell = days.take(user);
  table.collect(cell, target - table.values[cell]);
}
