import type { Alert } from '../alert.ts';
import { short } from '../alertNumbers.ts';
import { median, recentFigures } from '../recentFigures.ts';
import { settingsHad } from '../settingsHad.ts';
import type { TrainingHistory } from '../trainingHistory.ts';

/** So many times what was usual. */
const TIMES = 10;
/** Episodes before what is usual is known. */
const LEAST = 5;
/** Figures that have a size; a policy's loss is around 0 and has none. */
const SIZES = ['loss', 'valueLoss', 'gradientNorm', 'policyGradientNorm', 'valueGradientNorm', 'tdError'];

/** Losses, errors or gradients are many times what they were, or no numbers any more. */
export function exploding(history: TrainingHistory): Alert | undefined {
  const broken = Object.entries(history.figures).find(([, value]) => !Number.isFinite(value));
  if (broken) return brokenDown(history, broken[0]);
  for (const name of SIZES) {
    const series = recentFigures(history, name);
    const usual = median(series.slice(0, -2));
    const now = series.slice(-2);
    if (series.length < LEAST + 2 || !(usual > 0)) continue;
    const least = Math.min(...now.map(({ value }) => value));
    if (least > TIMES * usual) return unstable(history, name, least / usual);
  }
  return undefined;
}

function brokenDown({ episodes, setup }: TrainingHistory, name: string): Alert {
  return {
    kind: 'warning',
    episode: episodes.at(-1)?.episode ?? 0,
    line: `${name} is no number any more: learning has broken down`,
    means:
      'Something that is computed in a step became infinite, and all that is computed from it is no number. What is learned from here on is worth nothing.',
    told: 'By what the agent said last: one figure that is infinite or no number is enough.',
    advice: `Stop it. Smaller steps${settingsHad(setup, ['learningRate', 'stepSize', 'maxGradientNorm'])}, and begin anew: a checkpoint that was written since holds such numbers too.`,
    figures: [name],
  };
}

function unstable(history: TrainingHistory, name: string, times: number): Alert {
  return {
    kind: 'warning',
    episode: history.episodes.at(-1)?.episode ?? 0,
    line: `${name} is ${short(times)} times what it was: learning is unstable`,
    means:
      'Each step changes the estimates so much that the next one has more to correct than the one before. What was learned is overwritten.',
    told: `By the last day of two episodes in a row: more than ${TIMES} times the median of the episodes before.`,
    advice: `Smaller steps${settingsHad(history.setup, ['learningRate', 'stepSize', 'maxGradientNorm'])}, steadier targets${settingsHad(history.setup, ['targetRate', 'batchSize'])}. The last checkpoint has learned from this too: begin anew.`,
    figures: [name],
  };
}
