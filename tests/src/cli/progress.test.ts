import { expect, it } from 'vitest';
import type { Output } from '../../../src/cli/output.ts';
import { progressBar } from '../../../src/cli/progress.ts';

it('progressBar() writes one remark for every ten per cent where there is no terminal', () => {
  const notes: string[] = [];
  const output = { interactive: false, note: (text: string) => void notes.push(text) } as unknown as Output;
  const bar = progressBar(output, 'train');
  for (let done = 1; done <= 100; done++) bar.update(done / 100, done === 50 ? 'half way' : undefined);
  bar.end();
  expect(notes).toHaveLength(10);
  expect(notes.map((note) => /^train +(\d+)% {2}\d+:\d\d elapsed {2}ETA \d+:\d\d/.exec(note)?.[1])).toEqual(
    Array.from({ length: 10 }, (_, k) => String(10 * (k + 1))),
  );
  expect(notes.filter((note) => note.endsWith('half way'))).toHaveLength(6);
});
