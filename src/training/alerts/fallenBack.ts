import type { Alert } from '../alert.ts';
import { short } from '../alertNumbers.ts';
import { bestValidation, hasFallenBack } from '../bestValidation.ts';
import { settingsHad } from '../settingsHad.ts';
import type { TrainingHistory } from '../trainingHistory.ts';

/** The latest validation is clearly below an earlier one. */
export function fallenBack(history: TrainingHistory): Alert | undefined {
  const latest = history.validations.at(-1);
  const best = bestValidation(history);
  if (!latest || !best || !hasFallenBack(history)) return undefined;
  const { setup } = history;
  return {
    kind: 'warning',
    episode: latest.episode,
    line: `fallen back to ${short(latest.return)} per user, from ${short(best.return)} after episode ${best.episode}`,
    means:
      'On the same validation users the policy earns clearly less than it once did: it has forgotten something that it knew. Learning from what it does now pulls it away from what was better.',
    told: 'By the latest validation: the upper end of its 95 % interval is below the best return so far.',
    advice: `One fall may mend itself. If it stays: smaller steps toward the end${settingsHad(setup, ['stepSizeVisits', 'stepSizePower', 'learningRate', 'learningRateEnd', 'targetRate'])}, less exploration at the end${settingsHad(setup, ['epsilonEnd'])}, more users in each episode. Fewer episodes end nearer to the best.`,
    figures: [],
  };
}
