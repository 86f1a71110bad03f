import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { episodesSoFar } from '../../../../src/cli/browsing/episodesSoFar.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const line = (episode: number) => `${JSON.stringify({ episode, learning: { tdError: 0.123456789 } })}\n`;

function fileOf(text: string): string {
  const file = join(temporaryFolder(), 'metrics.jsonl');
  writeFileSync(file, text);
  return file;
}

describe('episodesSoFar()', () => {
  it('is the last episode, however long the file is', () => {
    expect(episodesSoFar(fileOf(line(1)))).toBe(1);
    const long = Array.from({ length: 5000 }, (_, k) => line(k + 1)).join('');
    expect(long.length).toBeGreaterThan(2 * 64 * 1024);
    expect(episodesSoFar(fileOf(long))).toBe(5000);
  });

  it('leaves out a line that is still being written', () => {
    expect(episodesSoFar(fileOf(`${line(1)}${line(2)}${line(3).slice(0, 14)}`))).toBe(2);
  });

  it('is 0 where there is no file, no line, or a line that is something else', () => {
    expect(episodesSoFar(join(temporaryFolder(), 'none'))).toBe(0);
    expect(
      ['', '{"episode":', '{\n', 'null\n', '{"episode":"7"}\n'].map((text) => episodesSoFar(fileOf(text))),
    ).toEqual([0, 0, 0, 0, 0]);
  });
});
