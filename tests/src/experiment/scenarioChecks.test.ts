import { describe, expect, it } from 'vitest';
import { policiesOf } from '../../../agents/index.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Check } from '../../../environments/scenario/program.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { runChecks } from '../../../src/experiment/scenarioChecks.ts';
import { mean } from '../../../src/statistics/mean.ts';
import { smallShop } from '../../support/smallShop.ts';

const shop = smallShop();
const { spec } = new PopulationEnvironment(shop, { users: 1 });
const policy = (name: string) =>
  policiesOf(spec)
    .find((kind) => kind.name === name)!
    .create(spec, { key: 1 });

const PLAIN: Check = {
  policy: 'none',
  metric: 'visits',
  statistic: 'mean',
  per: undefined,
  minus: undefined,
  day: 12,
  between: [0, 12],
  source: undefined,
};

/** What a check finds on 200 users. */
function found(check: Partial<Check>): { value: number; passed: boolean } {
  const [result] = runChecks(
    { ...shop, checks: [{ ...PLAIN, ...check }] },
    { users: 200, seed: 'check', policy },
  );
  return result;
}

/** The same, counted here. */
function values(name: string, days = 12, under = 'none'): number[] {
  const { metrics } = evaluate(shop, policy(under), { users: 200, seed: 'check', days });
  return [...metrics.find((metric) => metric.name === name)!.values];
}

describe('runChecks(program, plan)', () => {
  it('takes the mean over users by default', () => {
    expect(found({}).value).toBeCloseTo(mean(values('visits')), 12);
    expect(found({ metric: 'return', day: 5 }).value).toBeCloseTo(mean(values('return', 5)), 12);
  });

  it('retention on a day is the part of users still there that evening', () => {
    expect(found({ metric: 'retention', day: 7 }).value).toBe(mean(values('retention.end', 7)));
    expect(found({ metric: 'share.present', day: 7 }).value).toBeCloseTo(
      mean(values('retention.end', 7)),
      12,
    );
    expect(found({ metric: 'share.gone', day: 7 }).value).toBeCloseTo(
      1 - mean(values('retention.end', 7)),
      12,
    );
  });

  it('statistics over users are the standard deviation, that over the mean, and the part of zeros', () => {
    const visits = values('visits');
    const center = mean(visits);
    const sd = Math.sqrt(visits.reduce((sum, visit) => sum + (visit - center) ** 2, 0) / 199);
    expect(found({ statistic: 'sd' }).value).toBeCloseTo(sd, 10);
    expect(found({ statistic: 'cv' }).value).toBeCloseTo(sd / center, 10);
    expect(found({ statistic: 'zeros' }).value).toBe(visits.filter((visit) => visit === 0).length / 200);
  });

  it('per is a ratio of means, and minus a difference of policies on the same users', () => {
    expect(found({ metric: 'return', per: 'visits' }).value).toBeCloseTo(
      mean(values('return')) / mean(values('visits')),
      12,
    );
    expect(found({ policy: 'reminder', minus: 'none', metric: 'contacts' }).value).toBeCloseTo(
      mean(values('contacts', 12, 'reminder')),
      12,
    );
  });

  it('a check holds within its bounds, both ends included, and fails beyond', () => {
    const { value } = found({});
    expect(found({ between: [value, value] }).passed).toBe(true);
    expect(found({ between: [value + 1e-9, value + 1] }).passed).toBe(false);
    expect(found({ between: [value - 1, value - 1e-9] }).passed).toBe(false);
  });
});
