import { exp } from '../../environments/random/exp.ts';
import { log } from '../../environments/random/log.ts';
import { wholePower } from '../../environments/random/wholePower.ts';

/** How fast a cell follows its targets. */
export interface StepSize {
  /** part of the way to the target that one transition moves a fresh cell */
  readonly initial: number;
  /** visits after which the step size begins to fall; 0 keeps it constant */
  readonly visits: number;
  /** how fast it falls then: α = initial · (1 + visits seen / visits)^−power, between 0 and 1 */
  readonly power: number;
}

/**
 * How far a cell moves towards the mean target of `count` transitions, after `seen` earlier ones: as far as `count`
 * single updates would move it. With a falling step size never less than the plain average would: otherwise the
 * arbitrary first value of what is seldom tried lingers, and reaching it looks like a loss.
 */
export function rateOf(seen: number, count: number, { initial, visits, power }: StepSize): number {
  if (visits === 0) return together(initial, count);
  const alpha = initial * exp(-power * log(1 + seen / visits));
  return Math.max(together(alpha, count), count / (seen + count));
}

/** 1 − (1 − α)ⁿ, and α itself for a single update. */
function together(alpha: number, count: number): number {
  return count === 1 ? alpha : 1 - wholePower(1 - alpha, count);
}
