import type { Alert } from '../alert.ts';
import { perCent, short } from '../alertNumbers.ts';
import type { TrainingHistory } from '../trainingHistory.ts';

/** Part of the users who are lost that is many, and part by which the return must rise to be more. */
const LOST = 0.03;
const RISE = 0.05;

/** The return has risen while users were lost. */
export function rewardWithoutRetention({ validations }: TrainingHistory): Alert | undefined {
  const latest = validations.at(-1);
  if (!latest) return undefined;
  const paid = validations.filter(
    (before) =>
      before.retention - latest.retention >= LOST &&
      latest.return - before.return > RISE * Math.max(Math.abs(before.return), 1e-9),
  );
  if (paid.length === 0) return undefined;
  const before = paid.reduce((a, b) => (b.retention > a.retention ? b : a));
  return {
    kind: 'warning',
    episode: latest.episode,
    line: `return up, ${short(before.return)} to ${short(latest.return)}, but ${perCent(before.retention)} to ${perCent(latest.retention)} stay`,
    means:
      'The policy earns more from each user and keeps fewer of them than before. If staying is what matters, the reward pays for something else: the agent has found that out.',
    told: `By two validations: after episode ${before.episode} and now, on the same users; at least ${perCent(LOST)} of them are lost and the return is at least ${perCent(RISE)} higher.`,
    advice:
      'Look at what the reward pays for, and let it count leaving: a part for staying, a penalty for leaving, a longer horizon or a discount nearer to 1. tenure learn reward shows this case.',
    figures: [],
  };
}
