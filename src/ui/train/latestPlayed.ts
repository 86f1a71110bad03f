import type { PlayedPolicy } from '../../training/playedPolicy.ts';
import type { TrainingHistory } from '../../training/trainingHistory.ts';

/** What the greedy policy did when it was played last, and after which episode; undefined: not since this began. */
export function latestPlayed({
  validations,
}: Pick<TrainingHistory, 'validations'>):
  | { readonly episode: number; readonly played: PlayedPolicy }
  | undefined {
  const point = validations.findLast(({ validated }) => validated);
  return point?.validated && { episode: point.episode, played: point.validated.played };
}
