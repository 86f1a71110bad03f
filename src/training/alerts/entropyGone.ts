import type { Alert } from '../alert.ts';
import { perCent, short } from '../alertNumbers.ts';
import { recentFigures } from '../recentFigures.ts';
import { settingsHad } from '../settingsHad.ts';
import { type TrainingHistory, trainingDays } from '../trainingHistory.ts';

/** Part of the largest entropy, log(actions), below which nothing new is tried. */
const GONE = 0.03;
/** Part of the training after which it may well be gone. */
const LATE = 0.8;

/** A policy that draws its actions has become certain while there is still much to learn. */
export function entropyGone(history: TrainingHistory): Alert | undefined {
  const { setup, day } = history;
  const latest = recentFigures(history, 'entropy').at(-1);
  const most = Math.log(setup.program.actions.length);
  if (!latest || latest.value >= GONE * most || day > LATE * trainingDays(setup)) return undefined;
  return {
    kind: 'warning',
    episode: latest.episode,
    line: `entropy ${short(latest.value)}, ${perCent(latest.value / most)} of the most: it has stopped trying`,
    means:
      'The policy is nearly certain of every decision, so that it no longer sees what other actions lead to, and learns nothing more about them. Toward the end of a training that is as it should be; now it is early.',
    told: `By the mean entropy of its decisions, below ${perCent(GONE)} of log(${setup.program.actions.length} actions) = ${short(most)}, with more than a fifth of the training to go.`,
    advice: `More weight on entropy${settingsHad(setup, ['entropyWeight'])}, or smaller or fewer steps${settingsHad(setup, ['learningRate', 'epochs'])}; then train anew.`,
    figures: ['entropy'],
  };
}
