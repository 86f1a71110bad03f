import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendMetrics, readMetrics, truncateMetrics } from '../../../src/experiment/metricsFile.ts';
import { RunError } from '../../../src/experiment/runFolder.ts';
import type { EpisodeMetrics } from '../../../src/training/episodeMetrics.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

function episode(number: number): EpisodeMetrics {
  return {
    episode: number,
    userDays: 100 * number,
    return: 0.1 * number,
    retention: 0.5,
    learning: { tdError: 1 },
  };
}

function fileWith(episodes: number): { file: string; sizes: number[] } {
  const file = join(temporaryFolder(), 'metrics.jsonl');
  const sizes = Array.from({ length: episodes }, (_, k) => appendMetrics(file, episode(k + 1)));
  return { file, sizes };
}

describe('appendMetrics(file, metrics)', () => {
  it('adds a line and says how long the file has become', () => {
    const { file, sizes } = fileWith(3);
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines.slice(0, 3).map((line) => JSON.parse(line))).toEqual([episode(1), episode(2), episode(3)]);
    expect(sizes).toEqual([1, 2, 3].map((k) => lines.slice(0, k).join('\n').length + 1));
  });
});

describe('truncateMetrics(file, bytes)', () => {
  it('cuts off what came after the checkpoint, a half-written line too', () => {
    const { file, sizes } = fileWith(3);
    appendFileSync(file, '{"episode":4,"ret');
    truncateMetrics(file, sizes[1]);
    expect(readMetrics(file)).toEqual([episode(1), episode(2)]);
  });

  it('leaves a file alone that ends with the checkpoint, and none where there is none', () => {
    const { file, sizes } = fileWith(2);
    truncateMetrics(file, sizes[1]);
    expect(readMetrics(file)).toHaveLength(2);
    expect(() => truncateMetrics(join(temporaryFolder(), 'metrics.jsonl'), 0)).not.toThrow();
  });

  it('refuses a file that has lost lines from before the checkpoint', () => {
    const { file, sizes } = fileWith(2);
    expect(() => truncateMetrics(file, sizes[1] + 1)).toThrow(
      new RunError(`${file} has ${sizes[1]} bytes; its run's checkpoint counts on ${sizes[1] + 1}`),
    );
  });
});

describe('readMetrics(file)', () => {
  it('leaves out a last line that is still being written', () => {
    const { file } = fileWith(2);
    appendFileSync(file, '{"episode":3}');
    expect(readMetrics(file).map((metrics) => metrics.episode)).toEqual([1, 2]);
  });

  it('gives nothing where there is no file', () => {
    expect(readMetrics(join(temporaryFolder(), 'none.jsonl'))).toEqual([]);
  });

  it('names the file and the line that is broken', () => {
    const { file } = fileWith(1);
    appendFileSync(file, '{broken}\n');
    expect(() => readMetrics(file)).toThrow(new RunError(`${file}:2 is not a line of metrics`));
    writeFileSync(file, '');
    expect(readMetrics(file)).toEqual([]);
  });
});
