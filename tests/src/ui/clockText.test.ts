import { expect, it } from 'vitest';
import { clockText } from '../../../src/ui/clockText.ts';

it.each([
  [0, '0:00'],
  [59.4, '0:59'],
  [59.6, '1:00'],
  [61, '1:01'],
  [3_600, '1:00:00'],
  [36_061, '10:01:01'],
  [-5, '0:00'],
])('clockText(%d) is %s', (seconds, text) => {
  expect(clockText(seconds)).toBe(text);
});
