import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import type { EpisodeMetrics } from '../training/episodeMetrics.ts';
import { makeFolder } from './makeFolder.ts';
import { RunError } from './runFolder.ts';

/** Appends a line and syncs it. Returns the file's length in bytes afterwards. */
export function appendMetrics(file: string, metrics: EpisodeMetrics): number {
  makeFolder(dirname(file));
  const handle = openSync(file, 'a');
  try {
    writeSync(handle, `${JSON.stringify(metrics)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return statSync(file).size;
}

/**
 * Cuts off what was written after the last checkpoint.
 *
 * @throws RunError if lines from before it are missing
 */
export function truncateMetrics(file: string, bytes: number): void {
  const size = existsSync(file) ? statSync(file).size : 0;
  if (size < bytes) throw new RunError(`${file} has ${size} bytes; its run's checkpoint counts on ${bytes}`);
  if (size > bytes) truncateSync(file, bytes);
}

/**
 * Reads the episodes so far; a line that is still being written is left out.
 *
 * @throws RunError naming the file and line that is not JSON
 */
export function readMetrics(file: string): EpisodeMetrics[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line, index) => {
    try {
      return JSON.parse(line) as EpisodeMetrics;
    } catch {
      throw new RunError(`${file}:${index + 1} is not a line of metrics`);
    }
  });
}
