import { expect, it } from 'vitest';
import { reportLines } from './report.ts';

it('reportLines() has medians, the worst on the side that is worse, and tells which aims are missed', () => {
  const lines = reportLines('part', [
    { what: 'quick', values: [30, 10, 20], unit: 'ms', aim: 25 },
    { what: 'slow', values: [1000, 3000, 2000, 4000], unit: 'ms', aim: 1500 },
    { what: 'frames', values: [14, 15, 9], unit: 'a second', aim: 14.5 },
    { what: 'bytes', values: [512], unit: 'bytes' },
  ]);
  expect(lines.map((line) => line.replace(/ +/g, ' '))).toEqual([
    '',
    'part median worst aim',
    'quick 20.0 30.0 25.0 ms',
    'slow 2,000 4,000 1,500 ms MISSED',
    'frames 14.0 9.0 14.5 a second MISSED',
    'bytes 512 512 bytes',
  ]);
});
