import { type AgentKind, settingsOf } from '../../../agents/kinds.ts';
import type { Agent, LearningFigures } from '../../../environments/contract.ts';
import { ACTIONS, type ExperiencedDay, experienceSpec, timeStep } from '../../support/experience.ts';

/** A bandit that a single user of the world of `experiences` meets. */
export function banditFor(
  kind: AgentKind,
  settings: Readonly<Record<string, number>> = {},
  users = 1,
): Agent {
  return kind.create(experienceSpec(users), { key: 1, trainingDays: 100 }, settingsOf(kind, settings));
}

/** Lets it learn from one day of everyone, whatever it would have done itself. */
export function liveDay(agent: Agent, ...users: readonly ExperiencedDay[]): LearningFigures {
  const actions = Uint8Array.from(users, ({ action }) => action);
  return agent.update(timeStep('first', users), actions, timeStep('last', users));
}

/** The probabilities of a single user's actions in a state, today. */
export function lawIn(agent: Agent, state: number): number[] {
  const probabilities = new Float64Array(ACTIONS);
  agent.actionProbabilities!(timeStep('first', [{ state }]).observation, probabilities);
  return [...probabilities];
}

/** How often each action is taken by many users in one state on one day. */
export function choicesIn(agent: Agent, state: number, users: number): number[] {
  const actions = new Uint8Array(users);
  agent.selectActions(timeStep('first', Array(users).fill({ state })).observation, actions);
  const counts = Array<number>(ACTIONS).fill(0);
  for (const action of actions) counts[action]++;
  return counts;
}

/** The law of taking the largest score, equals being equally likely. */
export function lawOfBest(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const equals = scores.filter((score) => score === top).length;
  return scores.map((score) => (score === top ? 1 / equals : 0));
}
