import type { EpisodeMetrics } from '../training/episodeMetrics.ts';
import type { breathing } from './breathing.ts';
import { seeds } from './configuration.ts';
import { learn } from './interact.ts';
import type { Training, TrainOptions } from './train.ts';

/**
 * Lives one episode and learns from it, telling of every day.
 *
 * @param episode from 0
 * @returns what it came to, without a validation
 * @throws the signal's reason if it was aborted before the last day
 */
export async function trainEpisode(
  { environment, agent, program, record }: Training,
  episode: number,
  { watch, onProgress }: TrainOptions,
  breathe: ReturnType<typeof breathing>,
): Promise<EpisodeMetrics> {
  const { seed, users, episodes } = record.configuration;
  const { horizon } = program;
  let total = 0;
  let left = 0;
  let learning: EpisodeMetrics['learning'] = {};
  for (const { step, next, figures } of learn(environment, agent, seeds.training(seed, episode))) {
    for (const [row, reward] of next.rewards.entries()) {
      total += reward;
      if (step.observation.active[row] === 1 && next.discounts[row] === 0) left++;
    }
    learning = figures;
    const day = episode * horizon + next.day;
    watch?.tell({ kind: 'day', day, figures });
    const held = watch?.hold();
    if (held) await held;
    const breath = next.stepType === 'last' ? undefined : breathe();
    if (!breath) continue;
    onProgress?.({ day, days: episodes * horizon, episode, episodes, metrics: undefined });
    await breath;
  }
  const done = episode + 1;
  return {
    episode: done,
    userDays: done * horizon * users,
    return: total / users,
    retention: environment.retention?.() ?? 1 - left / users,
    learning,
  };
}
