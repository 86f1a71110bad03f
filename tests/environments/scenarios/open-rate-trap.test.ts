import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policiesOf } from '../../../agents/index.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import { compare } from '../../../src/experiment/compare.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';

const source = readScenarioFile(join(import.meta.dirname, '../../../scenarios/open-rate-trap.yaml'));

/** A teaser rule minus the weekly news, on the same people. */
function teaserMinusNews(rule: string, keepWeight: number) {
  const program = loadScenario(source, { keepWeight });
  const { spec } = new PopulationEnvironment(program, { users: 1 });
  const contestants = [rule, 'weeklyNews'].map((name) => {
    const policy = policiesOf(spec)
      .find((kind) => kind.name === name)!
      .create(spec, { key: 1 });
    return { name, evaluations: [evaluate(program, policy, { users: 1_000, seed: 'opens' })] };
  });
  const found = compare(contestants).differences.filter(({ a }) => a === rule);
  const of = (metric: string) => found.find((difference) => difference.metric === metric)!;
  return { return: of('return'), opens: of('opens'), retention: of('retention.end'), spend: of('spend') };
}

describe.each(['dailyTeaser', 'teaserEverySecondDay'])('open-rate-trap: %s minus weeklyNews', (rule) => {
  const asItIs = teaserMinusNews(rule, 0);
  const mended = teaserMinusNews(rule, 0.5);

  it('has the higher reward and loses people', () => {
    expect(asItIs.return.low).toBeGreaterThan(0);
    expect(asItIs.retention.high).toBeLessThan(0);
  });

  it('has the lower reward where staying counts, with the same lives', () => {
    expect(mended.return.high).toBeLessThan(0);
    for (const metric of ['opens', 'retention', 'spend'] as const)
      expect(mended[metric]).toEqual(asItIs[metric]);
  });
});
