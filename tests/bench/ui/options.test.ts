import { expect, it } from 'vitest';
import { readUiOptions } from './options.ts';

it('readUiOptions() of nothing: every part, at length', () => {
  expect(readUiOptions([])).toEqual({ quick: false, parts: ['open', 'play', 'keys'] });
});

it('readUiOptions() takes parts in either way', () => {
  expect(readUiOptions(['--only', 'keys,open', '--quick'])).toEqual({ quick: true, parts: ['keys', 'open'] });
  expect(readUiOptions(['--only=play'])).toEqual({ quick: false, parts: ['play'] });
});

it('readUiOptions() refuses what does not exist', () => {
  expect(() => readUiOptions(['--only', 'key'])).toThrow(
    '--only: expected some of open, play, keys, got "key"',
  );
  expect(() => readUiOptions(['--users', '5'])).toThrow('expected --quick or --only, got "--users"');
});
