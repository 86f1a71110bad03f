import type { Program } from '../../../../environments/scenario/program.ts';
import type { Work, Workbench } from '../../lesson.ts';
import { largest } from '../../words.ts';
import { within } from '../../work.ts';
import { type Study, study } from './subjectLines.ts';

/** The scenario. */
export const WORLD = 'five-subjects';

/** Bandits for each ε. */
export const BANDITS = 60;

/** The values of ε that are tried, beside the student's. */
export const EPSILONS = [0, 0.02, 0.1, 0.5];

/** Every ε that is asked about, and the student's own if it is another one. */
export function* studyAll(bench: Workbench, program: Program, own: number): Work<Study[]> {
  const epsilons = [...new Set([...EPSILONS, own])].sort((a, b) => a - b);
  const studies: Study[] = [];
  for (const [k, epsilon] of epsilons.entries()) {
    const [from, to] = [k / epsilons.length, (k + 1) / epsilons.length];
    studies.push(yield* within(study(program, epsilon, BANDITS, bench.seed), from, to));
  }
  return studies;
}

/** Opens lost by the last mail. */
export function lossOf({ regret }: Pick<Study, 'regret'>): number {
  return regret[regret.length - 1];
}

/** The study that lost least. */
export function leastLoss(studies: readonly Study[]): Study {
  return largest(studies, (one) => -lossOf(one));
}
