import { describe, expect, it } from 'vitest';
import { solved, trainedWorth } from '../../../../src/learn/lessons/seeds/seedRuns.ts';
import { findSpread } from '../../../../src/learn/lessons/seeds/spread.ts';
import { moral } from '../../../../src/learn/lessons/seeds/told.ts';
import { finish } from '../../../../src/learn/work.ts';
import { runMain } from '../../../support/runMain.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';
import { benchOf } from '../bench.ts';

const bench = benchOf('1');

describe('lesson seeds', () => {
  const found = finish(findSpread(bench));

  it('trains with the first seed and those that follow', () => {
    expect(found.names).toEqual(['1', '2', '3', '4', '5']);
    expect(new Set(found.values).size).toBe(5);
    expect(finish(trainedWorth(solved(bench), 200, '3'))).toBe(found.values[2]);
  });

  it('finds what it tells: some seeds beat the rule, others do not', () => {
    expect(found.winners).toBe(found.values.filter((value) => value > found.rule).length);
    expect(found.winners).toBeGreaterThan(0);
    expect(found.winners).toBeLessThan(5);
    expect(found.values.every((value) => value <= found.optimum)).toBe(true);
    expect(moral(found)[0]).toContain(`${found.winners} of 5 beat the rule`);
    expect(moral(found)[1]).toContain('five seeds cannot tell');
  });

  it('does not say so where the numbers do not', () => {
    const better = { ...found, values: [3.1, 3.11, 3.12, 3.13, 3.14], winners: 5 };
    expect(moral(better)[0]).toContain('All of them beat the rule');
    expect(moral(better)[1]).toContain('It beats the rule.');
    const worse = { ...found, values: [2.1, 2.11, 2.12, 2.13, 2.14], winners: 0 };
    expect(moral(worse)[0]).toContain('None of them beats the rule');
    expect(moral(worse)[1]).toContain('It loses to the rule.');
  });

  it('trains as the ordinary command does: solve gives the same worth, and that of the rule', async () => {
    const words = [
      '--observe',
      'full',
      '--policy',
      'q-learning,winBack',
      '--seed',
      '2',
      '--train-users',
      '200',
    ];
    const size = ['--episodes', '10', '--json', '--results', temporaryFolder()];
    const { stdout } = await runMain('solve', 'coupon-habit', ...words, ...size);
    const { policies } = JSON.parse(stdout);
    const worth = (policy: string) => policies.find(({ name }: { name: string }) => name === policy).value;
    expect([worth('q-learning'), worth('winBack')]).toEqual([found.values[1], found.rule]);
  });
});
