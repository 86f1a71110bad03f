import { type Comparison, type Contestant, compare } from '../experiment/compare.ts';
import { seeds as seedNames } from '../experiment/configuration.ts';
import { evaluatePatiently } from '../experiment/evaluate.ts';
import { solveOnTheSide } from '../experiment/regret.ts';
import type { Invocation } from './command.ts';
import type { NamedPolicy } from './policies.ts';
import { progressBar } from './progress.ts';
import type { LoadedScenario } from './scenarioOptions.ts';
import { trainAll } from './trainAll.ts';
import type { TrainJob } from './trainJob.ts';

/** How a comparison is played. */
export interface ComparisonPlan {
  readonly seeds: readonly string[];
  /** held-out users per seed */
  readonly users: number;
  readonly days: number;
}

/** Trains what has to be trained, plays every policy on every seed, and compares. */
export async function comparePolicies(
  { program }: LoadedScenario,
  policies: readonly NamedPolicy[],
  { seeds, users, days }: ComparisonPlan,
  { output, signal }: Pick<Invocation, 'output' | 'signal'>,
): Promise<Comparison> {
  await trainAll(jobsOf(policies, seeds), { output, signal });
  const bar = progressBar(output, 'compare');
  const contestants: Contestant[] = [];
  let done = 0;
  let turnedAway = 0;
  for (const policy of policies) {
    const evaluations = [];
    for (const seed of seeds) {
      const plan = { users, days, seed: seedNames.heldOut(seed) };
      const evaluation = await evaluatePatiently(program, await policy.for(seed), plan, signal);
      evaluations.push({ metrics: evaluation.metrics });
      turnedAway += evaluation.turnedAway;
      bar.update(++done / (policies.length * seeds.length), `${policy.name}, seed ${seed}`);
    }
    contestants.push({ name: policy.name, evaluations });
  }
  bar.end();
  if (turnedAway > 0)
    output.note(
      `${turnedAway.toLocaleString('en')} newcomers found no room and were turned away; raise arrivals.room in ${program.name}`,
    );
  return compare(contestants, solveOnTheSide(program, days)?.solution.optimum);
}

function jobsOf(policies: readonly NamedPolicy[], seeds: readonly string[]): TrainJob[] {
  return policies.flatMap((policy) => seeds.flatMap((seed) => policy.job?.(seed) ?? []));
}
