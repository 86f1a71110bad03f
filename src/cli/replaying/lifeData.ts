import type { UserLife } from '../../replay/userLife.ts';

/** A life as data: its days are lists of numbers, where typed arrays would become objects with an entry per index. */
export function lifeData({ stages, actions, rewards, ...life }: UserLife): object {
  return { ...life, stages: [...stages], actions: [...actions], rewards: [...rewards] };
}
