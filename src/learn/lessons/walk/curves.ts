import type { Work, Workbench } from '../../lesson.ts';
import { largest } from '../../words.ts';
import { within } from '../../work.ts';
import { type ErrorCurve, errorCurve, type Learner, type Method } from './walks.ts';

/** The scenario. */
export const WORLD = 'random-walk';

/** Walks that both learn from. */
export const WALKS = 100;

/** How often, with other luck. */
export const REPETITIONS = 60;

const LEARNERS: readonly Learner[] = [
  { method: 'td', alpha: 0.05 },
  { method: 'td', alpha: 0.1 },
  { method: 'td', alpha: 0.15 },
  { method: 'mc', alpha: 0.01 },
  { method: 'mc', alpha: 0.02 },
  { method: 'mc', alpha: 0.03 },
];

/** The curves of all learners. */
export function* allCurves(bench: Workbench): Work<ErrorCurve[]> {
  const curves: ErrorCurve[] = [];
  for (const [k, learner] of LEARNERS.entries()) {
    const [from, to] = [k / LEARNERS.length, (k + 1) / LEARNERS.length];
    const work = errorCurve(bench.world(WORLD), learner, WALKS, REPETITIONS, bench.seed);
    curves.push(yield* within(work, from, to));
  }
  return curves;
}

/** Mean of a curve over all walks. */
export function meanError({ errors }: ErrorCurve): number {
  return errors.slice(1).reduce((sum, error) => sum + error, 0) / WALKS;
}

/** The learner of a method whose mean error is least. */
export function bestOf(curves: readonly ErrorCurve[], method: Method): ErrorCurve {
  return largest(
    curves.filter((one) => one.method === method),
    (one) => -meanError(one),
  );
}

/** Walks after which TD is as near as Monte Carlo after all of them; all of them if it never is. */
export function walksNeeded(td: ErrorCurve, mc: ErrorCurve): number {
  const at = td.errors.findIndex((error) => error <= mc.errors[WALKS]);
  return at < 0 ? WALKS : at;
}
