import { describe, expect, it } from 'vitest';
import { UNBORN } from '../../../environments/population/people.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { interact } from '../../../src/experiment/interact.ts';
import { fixture } from '../../environments/population/openWorld.ts';
import { bySight, played } from '../replay/openRecording.ts';

/** The same episode lived again, looked at every evening. */
function again({ program, users }: ReturnType<typeof played>, days = program.horizon) {
  const environment = new PopulationEnvironment(program, { users, measured: true });
  const leftOn = new Map<number, number>();
  const { founders, places, groups } = environment.shape;
  let spent = 0;
  for (const { step, next, actions } of interact(environment, bySight, 'played')) {
    const taken = next.taken ?? actions;
    for (const [row, action] of taken.entries())
      spent += step.observation.active[row] === 1 && action > 0 ? 1 : 0;
    for (const [row, stage] of environment.stages.entries())
      if (stage === 1 && row % places < founders && !leftOn.has(row)) leftOn.set(row, next.day);
    if (next.day >= days) break;
  }
  const stayed = (group: number, place: number, day: number): number =>
    (leftOn.get(group * places + place) ?? Number.POSITIVE_INFINITY) > day ? 1 : 0;
  return { environment, stayed, founders, groups, spent };
}

const metric = (evaluation: ReturnType<typeof evaluate>, name: string) => [
  ...evaluation.metrics.find((m) => m.name === name)!.values,
];

describe.each(['open', 'budget', 'short room'] as const)('evaluate(): %s', (name) => {
  const episode = played(name);
  const { evaluation, program, users } = episode;
  const { environment, stayed, spent } = again(episode);

  it('counts everybody with the founding user they came beside or through', () => {
    const roots = environment.roots!;
    const own = program.metrics.map((m) => [m.name, `sum_${m.name}_`] as const);
    for (const [metricName, column] of [
      ['return', 'sum_return'],
      ['cost', 'sum_cost'],
      ['contacts', 'sum_contacts'],
      ...own,
    ] as const) {
      const sums = new Array<number>(users).fill(0);
      for (const [row, value] of environment.column(column).entries())
        if (environment.stages[row] !== UNBORN) sums[roots[row]] += value;
      expect(metric(evaluation, metricName), metricName).toEqual(sums);
    }
    expect(environment.stages.some((stage, row) => stage !== UNBORN && roots[row] !== row)).toBe(true);
  });

  it('measures retention of the founding users alone', () => {
    for (const day of [1, 7, 30]) {
      const expected = Array.from({ length: users }, (_, place) => stayed(0, place, day));
      expect(metric(evaluation, `retention.${day}`)).toEqual(expected);
    }
    const end = Array.from({ length: users }, (_, place) => stayed(0, place, program.horizon));
    expect(metric(evaluation, 'retention.end')).toEqual(end);
    expect(environment.retention()).toBeCloseTo(end.reduce((sum, one) => sum + one, 0) / users, 12);
  });

  it('counts contacts as they were made, and newcomers with what their channel costs', () => {
    expect(metric(evaluation, 'contacts').reduce((sum, count) => sum + count, 0)).toBe(spent);
    const prices = [0, 2, 0.5, 0];
    const came = Array.from(environment.channels!, (channel, row): number =>
      environment.stages[row] === UNBORN ? 0 : prices[channel],
    );
    const cost = came.reduce((sum, price) => sum + price, 0) + 0.1 * spent;
    expect(metric(evaluation, 'cost').reduce((sum, one) => sum + one, 0)).toBeCloseTo(cost, 6);
  });

  it('of fewer days is the beginning of the whole', () => {
    const short = evaluate(program, bySight, { users, seed: 'played', record: true, days: 9 });
    expect([...evaluation.actions.subarray(0, short.actions.length)]).toEqual([...short.actions]);
    expect([...evaluation.stageCounts.subarray(0, 18)]).toEqual([...short.stageCounts]);
  });
});

describe('evaluate(): product', () => {
  const episode = played('product');
  const { evaluation, program, users } = episode;
  const { environment, stayed, founders, groups } = again(episode);

  it('measures every product, and which part of its first users stayed', () => {
    for (const name of ['return', 'cost', 'contacts'])
      expect(metric(evaluation, name)).toEqual([...environment.column(`sum_${name}`)]);
    const moods = [...environment.column('sum_moodiness_')].map((sum) => sum / program.horizon);
    expect(metric(evaluation, 'moodiness')).toEqual(moods);
    const part = (group: number) =>
      Array.from({ length: founders }, (_, place) => stayed(group, place, program.horizon)).reduce<number>(
        (a, b) => a + b,
        0,
      ) / founders;
    expect(metric(evaluation, 'retention.end')).toEqual(
      Array.from({ length: groups }, (_, group) => part(group)),
    );
    const names = evaluation.metrics.map((m) => m.name).filter((m) => m.startsWith('retention'));
    expect(names).toEqual(['retention.7', 'retention.end']);
  });

  it('ends with a decision', () => {
    const days = (count: number) => evaluate(program, bySight, { users, seed: 'played', days: count });
    expect(() => days(10)).toThrow(
      new RangeError('product-shop is decided for every 7 days; expected a multiple of that, got 10 days'),
    );
    expect(metric(days(14), 'retention.7')).toEqual(metric(evaluation, 'retention.7'));
  });

  it('of a horizon that is no multiple counts every day', () => {
    const odd = fixture('product-shop', ['users: 50', 'users: 8'], ['horizon: 42', 'horizon: 10']);
    const { stageCounts, actions } = evaluate(odd, bySight, { users, seed: 'played', record: true });
    expect(actions).toHaveLength(2 * users);
    expect(stageCounts).toHaveLength(20);
    const totals = Array.from({ length: 10 }, (_, day) => stageCounts[2 * day] + stageCounts[2 * day + 1]);
    expect(totals).toEqual([...totals].sort((a, b) => a - b));
    expect(totals[0]).toBeGreaterThanOrEqual(8 * users);
  });
});
