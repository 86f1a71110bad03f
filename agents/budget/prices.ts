import type { BudgetSpec, EnvironmentSpec } from '../../environments/contract.ts';

/** What each action takes from a budget. */
export function pricesOf({ actions }: Pick<EnvironmentSpec, 'actions'>, { on }: BudgetSpec): number[] {
  return actions.map(({ cost }, index) => (on === 'cost' ? cost : Number(index > 0)));
}
