import { expect, it } from 'vitest';
import { fixed, largest, listed, perCent, signed, withInterval } from '../../../src/learn/words.ts';

it('numbers are written with a minus sign, and without one where they round to 0', () => {
  expect([signed(1.25, 1), signed(-1.26, 1), signed(-0.04, 1)]).toEqual(['+1.3', '−1.3', '0.0']);
  expect([fixed(-2, 0), fixed(2.345, 2), perCent(0.1234)]).toEqual(['−2', '2.35', '12.3 %']);
  expect(withInterval({ mean: 0.05, low: -0.01, high: 0.11 }, 1, 100)).toBe('+5.0 [−1.0, 11.0]');
});

it('lists are written as in a sentence', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])]).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ]);
});

it('largest() takes the first of equals', () => {
  expect(largest([{ n: 1 }, { n: 3, k: 'first' }, { n: 3, k: 'second' }], ({ n }) => n)).toEqual({
    n: 3,
    k: 'first',
  });
});
