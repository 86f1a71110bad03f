import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glyphsOf } from '../../../../src/ui/glyphs.ts';
import type { Interval } from '../../../../src/ui/intervalBar.ts';
import { rowWidth, textOf } from '../../../../src/ui/row.ts';
import { resultRows } from '../../../../src/ui/train/panels/resultRows.ts';
import { anyInterval } from '../anyInterval.ts';
import { finished } from './madeScreen.ts';

const over = finished();
const unicode = glyphsOf('unicode');

/** The end of a training that came to so much, and to so much more than the rule. */
function endedIn(own: Interval, beyond: Interval, name = 'marketer') {
  const result = over.result!;
  const { rule } = over;
  return {
    ...over,
    rule: rule && { ...rule, name },
    result: {
      ...result,
      played: { ...result.played, return: own },
      beyondRule: { ...result.beyondRule!, return: beyond },
    },
  };
}

describe('resultRows()', () => {
  it('tells an interval whole or not at all from 80 columns on', () => {
    const asked = fc.record({
      own: anyInterval,
      beyond: anyInterval,
      name: fc.constantFrom('marketer', 'win-back after seven days away'),
      width: fc.integer({ min: 80, max: 140 }),
    });
    fc.assert(
      fc.property(asked, ({ own, beyond, name, width }) => {
        const rows = resultRows(endedIn(own, beyond, name), { width, glyphs: unicode });
        expect(Math.max(...rows.map(rowWidth))).toBeLessThanOrEqual(width);
        for (const text of rows.slice(1, 3).map(textOf))
          expect(text).toMatch(/^ \D+ \S+ \[\S+, \S+\](.* (difference|diff\.) \S+ \[\S+, \S+\])?$/);
        expect(textOf(rows[3])).not.toContain('…');
      }),
      { numRuns: 200 },
    );
  });

  it('leaves out the rule’s mean, and its name, before an end of an interval', () => {
    const own = { mean: -1.731, low: -2.541, high: -0.9213 };
    const history = endedIn(own, { mean: -0.7412, low: -1.554, high: 0.06512 });
    const texts = (width: number) => resultRows(history, { width, glyphs: unicode }).slice(1).map(textOf);
    expect(texts(100)).toEqual([
      ' return per user −1.73 [−2.54, −0.921]  marketer 11  difference −0.741 [−1.55, 0.0651]',
      ' still there, %  66.0 [63.0, 69.0]  marketer 59.0  difference +7.0 [6.0, 8.0]',
      ' · not to be told apart from the rule marketer: the interval of the difference holds 0',
    ]);
    expect(texts(80)).toEqual([
      ' return per user −1.73 [−2.54, −0.921]  difference −0.741 [−1.55, 0.0651]',
      ' still there, %  66.0 [63.0, 69.0]  difference +7.0 [6.0, 8.0]',
      ' · not to be told apart from the rule marketer: the difference may be 0',
    ]);
  });
});
