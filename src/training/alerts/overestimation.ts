import type { Alert } from '../alert.ts';
import { short } from '../alertNumbers.ts';
import type { PlayedPolicy } from '../playedPolicy.ts';
import { median, recentFigures } from '../recentFigures.ts';
import { settingsHad } from '../settingsHad.ts';
import type { TrainingHistory, ValidationPoint } from '../trainingHistory.ts';

/** So many times what can be earned is too much for a mean value. */
const TIMES = 2;
/** So much growth of the largest value, against so much of the return, is too much. */
const GROWTH = { value: 3, return: 1.5 };
/** Episodes over which a figure is settled. */
const SETTLED = 3;

/** Estimated values are, or grow, far beyond what the policy earns. */
export function overestimation(history: TrainingHistory): Alert | undefined {
  // With a reward of its own for coming back, an agent counts in other units than returns.
  if ((history.setup.settings['returnShare'] ?? 0) > 0) return undefined;
  return tooHigh(history) ?? growing(history);
}

function tooHigh(history: TrainingHistory): Alert | undefined {
  const values = recentFigures(history, 'qMean').slice(-SETTLED);
  const value = median(values);
  const earned = earnedAtMost(history);
  if (values.length < SETTLED || earned === undefined || !(value > TIMES * earned)) return undefined;
  return alertOf(
    history,
    'qMean',
    `Q mean ${short(value)}, ${short(value / earned)} times what is earned: overestimation?`,
    `By the mean value of actions taken, of the last ${SETTLED} episodes: more than ${TIMES} times the most that validations and the rule earned, ${short(earned)}: per user, or per decision over as many days as the discount looks ahead.`,
  );
}

/** Per user up to the horizon, or per decision over as far as the discount looks ahead, whichever is more. */
function earnedAtMost({ validations, rule, setup }: TrainingHistory): number | undefined {
  const played = validations.flatMap(({ validated }) => (validated ? [validated.played] : []));
  const all = [...played, ...(rule ? [rule.played] : [])];
  if (played.length === 0) return undefined;
  const discount = setup.settings['discount'] ?? 1;
  const ahead = discount < 1 ? 1 / (1 - discount) : 0;
  return Math.max(...all.map((one) => Math.max(Math.abs(one.return.mean), perDecision(one) * ahead)));
}

function perDecision({ return: { mean }, units, decisions }: PlayedPolicy): number {
  const all = decisions.reduce((sum, count) => sum + count, 0);
  return all > 0 ? Math.abs((mean * units) / all) : 0;
}

/** The largest value against the return, over the second half of what was trained. */
function growing(history: TrainingHistory): Alert | undefined {
  const series = recentFigures(history, 'qMax');
  const middle = Math.floor(series.length / 2);
  const [before, now] = [series.slice(middle - SETTLED, middle), series.slice(-SETTLED)].map(median);
  const latest = history.validations.at(-1);
  const earlier = latest && validationUpTo(history.validations, series[middle]?.episode ?? 0);
  if (series.length < 4 * SETTLED || !latest || !earlier) return undefined;
  const earnedMore = latest.return - earlier.return > (GROWTH.return - 1) * Math.abs(earlier.return);
  if (!(before > 0 && now > GROWTH.value * before) || earnedMore) return undefined;
  return alertOf(
    history,
    'qMax',
    `Q max ${short(now / before)} times what it was, the return is not: overestimation?`,
    `By the largest value, median of ${SETTLED} episodes, now and half-way: more than ${GROWTH.value} times as much, where the return of validations rose by less than half.`,
  );
}

function validationUpTo(validations: readonly ValidationPoint[], episode: number) {
  return validations.findLast((point) => point.episode <= episode);
}

function alertOf({ episodes, setup }: TrainingHistory, figure: string, line: string, told: string): Alert {
  return {
    kind: 'warning',
    episode: episodes.at(-1)?.episode ?? 0,
    line,
    means:
      'The agent takes its actions to be worth more than they bring. Taking the largest of several estimates picks those that err upward, and learning from them passes the error on; the policy then chases actions that only look good.',
    told,
    advice: `Two estimates instead of one${settingsHad(setup, ['double'])}, steadier targets${settingsHad(setup, ['targetRate'])}, smaller steps${settingsHad(setup, ['learningRate'])}, a shorter look ahead${settingsHad(setup, ['discount'])}. Some growth is as it should be while returns grow; the validations have the last word.`,
    figures: [figure],
  };
}
