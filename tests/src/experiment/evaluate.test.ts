import { describe, expect, it } from 'vitest';
import { always } from '../../../agents/rules/always.ts';
import { random } from '../../../agents/rules/random.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { type Evaluation, evaluate, evaluatePatiently } from '../../../src/experiment/evaluate.ts';
import { interact } from '../../../src/experiment/interact.ts';
import { smallShop } from '../../support/smallShop.ts';

const USERS = 300;
const program = smallShop();
const chance = () => random(2, 7);

function valuesOf({ metrics }: Evaluation): Record<string, number[]> {
  return Object.fromEntries(metrics.map(({ name, values }) => [name, [...values]]));
}

/** Every user's metrics, counted from what can be seen from outside, user by user and day by day. */
function recount(days: number): Record<string, number[]> {
  const environment = new PopulationEnvironment(program, { users: USERS });
  const { spec } = environment;
  const of = (name: string) => spec.features.indexOf(name);
  const zeros = () => Array<number>(USERS).fill(0);
  const [sum, cost, contacts, visits, spending, waiting] = [
    zeros(),
    zeros(),
    zeros(),
    zeros(),
    zeros(),
    zeros(),
  ];
  const left = Array<number>(USERS).fill(Infinity);
  for (const { step, actions, next } of interact(environment, chance(), 'people')) {
    if (next.day > days) break;
    for (let i = 0; i < USERS; i++) {
      if (step.observation.active[i] === 0) continue;
      const [recency, basket] = ['recency', 'basket'].map(
        (name) => next.observation.features[i * spec.features.length + of(name)],
      );
      sum[i] += next.rewards[i];
      cost[i] += spec.actions[actions[i]].cost;
      contacts[i] += actions[i] === 0 ? 0 : 1;
      visits[i] += basket > 0 ? 1 : 0;
      spending[i] += basket / days;
      waiting[i] = recency;
      if (next.discounts[i] === 0) left[i] = next.day;
    }
  }
  const there = (day: number) => left.map((last) => (last > day ? 1 : 0));
  const dated = [1, 7, 30, 90].filter((day) => day <= days).map((day) => [`retention.${day}`, there(day)]);
  return {
    return: sum,
    cost,
    contacts,
    visits,
    spending,
    waiting,
    ...Object.fromEntries(dated),
    'retention.end': there(days),
  };
}

describe('evaluate(program, policy, options)', () => {
  it.each([1, 6, 7, 12])('gives every metric of every user as a slow recount of %i days does', (days) => {
    const values = valuesOf(evaluate(program, chance(), { users: USERS, seed: 'people', days }));
    const expected = recount(days);
    expect(Object.keys(values)).toEqual(Object.keys(expected));
    for (const [name, list] of Object.entries(values)) {
      // Observations and rewards are single precision; sums are not.
      const worst = Math.max(...list.map((value, i) => Math.abs(value - expected[name][i])));
      expect(worst, name).toBeLessThan(1e-5);
    }
  });

  it('plays to the horizon where no number of days is given, and reports retention on days within it', () => {
    const options = { users: USERS, seed: 'people' };
    const values = valuesOf(evaluate(program, chance(), options));
    expect(values).toEqual(valuesOf(evaluate(program, chance(), { ...options, days: 12 })));
    expect(Object.keys(values).filter((name) => name.startsWith('retention'))).toEqual([
      'retention.1',
      'retention.7',
      'retention.end',
    ]);
  });

  it('retention falls from day to day, and some leave while others stay', () => {
    const {
      'retention.1': first,
      'retention.7': week,
      'retention.end': end,
    } = valuesOf(evaluate(program, chance(), { users: USERS, seed: 'people' }));
    for (let i = 0; i < USERS; i++) expect(first[i] >= week[i] && week[i] >= end[i]).toBe(true);
    const stayed = end.reduce((sum, value) => sum + value, 0);
    expect(stayed).toBeGreaterThan(USERS / 2);
    expect(stayed).toBeLessThan(USERS);
  });

  it('keeps every action where asked to: a row of users for each day', () => {
    const options = { users: USERS, seed: 'people', days: 4 };
    const recorded = evaluate(program, chance(), { ...options, record: true });
    const rows: number[] = [];
    for (const { actions, next } of interact(
      new PopulationEnvironment(program, { users: USERS }),
      chance(),
      'people',
    )) {
      rows.push(...actions);
      if (next.day === 4) break;
    }
    expect([...recorded.actions]).toEqual(rows);
    expect(evaluate(program, chance(), options).actions).toHaveLength(0);
    expect(valuesOf(recorded)).toEqual(valuesOf(evaluate(program, chance(), options)));
  });

  it('counts the stages of every evening: all users, ever more of them gone', () => {
    const { stageCounts, metrics } = evaluate(program, chance(), { users: USERS, seed: 'people' });
    const evenings = Array.from({ length: 12 }, (_, day) => [...stageCounts.subarray(2 * day, 2 * day + 2)]);
    for (const [present, gone] of evenings) expect(present + gone).toBe(USERS);
    const end = metrics
      .find(({ name }) => name === 'retention.end')!
      .values.reduce((sum, value) => sum + value, 0);
    expect(evenings[11][0]).toBe(end);
    expect(evenings.map(([, gone]) => gone)).toEqual(evenings.map(([, gone]) => gone).sort((a, b) => a - b));
  });

  it('meets the same people with the same luck under policies that act alike', () => {
    const options = { users: USERS, seed: 'people' };
    const alike = { selectActions: always(0).selectActions };
    expect(valuesOf(evaluate(program, always(0), options))).toEqual(
      valuesOf(evaluate(program, alike, options)),
    );
    expect(valuesOf(evaluate(program, always(0), { ...options, seed: 'others' }))).not.toEqual(
      valuesOf(evaluate(program, always(0), options)),
    );
  });
});

describe('evaluatePatiently(program, policy, options, signal)', () => {
  it('gives the same as evaluate()', async () => {
    const options = { users: USERS, seed: 'people', record: true };
    const patient = await evaluatePatiently(program, chance(), options);
    expect(patient).toEqual(evaluate(program, chance(), options));
  });

  it('stops with the reason of the signal', async () => {
    const abort = new AbortController();
    abort.abort(new Error('enough'));
    const options = { users: USERS, seed: 'people' };
    await expect(evaluatePatiently(program, chance(), options, abort.signal)).rejects.toThrow('enough');
  });

  it('lets a signal be heard on the way, however few users a day has', async () => {
    const abort = new AbortController();
    const heard = new Promise((resolve) => setImmediate(resolve)).then(() => abort.abort(new Error('heard')));
    const long = { ...program, horizon: 100_000 };
    await expect(
      evaluatePatiently(long, always(0), { users: 10, seed: 'people' }, abort.signal),
    ).rejects.toThrow('heard');
    await heard;
  });
});
