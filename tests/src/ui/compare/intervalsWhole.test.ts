import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES, type PairDifference } from '../../../../src/replay/pairTally.ts';
import { compareView } from '../../../../src/ui/compare/compareView.ts';
import { differenceRows } from '../../../../src/ui/compare/panels/differenceRows.ts';
import { segmentRows } from '../../../../src/ui/compare/panels/segmentRows.ts';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import { intervalWords } from '../../../../src/ui/intervalWords.ts';
import { rowWidth, textOf } from '../../../../src/ui/row.ts';
import { anyInterval } from '../anyInterval.ts';
import { examplePair } from './examplePair.ts';

const view = compareView(examplePair(60), 41, {});
const room = fc.record({
  width: fc.integer({ min: 80, max: 200 }),
  glyphs: fc.constantFrom(glyphsOf('unicode'), glyphsOf('ascii')),
});
// With nothing of A or B, no difference is taken for what floating-point numbers leave.
const measured = fc.record({
  a: fc.constant(0),
  b: fc.constant(0),
  paired: anyInterval,
  unpaired: anyInterval,
});
const difference: fc.Arbitrary<PairDifference> = fc.record({
  here: measured,
  return: measured,
  cost: measured,
  contacts: measured,
  kept: fc.constant(1),
  lost: fc.constant(2),
});

/** Intervals of which only a part is told. */
function cutIn(text: string): string[] {
  return text.match(/\[[^\]]*(\[|$)/g) ?? [];
}

describe('differenceRows()', () => {
  it('tells every interval whole from 80 columns on, and all labels apart from what follows', () => {
    fc.assert(
      fc.property(difference, room, (made, given) => {
        const rows = differenceRows({ ...view, difference: made }, given, 99).slice(1, 9);
        const texts = rows.map(textOf);
        const told = MEASURES.flatMap((measure) => [made[measure].paired, made[measure].unpaired]);
        texts.forEach((text, k) => {
          expect(text).toContain(` ${intervalWords(told[k], given.glyphs)}`);
          expect(text[21]).toBe(' ');
        });
        expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(given.width);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves a blank after labels at any width', () => {
    for (let width = 23; width < 140; width++)
      for (const line of differenceRows(view, { width, glyphs: glyphsOf('unicode') }, 99).slice(1, 9))
        expect(`${textOf(line)} `[21]).toBe(' ');
  });
});

describe('segmentRows()', () => {
  it('tells an interval whole or not at all from 80 columns on', () => {
    const intervals = fc.tuple(anyInterval, anyInterval);
    const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 20 });
    const made = fc.array(fc.tuple(name, intervals, fc.integer({ min: 1, max: 99999 })), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(made, room, (some, given) => {
        const segments = some.map(([, [here, gain], users], segment) => ({
          segment,
          users,
          here,
          return: gain,
        }));
        const program = {
          ...view.program,
          segments: some.map(([one]) => ({ ...view.program.segments[0], name: one })),
        };
        const [title, ...rows] = segmentRows({ ...view, program, segments }, given, 99);
        const isTold = textOf(title).includes('still here');
        rows.map(textOf).forEach((text, k) => {
          const words = [segments[k].return, ...(isTold ? [segments[k].here] : [])].map((one) =>
            intervalWords(one, given.glyphs),
          );
          expect(text.replaceAll(/ +/g, ' ')).toContain(words.join(' '));
          expect(cutIn(text)).toEqual([]);
        });
        expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(given.width);
      }),
      { numRuns: 150 },
    );
  });

  it('keeps both intervals at 80 columns where their numbers have three digits, with names and verdicts', () => {
    const here = { mean: -12.34, low: -15.67, high: -9.012 };
    const gain = { mean: -0.4021, low: -0.7973, high: -0.00632 };
    const segments = [{ segment: 1, users: 994, here, return: gain }];
    const [title, line] = segmentRows({ ...view, segments }, { width: 80, glyphs: glyphsOf('unicode') }, 99);
    expect(textOf(title)).toContain('then still here');
    expect(textOf(line)).toMatch(
      /^ fan {5}994 worse in A .*−0.402 \[−0.797, −0.00632\] −12.3 \[−15.7, −9.01\]$/,
    );
  });
});
