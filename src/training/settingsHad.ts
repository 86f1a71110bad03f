import type { TrainingSetup } from './trainingHistory.ts';

/** Those of some settings that the agent has, in brackets: ` (epsilonEnd, epsilonPart)`; nothing where it has none. */
export function settingsHad({ settings }: TrainingSetup, names: readonly string[]): string {
  const had = names.filter((name) => Object.hasOwn(settings, name));
  return had.length > 0 ? ` (${had.join(', ')})` : '';
}
