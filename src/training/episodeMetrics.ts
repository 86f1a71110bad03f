/** An episode of training: one line of metrics.jsonl. */
export interface EpisodeMetrics {
  readonly episode: number;
  /** user-days learned from so far */
  readonly userDays: number;
  /** mean return per user of the training population, exploration included */
  readonly return: number;
  /** part of the training population still there at the horizon */
  readonly retention: number;
  /** what the agent says of its learning: the last day of the episode */
  readonly learning: Readonly<Record<string, number>>;
  /** the greedy policy on validation users, on some episodes */
  readonly validation?: { readonly return: number; readonly retention: number };
}
