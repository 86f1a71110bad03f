import { describe, it } from 'vitest';
import { expectMistake, type Mistake } from './mistake.ts';

const CHECKS: readonly Mistake[] = [
  [
    'a metric named as one of every scenario',
    { metrics: 'metrics: { visits: 1, «retention»: 1 }' },
    '"retention" is a metric of every scenario; choose another name',
  ],
  [
    'a check of an unknown policy',
    { checks: 'checks: [{ policy: «carefull», metric: visits, between: [0, 1] }]' },
    'there is no policy "carefull"; did you mean "careful"?',
  ],
  [
    'a check against an unknown policy',
    { checks: 'checks: [{ policy: none, minus: "«always:cupon»", metric: visits, between: [0, 1] }]' },
    'there is no policy "always:cupon"; did you mean "always:coupon"?',
  ],
  [
    'a check of an unknown metric',
    { checks: 'checks: [{ policy: none, metric: «visit», between: [0, 1] }]' },
    'there is no metric "visit"; did you mean "visits"?',
  ],
  [
    'a check of the share of an unknown stage',
    { checks: 'checks: [{ policy: none, metric: «share.loyl», between: [0, 1] }]' },
    'there is no metric "share.loyl"; did you mean "share.loyal"?',
  ],
  [
    'a check after the end',
    { checks: 'checks: [{ policy: none, metric: visits, day: «11», between: [0, 1] }]' },
    'the horizon is 10 days, got 11',
  ],
  [
    'a check with bounds that fall',
    { checks: 'checks: [{ policy: none, metric: visits, between: «[1, 0]» }]' },
    'bounds rise, got [1, 0]',
  ],
  [
    'a check of the spread of something that has none',
    { checks: 'checks: [{ policy: none, metric: retention, statistic: «sd», between: [0, 1] }]' },
    'only the mean of retention can be checked',
  ],
];

describe('a mistake of metrics and checks', () => {
  it.each(CHECKS)('%s', (_title, sections, message) => expectMistake(sections, message));
});
