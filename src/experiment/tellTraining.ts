import type { EpisodeMetrics } from '../training/episodeMetrics.ts';
import type { Validated } from '../training/trainingEvent.ts';
import { readMetrics } from './metricsFile.ts';
import type { Training, TrainOptions } from './train.ts';
import type { Validation } from './validation.ts';

/** Tells whoever looks on what was trained earlier, and what the rule comes to on the validation users. */
export async function tellBeginning(
  { folder }: Training,
  validation: Validation,
  { watch, signal }: TrainOptions,
): Promise<void> {
  if (!watch) return;
  watch.tell({ kind: 'begun', earlier: readMetrics(folder.file('metrics.jsonl')) });
  const { name, create } = watch.rule;
  watch.tell({ kind: 'rule', name, played: await validation.playRule(create(), signal) });
}

/** A finished episode, and its validation if every run has one there. */
export interface FinishedEpisode {
  readonly metrics: EpisodeMetrics;
  readonly validated: Validated | undefined;
}

/** Tells whoever looks on of a finished episode, and plays the greedy policy if that was asked for. */
export async function tellEpisode(
  { agent }: Training,
  validation: Validation,
  { watch, signal }: TrainOptions,
  { metrics, validated }: FinishedEpisode,
): Promise<void> {
  if (!watch) return;
  watch.tell({ kind: 'episode', metrics, ...(validated && { validated: plain(validated) }) });
  if (!watch.wantsEvaluation() || validated) return;
  watch.tell({ kind: 'playing', users: 'validation' });
  const asked = await validation.play(agent.greedy(), signal);
  watch.tell({ kind: 'evaluated', episode: metrics.episode, validated: plain(asked) });
}

/** Without what each user came to, which is long. */
function plain({ played, beyondRule }: Validated): Validated {
  return { played, beyondRule };
}
