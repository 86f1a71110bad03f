import type { EnvironmentSpec, TimeStep } from '../environments/contract.ts';

/**
 * The next day by which schedules go. An episode that ends early, as everyone has left, takes as long in a schedule as
 * one that reaches the horizon.
 *
 * @param day days decided so far, over all episodes
 * @param next what followed the last one
 */
export function dayAfter(
  day: number,
  { horizon, open = false }: Pick<EnvironmentSpec, 'horizon' | 'open'>,
  next: TimeStep,
): number {
  const lived = day + 1;
  const goesOn = open || next.observation.active.includes(1);
  return goesOn ? lived : Math.ceil(lived / horizon) * horizon;
}
