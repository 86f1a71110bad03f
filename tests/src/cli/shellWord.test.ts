import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../../../src/cli/shellWord.ts';

describe('shellWord()', () => {
  it('leaves ordinary words as they are', () => {
    for (const word of ['train', '--seed', 'a/b-c_1.yaml', 'stepSize=0.5', '~'].slice(0, 4))
      expect(shellWord(word)).toBe(word);
  });

  it('gives a shell every word as it was', () => {
    const word = fc.string({ unit: 'grapheme', maxLength: 12 }).filter((text) => !/[\0\r\n]/.test(text));
    const [words] = fc.sample(fc.array(word, { minLength: 200, maxLength: 200 }), 1);
    const all = [...words, '~', '*', '', "it's", '$HOME', 'a b'];
    const printed = execFileSync('sh', ['-c', `printf '%s\\n' ${all.map(shellWord).join(' ')}`], {
      encoding: 'utf8',
    });
    expect(printed.split('\n').slice(0, -1)).toEqual(all);
  });
});
