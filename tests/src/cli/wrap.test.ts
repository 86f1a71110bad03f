import { expect, it } from 'vitest';
import { wrap } from '../../../src/cli/wrap.ts';

it('wrap(text, width) fills lines with as many words as fit', () => {
  expect(wrap('one two three four', 9)).toEqual(['one two', 'three', 'four']);
  expect(wrap('one two three four', 7)).toEqual(['one two', 'three', 'four']);
  expect(wrap('one two three four', 80)).toEqual(['one two three four']);
});

it('wrap(text, width) gives a longer word a line of its own', () => {
  expect(wrap('a discounted b', 4)).toEqual(['a', 'discounted', 'b']);
});

it('wrap(text, width) takes any space for one', () => {
  expect(wrap('a\n  b\tc', 5)).toEqual(['a b c']);
});
