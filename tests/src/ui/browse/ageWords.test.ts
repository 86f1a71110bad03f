import { describe, expect, it } from 'vitest';
import { ageWords } from '../../../../src/ui/browse/ageWords.ts';

const MINUTE = 60_000;

describe('ageWords()', () => {
  it.each([
    [-5 * MINUTE, 'just now'],
    [59_999, 'just now'],
    [MINUTE, '1 min ago'],
    [59 * MINUTE, '59 min ago'],
    [60 * MINUTE, '1 h ago'],
    [23.9 * 60 * MINUTE, '23 h ago'],
    [24 * 60 * MINUTE, '1 day ago'],
    [1000 * 24 * 60 * MINUTE, '1000 days ago'],
  ])('%i ms: %s', (age, words) => {
    expect(ageWords(age)).toBe(words);
  });
});
