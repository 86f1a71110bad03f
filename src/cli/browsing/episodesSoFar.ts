import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** Bytes at the end of the file that are read: some lines. */
const END = 64 * 1024;

/** The last episode in a metrics.jsonl, which is read from its end; 0 where there is none. */
export function episodesSoFar(file: string): number {
  if (!existsSync(file)) return 0;
  // What stands behind the last line break is still being written.
  const lines = endOf(file).split('\n').slice(0, -1);
  return episodeOf(lines.at(-1) ?? '');
}

function endOf(file: string): string {
  const handle = openSync(file, 'r');
  try {
    const { size } = fstatSync(handle);
    const end = Buffer.alloc(Math.min(size, END));
    const read = readSync(handle, end, 0, end.length, size - end.length);
    return end.toString('utf8', 0, read);
  } finally {
    closeSync(handle);
  }
}

function episodeOf(line: string): number {
  try {
    const { episode } = JSON.parse(line) as { episode?: unknown };
    return Number.isSafeInteger(episode) ? (episode as number) : 0;
  } catch {
    return 0;
  }
}
