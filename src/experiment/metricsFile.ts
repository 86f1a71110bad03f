import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** One line of metrics.jsonl: an episode of training. */
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

/** Appends a line and syncs it. Returns the file's length in bytes afterwards. */
export function appendMetrics(file: string, metrics: EpisodeMetrics): number {
  mkdirSync(dirname(file), { recursive: true });
  const handle = openSync(file, 'a');
  try {
    writeSync(handle, `${JSON.stringify(metrics)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return statSync(file).size;
}

/** Cuts off what was written after the last checkpoint. */
export function truncateMetrics(file: string, bytes: number): void {
  if (existsSync(file) && statSync(file).size > bytes) truncateSync(file, bytes);
}

export function readMetrics(file: string): EpisodeMetrics[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line.endsWith('}')).map((line) => JSON.parse(line) as EpisodeMetrics);
}
