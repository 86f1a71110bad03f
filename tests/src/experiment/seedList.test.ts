import { expect, it } from 'vitest';
import { seedList } from '../../../src/experiment/seedList.ts';

it('seedList(first, count) counts on from a whole number', () => {
  expect(seedList('7', 3)).toEqual(['7', '8', '9']);
  expect(seedList('0', 2)).toEqual(['0', '1']);
});

it('seedList(first, count) numbers any other text after the first', () => {
  expect(seedList('spring', 3)).toEqual(['spring', 'spring/2', 'spring/3']);
  expect(seedList('-1', 2)).toEqual(['-1', '-1/2']);
  expect(seedList('007', 2)).toEqual(['007', '007/2']);
});

it('seedList(first, 1) is the first as it was written', () => {
  for (const seed of ['7', '007', 'spring', '12345678901234567890', '../x'])
    expect(seedList(seed, 1)).toEqual([seed]);
});

it('seedList(first, count) does not count with numbers that lose digits', () => {
  expect(seedList('12345678901234567890', 2)).toEqual(['12345678901234567890', '12345678901234567890/2']);
  expect(new Set(seedList('999999999999999', 5)).size).toBe(5);
});
