import type { EpisodeMetrics } from './episodeMetrics.ts';
import type { Beyond, PlayedPolicy } from './playedPolicy.ts';

/** Something that happened in a training, as told to whoever looks on. Plain data, which can be sent to a thread. */
export type TrainingEvent =
  /** it begins, or goes on after the episodes that were trained earlier */
  | { readonly kind: 'begun'; readonly earlier: readonly EpisodeMetrics[] }
  /** the rule that it is measured by, on the validation users */
  | { readonly kind: 'rule'; readonly name: string; readonly played: PlayedPolicy }
  /** a day was lived and learned from; `day` counts over all episodes */
  | { readonly kind: 'day'; readonly day: number; readonly figures: Readonly<Record<string, number>> }
  /** an episode was learned from and its greedy policy is being played: on the way, or at last on held-out users */
  | { readonly kind: 'playing'; readonly users: 'validation' | 'held-out' }
  /** an episode is finished and its checkpoint written */
  | { readonly kind: 'episode'; readonly metrics: EpisodeMetrics; readonly validated?: Validated }
  /** the greedy policy after so many episodes, because somebody asked */
  | { readonly kind: 'evaluated'; readonly episode: number; readonly validated: Validated }
  /** the end: the greedy policy, and the rule, on held-out users */
  | { readonly kind: 'finished'; readonly result: TrainingResult };

/** The greedy policy on the validation users. */
export interface Validated {
  readonly played: PlayedPolicy;
  /** how far beyond the rule; undefined where there is none */
  readonly beyondRule: Beyond | undefined;
}

/** What a training came to on users that it never met. */
export interface TrainingResult extends Validated {
  readonly rule: PlayedPolicy | undefined;
}
