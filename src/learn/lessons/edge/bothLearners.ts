import { qLearning } from '../../../../agents/tabular/qLearning.ts';
import { sarsa } from '../../../../agents/tabular/sarsa.ts';
import { type Interval, meanInterval } from '../../../statistics/interval.ts';
import type { Work, Workbench } from '../../lesson.ts';
import { within } from '../../work.ts';
import { type Learned, learnAtTheEdge } from './atTheEdge.ts';

/** The scenario. */
export const WORLD = 'fatigue-edge';

/** Trainings of each learner. */
export const SEEDS = 3;

const KINDS = [qLearning, sarsa];

/** Part of the decisions at which they try anything. */
export const EPSILON = 0.1;

/** One learner over several seeds. */
export interface LearnedOften {
  readonly name: string;
  readonly lost: Interval;
  readonly atEdge: Interval;
  readonly visits: Interval;
  readonly visitsAfter: Interval;
  readonly keptAfter: Interval;
}

/** Both learners with the same seeds. */
export function* learnBoth(bench: Workbench): Work<LearnedOften[]> {
  const program = bench.world(WORLD);
  const results: LearnedOften[] = [];
  for (const [k, kind] of KINDS.entries()) {
    const runs: Learned[] = [];
    for (let run = 0; run < SEEDS; run++) {
      const part = (k * SEEDS + run) / (KINDS.length * SEEDS);
      const work = learnAtTheEdge(program, kind, EPSILON, `${bench.seed}/${run}`);
      runs.push(yield* within(work, part, part + 1 / (KINDS.length * SEEDS)));
    }
    const over = (figure: keyof Omit<Learned, 'name'>) => meanInterval(runs.map((one) => one[figure]));
    results.push({
      name: kind.name,
      lost: over('lost'),
      atEdge: over('atEdge'),
      visits: over('visits'),
      visitsAfter: over('visitsAfter'),
      keptAfter: over('keptAfter'),
    });
  }
  return results;
}

/** Who has more of a figure; the same where the intervals touch. */
export function more(
  [one, other]: readonly LearnedOften[],
  figure: 'lost' | 'visitsAfter' | 'visits',
): string {
  if (one[figure].low > other[figure].high) return one.name;
  return other[figure].low > one[figure].high ? other.name : 'same';
}
