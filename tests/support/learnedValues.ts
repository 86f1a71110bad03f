import { type AgentKind, settingsOf } from '../../agents/kinds.ts';
import { liveEpisodes } from './episodes.ts';
import { restInvestLeave } from './restInvestLeave.ts';

/** Settings of exploration that never changes and is the same for everyone, as in the book. */
export function exploringAlways(epsilon: number) {
  return { epsilonStart: epsilon, epsilonEnd: epsilon, epsilonSpread: 0 };
}

export const ALWAYS_EXPLORING = exploringAlways(1);

/** How long an agent learns in `restInvestLeave`. */
export interface Lesson {
  readonly users: number;
  readonly horizon: number;
  readonly episodes: number;
}

/** The action values of both states after a lesson in `restInvestLeave`. */
export function learnedValues(
  kind: AgentKind,
  settings: Readonly<Record<string, number>>,
  { users, horizon, episodes }: Lesson,
): number[][] {
  const world = restInvestLeave(users, horizon);
  const context = { key: 1, trainingDays: episodes * horizon };
  const agent = kind.create(world.spec, context, settingsOf(kind, settings));
  liveEpisodes(
    world,
    agent,
    Array.from({ length: episodes }, (_, episode) => String(episode)),
  );
  return [0, 1].map((state) => [...agent.actionValues!(state)]);
}

/** The largest distance between two tables of action values. */
export function largestError(values: readonly number[][], truth: readonly number[][]): number {
  return Math.max(...values.flat().map((value, k) => Math.abs(value - truth.flat()[k])));
}
