import type { Observation, Policy } from '../../../environments/contract.ts';
import type { HistoryTracker } from './historyTracker.ts';

/** Plays one episode; what it was shown and what it did are what it remembers. */
export function rememberingPolicy(policy: Policy, tracker: HistoryTracker): Policy {
  let taken: Uint8Array | undefined;
  // Shown the same day twice, it reads it once.
  const look = (observation: Observation): Observation =>
    tracker.made(observation.features) ?? tracker.read(observation, taken);
  return {
    selectActions(observation, actions) {
      policy.selectActions(look(observation), actions);
      // The caller's own array: what was really done stands there tomorrow.
      taken = actions;
    },
    actionProbabilities: (observation, into) => policy.actionProbabilities!(look(observation), into),
    ...(policy.actionScores && {
      actionScores: (observation: Observation, into: Float64Array) =>
        policy.actionScores!(look(observation), into),
    }),
  };
}
