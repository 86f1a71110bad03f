import { enumerate } from '../../environments/exact/enumerate.ts';
import { solve } from '../../environments/exact/solve/criterion.ts';
import { observedOptimum } from '../../environments/exact/solve/observedPolicy.ts';
import { streamKey } from '../../environments/random/streams.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { observedPolicy } from '../experiment/observedPolicy.ts';
import { optimalPolicy } from '../experiment/optimalPolicy.ts';
import type { NamedPolicy } from './policies.ts';

/** Policies that a finite scenario has: the optimum, and the best over what agents see. */
export const OPTIMAL_NAMES: readonly string[] = ['optimal', 'optimal-observed'];

/**
 * The solved policy of a finite scenario, for a number of days.
 *
 * @throws NotFiniteError naming what prevents it
 */
export function optimalNamed(name: string, program: Program, days: number): NamedPolicy {
  const process = enumerate(program);
  const solution = solve(process, { kind: 'horizon', discount: program.objective.discount, days });
  if (name === 'optimal') {
    const policy = optimalPolicy(process, solution, days);
    return { name, learns: false, about: 'the exact optimum, which knows the true state', for: () => policy };
  }
  const best = observedOptimum(process, solution);
  const about = 'the best policy over what agents see, without memory';
  return {
    name,
    learns: false,
    about,
    for: (seed) => observedPolicy(best, process.actions, streamKey(seed, 'policy')),
  };
}
