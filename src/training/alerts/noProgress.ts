import type { Alert } from '../alert.ts';
import { short } from '../alertNumbers.ts';
import { bestValidation, hasFallenBack } from '../bestValidation.ts';
import type { TrainingHistory } from '../trainingHistory.ts';

/** Validations without a new best that are many. */
const MANY = 4;

/** Many validations without a new best, and no fall from it either. */
export function noProgress(history: TrainingHistory): Alert | undefined {
  // Those that somebody asked for would make many of few.
  const validations = history.validations.filter(({ asked }) => !asked);
  const best = bestValidation({ validations });
  const latest = validations.at(-1);
  if (!latest || !best || hasFallenBack(history)) return undefined;
  const since = validations.length - 1 - validations.indexOf(best);
  if (since < MANY) return undefined;
  return {
    kind: 'note',
    episode: latest.episode,
    line: `no new best for ${since} validations, since episode ${best.episode}: ${short(best.return)} per user`,
    means:
      'It has learned what it can in this way, or swings around it. Whether that is good enough is told by the rule and by the optimum, not by more episodes of the same.',
    told: `By the mean return on the validation users: none of the last ${since} that every run has was above that after episode ${best.episode}.`,
    advice:
      'If it is below the rule: more exploration, more to see (--observe full tells whether that would help), another agent. If it is above: be content, and compare on fresh seeds.',
    figures: [],
  };
}
