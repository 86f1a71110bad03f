import { describe, expect, it } from 'vitest';
import type { Observation, Policy } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import {
  choicesOf,
  expectDecisions,
  expectProbabilities,
  withAvailability,
} from '../../contracts/policyContract.ts';
import { compatible } from '../../support/chiSquare.ts';
import { load, smallScenario } from '../scenario/smallScenario.ts';

const USERS = 12_000;
const ACTIONS = 3;

function rule(choose: string, key = 1, name = 'r'): Policy {
  const text = smallScenario({
    actions: 'actions: { none: { pull: 0 }, coupon: { pull: 1 }, call: { pull: 2 } }',
    observe: 'observe: { mood: { value: mood, bins: [0.5] } }',
    rules: `rules: { ${name}: { about: a test, choose: ${choose} } }`,
    checks: '',
  });
  return new PopulationEnvironment(load(text), { users: 1 }).spec.rules[0].create(key);
}

/** Users in two moods; every fifth has left. */
const OBSERVATION: Observation = {
  features: Float32Array.from({ length: USERS }, (_, i) => (i % 2 === 0 ? 0.25 : 0.75)),
  states: Uint32Array.from({ length: USERS }, (_, i) => i % 2),
  active: Uint8Array.from({ length: USERS }, (_, i) => (i % 5 === 0 ? 0 : 1)),
};
const RESTRICTED = withAvailability(OBSERVATION, ACTIONS);

const MIXED =
  '[{ when: mood < 0.5, do: { coupon: 0.75, none: gain / 4, call: 0.125 } }, { do: { call: 0.5, coupon: 0.5 } }]';

function lawOf(policy: Policy, observation: Observation, user: number): number[] {
  const probabilities = new Float32Array(USERS * ACTIONS).fill(Number.NaN);
  policy.actionProbabilities!(observation, probabilities);
  return [...probabilities.subarray(ACTIONS * user, ACTIONS * (user + 1))];
}

describe('a rule with probabilities', () => {
  it('tells those of the first line that holds, in the order of the actions', () => {
    expect(lawOf(rule(MIXED), OBSERVATION, 2)).toEqual([0.125, 0.75, 0.125]);
    expect(lawOf(rule(MIXED), OBSERVATION, 1)).toEqual([0, 0.5, 0.5]);
    expect(lawOf(rule(MIXED), OBSERVATION, 0)).toEqual([1, 0, 0]);
  });

  it('draws from what it tells, and gives the first action to who has left', () => {
    const policy = rule(MIXED);
    for (const observation of [OBSERVATION, RESTRICTED, OBSERVATION]) {
      expectDecisions(policy, observation, ACTIONS);
      expectProbabilities(policy, observation, ACTIONS);
    }
  });

  it('takes the first action where no line holds, and a line without probabilities as it stands', () => {
    const policy = rule(
      '[{ when: mood > 0.5, do: call }, { when: mood > 1, do: { none: 0.5, coupon: 0.5 } }]',
    );
    expect(lawOf(policy, OBSERVATION, 1)).toEqual([0, 0, 1]);
    expect(lawOf(policy, OBSERVATION, 2)).toEqual([1, 0, 0]);
    const chosen = choicesOf(policy, OBSERVATION);
    expect(chosen).toEqual(chosen.map((_, i) => (i % 2 === 1 && i % 5 !== 0 ? 2 : 0)));
  });

  it('moves the probability of what is not available to the first action that is', () => {
    const available = new Uint8Array(USERS * ACTIONS).fill(1);
    const offer = (user: number, row: readonly number[]) => available.set(row, user * ACTIONS);
    offer(1, [0, 1, 0]);
    offer(2, [0, 0, 1]);
    offer(3, [1, 0, 1]);
    offer(4, [0, 0, 0]);
    const laws = [1, 2, 3, 4, 6].map((user) => lawOf(rule(MIXED), { ...OBSERVATION, available }, user));
    expect(laws).toEqual([
      [0, 1, 0],
      [0, 0, 1],
      [0.5, 0, 0.5],
      [1, 0, 0],
      [0.125, 0.75, 0.125],
    ]);
  });

  it('draws anew every day, with every key and under every name, and the same from the same', () => {
    const days = (policy: Policy) => [choicesOf(policy, OBSERVATION), choicesOf(policy, OBSERVATION)];
    const [today, tomorrow] = days(rule(MIXED));
    expect(days(rule(MIXED))).toEqual([today, tomorrow]);
    expect(tomorrow).not.toEqual(today);
    expect(days(rule(MIXED, 2))[0]).not.toEqual(today);
    expect(days(rule(MIXED, 1, 'other'))[0]).not.toEqual(today);
  });

  it('draws today without regard to what it drew yesterday', () => {
    const policy = rule('[{ do: { none: 0.5, call: 0.5 } }]');
    const [today, tomorrow] = [choicesOf(policy, OBSERVATION), choicesOf(policy, OBSERVATION)];
    const counts = [0, 0, 0, 0];
    for (const [i, action] of today.entries())
      if (OBSERVATION.active[i] === 1) counts[action + tomorrow[i] / 2]++;
    expect(compatible(counts, new Array(4).fill((0.8 * USERS) / 4))).toBe(true);
  });
});

describe('a rule without probabilities', () => {
  it('draws nothing, also where it is written as a certainty', () => {
    for (const choose of ['[{ do: call }]', '[{ do: { call: 1 } }]', '[{ do: { call: 1, none: 0 } }]'])
      expect(rule(choose)).not.toHaveProperty('actionProbabilities');
  });

  it('takes available actions only', () => {
    const policy = rule('[{ when: mood < 0.5, do: coupon }, { do: call }]');
    expectDecisions(policy, RESTRICTED, ACTIONS);
    const free = choicesOf(policy, OBSERVATION);
    const taken = choicesOf(policy, RESTRICTED);
    for (const [i, action] of free.entries())
      if (RESTRICTED.available![ACTIONS * i + action] === 1) expect(taken[i]).toBe(action);
    expect(taken).not.toEqual(free);
  });
});
