import type { TrainingHistory } from './trainingHistory.ts';

/** A figure on the last day of an episode. */
export interface EpisodeFigure {
  readonly episode: number;
  readonly value: number;
}

/** As far back as anything is looked for, so that long trainings are looked at as quickly as short ones. */
const EPISODES = 500;

/**
 * What an agent said of a figure in the last 500 episodes, one by one; those without it, or without a number, are left
 * out.
 */
export function recentFigures(
  { episodes }: Pick<TrainingHistory, 'episodes'>,
  name: string,
): EpisodeFigure[] {
  return episodes.slice(-EPISODES).flatMap(({ episode, learning }) => {
    const value = learning[name];
    return Number.isFinite(value) ? [{ episode, value }] : [];
  });
}

/** The median of some figures; NaN of none. */
export function median(figures: readonly EpisodeFigure[]): number {
  const values = figures.map(({ value }) => value).sort((a, b) => a - b);
  const half = values.length / 2;
  if (values.length === 0) return Number.NaN;
  return Number.isInteger(half) ? (values[half - 1] + values[half]) / 2 : values[Math.floor(half)];
}
