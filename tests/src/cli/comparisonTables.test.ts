import { describe, expect, it } from 'vitest';
import { bestBaseline, comparisonTables } from '../../../src/cli/comparisonTables.ts';
import type { Output } from '../../../src/cli/output.ts';
import { compare } from '../../../src/experiment/compare.ts';
import { smallShop } from '../../support/smallShop.ts';

const program = smallShop();
const METRICS = [
  'return',
  'cost',
  'contacts',
  'visits',
  'spending',
  'waiting',
  'retention.1',
  'retention.7',
  'retention.end',
];

/** A policy whose every metric is a value a little above and below on two seeds. */
function contestant(name: string, value: number) {
  const metrics = (shift: number) =>
    METRICS.map((metric) => ({ name: metric, values: Float64Array.of(value + shift, value + shift) }));
  return { name, evaluations: [{ metrics: metrics(-0.01) }, { metrics: metrics(0.01) }] };
}

const comparison = compare([
  contestant('none', 0.25),
  contestant('reminder', 0.5),
  contestant('q-learning', 0.75),
]);
const agents = new Set(['q-learning']);

function output(width: number): Output {
  return { width, bold: (text) => `*${text}*`, dim: (text) => text } as Output;
}

function tables(width: number, against?: string): string[] {
  return comparisonTables(comparison, program, { days: 12, against, agents }, output(width));
}

describe('bestBaseline(comparison, agents)', () => {
  it('is the best policy by return that does not learn', () => {
    expect(bestBaseline(comparison, agents).name).toBe('reminder');
  });

  it('is the first one where all learn', () => {
    expect(bestBaseline(comparison, new Set(['none', 'reminder', 'q-learning'])).name).toBe('none');
  });
});

describe('comparisonTables(comparison, program, options, output)', () => {
  it('shows what each policy comes to, and then what it differs by from the best baseline', () => {
    expect(tables(72)).toEqual([
      '*small-shop, per user             return    retention day 7, %*',
      'none                  0.25 [0.12, 0.38]  25.00 [12.29, 37.71]',
      'reminder              0.50 [0.37, 0.63]  50.00 [37.29, 62.71]',
      'q-learning            0.75 [0.62, 0.88]  75.00 [62.29, 87.71]',
      '',
      '*minus reminder                return       retention day 7, %*',
      'none            -0.25 [-0.25, -0.25]  -25.00 [-25.00, -25.00]',
      'q-learning        +0.25 [0.25, 0.25]    +25.00 [25.00, 25.00]',
    ]);
  });

  it('takes differences from the policy that was asked for', () => {
    const lines = tables(72, 'none');
    expect(lines[5]).toContain('minus none');
    expect(lines.slice(6).map((line) => line.split(/ +/)[0])).toEqual(['reminder', 'q-learning']);
  });

  it("shows as many metrics as the line is wide: the scenario's own before cost and contacts", () => {
    const [header] = tables(250);
    expect(header.replaceAll('*', '').split(/ {2,}/)).toEqual([
      'small-shop, per user',
      'return',
      'retention day 7, %',
      'retention day 12, %',
      'visits',
      'spending',
      'waiting',
      'cost',
      'contacts',
    ]);
    expect(Math.max(...tables(120).map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it('of one policy has no second table', () => {
    const alone = compare([contestant('none', 0.25)]);
    const lines = comparisonTables(
      alone,
      program,
      { days: 12, against: 'none', agents: new Set() },
      output(80),
    );
    expect(lines).toHaveLength(2);
  });
});
