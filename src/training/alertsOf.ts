import type { Alert, Watcher } from './alert.ts';
import { againstRule } from './alerts/againstRule.ts';
import { collapse } from './alerts/collapse.ts';
import { entropyGone } from './alerts/entropyGone.ts';
import { exploding } from './alerts/exploding.ts';
import { fallenBack } from './alerts/fallenBack.ts';
import { noProgress } from './alerts/noProgress.ts';
import { overestimation } from './alerts/overestimation.ts';
import { rewardWithoutRetention } from './alerts/rewardWithoutRetention.ts';
import type { TrainingHistory } from './trainingHistory.ts';

const WATCHERS: readonly Watcher[] = [
  exploding,
  overestimation,
  rewardWithoutRetention,
  collapse,
  entropyGone,
  fallenBack,
  noProgress,
  againstRule,
];

/** What a person should know of a training so far: warnings first, in each kind the gravest first. */
export function alertsOf(history: TrainingHistory): Alert[] {
  const alerts = WATCHERS.flatMap((watcher) => watcher(history) ?? []);
  return [
    ...alerts.filter(({ kind }) => kind === 'warning'),
    ...alerts.filter(({ kind }) => kind !== 'warning'),
  ];
}
