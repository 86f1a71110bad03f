import type { BudgetSpec, EnvironmentSpec } from '../../environments/contract.ts';

/**
 * What a policy may spend today. A budget for each day is given anew; one for the whole episode is spread evenly over
 * the days that are left.
 */
export class Allowance {
  readonly #perDay: boolean;
  readonly #horizon: number;
  #left = Infinity;
  #days = 0;

  constructor({ per }: BudgetSpec, { horizon }: Pick<EnvironmentSpec, 'horizon'>) {
    this.#perDay = per === 'day';
    this.#horizon = horizon;
  }

  /** @param left what the environment says may be spent; asked once a day */
  today(left: number): number {
    if (this.#perDay) return left;
    // More than yesterday, or all days gone: an episode has begun.
    if (left > this.#left || this.#days >= this.#horizon) this.#days = 0;
    this.#left = left;
    const rest = Math.max(this.#horizon - this.#days++, 1);
    return left / rest;
  }
}
