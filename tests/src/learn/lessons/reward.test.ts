import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../../environments/population/populationEnvironment.ts';
import { interact } from '../../../../src/experiment/interact.ts';
import { mailPlan, treatAll } from '../../../../src/learn/lessons/reward/openCounts.ts';
import { moral } from '../../../../src/learn/lessons/reward/told.ts';
import { finish } from '../../../../src/learn/work.ts';
import { benchOf } from '../bench.ts';

const bench = benchOf('1');
const program = bench.world('open-rate-trap');

describe('mailPlan()', () => {
  it.each([
    [3, 1, { teaser: 1, news: 2, none: 4 }],
    [7, 7, { teaser: 7, news: 0, none: 0 }],
    [2, 5, { teaser: 2, news: 0, none: 5 }],
    [0, 7, { teaser: 0, news: 0, none: 7 }],
  ])('%i mails a week, %i of them teasers', (mails, teasers, expected) => {
    const environment = new PopulationEnvironment(program, { users: 1 });
    const count = { teaser: 0, news: 0, none: 0 };
    for (const { actions, next } of interact(environment, mailPlan(program, { mails, teasers }), 'one')) {
      count[program.actions[actions[0]].name as keyof typeof count]++;
      if (next.day === 7) break;
    }
    expect(count).toEqual(expected);
  });
});

describe('lesson reward', () => {
  const treated = finish(treatAll(bench));

  it('finds what it tells: more opens, fewer readers, and less of that with a mended reward', () => {
    const [news, teaser, opens, mended] = treated;
    expect(opens.opens).toBeGreaterThan(teaser.opens);
    expect(opens.visits).toBeLessThan(news.visits);
    expect(opens.moreOpens.low).toBeGreaterThan(5);
    expect(opens.moreKept.high).toBeLessThan(-0.3);
    expect(mended.kept).toBeGreaterThan(opens.kept + 0.2);
    expect(news.moreKept).toEqual({ mean: 0, low: 0, high: 0 });
    const [first, , third] = moral(treated);
    expect(first).toContain(`gets ${opens.opens.toFixed(1)} of them per reader`);
    expect(first).toContain('The reward went up and retention down');
    expect(third).toContain('another wish');
  });

  it('does not say so where the numbers do not', () => {
    const [news, teaser, opens, mended] = treated;
    const harmless = { ...opens, moreKept: { mean: 0, low: -0.1, high: 0.1 }, kept: mended.kept + 0.1 };
    const [first, , third] = moral([news, teaser, harmless, mended]);
    expect(first).toContain('did not part ways');
    expect(third).toContain('Here that did not help');
  });
});
