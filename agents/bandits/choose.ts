import type { Observation, Policy } from '../../environments/contract.ts';
import { excludeUnavailable } from '../excludeUnavailable.ts';
import { bestArm } from './bestArm.ts';
import type { DayDraws } from './dayDraws.ts';
import { Decision } from './decision.ts';

/** Writes how much each action speaks for itself. */
export type Score = (decision: Decision, scores: Float64Array) => void;

/**
 * Takes for everyone the available action with the largest score.
 *
 * @param chosen users; gets the actions, 0 for who has left
 * @param day days decided so far
 * @param scores actions; room for the scores
 * @param equals decides between equal scores; without it the first of them is taken
 */
export function chooseBest(
  observation: Observation,
  chosen: Uint8Array,
  day: number,
  scores: Float64Array,
  score: Score,
  equals?: DayDraws,
): void {
  const decision = new Decision(scores.length, observation, day);
  for (let i = 0; i < chosen.length; i++) {
    chosen[i] = 0;
    if (observation.active[i] === 0) continue;
    score(decision.turnTo(i), scores);
    chosen[i] = bestArm(scores, decision, equals?.word(day, i));
  }
}

/**
 * Fills in everyone's probabilities; who has left gets the first action.
 *
 * @param probabilities users × actions
 * @param actions number of actions
 * @param add adds the probabilities of a decision to its row
 */
export function fillProbabilities(
  observation: Observation,
  probabilities: Float32Array | Float64Array,
  actions: number,
  add: (decision: Decision, probabilities: Float32Array | Float64Array) => void,
): void {
  const decision = new Decision(actions, observation, 0);
  probabilities.fill(0);
  for (let i = 0; i < observation.active.length; i++) {
    decision.turnTo(i);
    if (observation.active[i] === 1) add(decision, probabilities);
    else probabilities[decision.row] = 1;
  }
}

/** Takes the action with the largest score among those available; the first of equals. */
export function bestPolicy(actions: number, score: Score): Policy {
  const scores = new Float64Array(actions);
  return {
    selectActions: (observation, chosen) => chooseBest(observation, chosen, 0, scores, score),
    actionProbabilities: (observation, probabilities) =>
      fillProbabilities(observation, probabilities, actions, (decision) => {
        score(decision, scores);
        probabilities[decision.row + bestArm(scores, decision)] = 1;
      }),
    actionScores(observation, into) {
      const decision = new Decision(actions, observation, 0);
      for (let i = 0; i < observation.active.length; i++) {
        score(decision.turnTo(i), scores);
        into.set(scores, decision.row);
      }
      excludeUnavailable(into, observation.available);
    },
  };
}
