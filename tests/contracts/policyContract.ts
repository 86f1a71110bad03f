import { describe, expect, it } from 'vitest';
import type { PolicyKind } from '../../agents/kinds.ts';
import type { Observation, Policy } from '../../environments/contract.ts';
import { compatible } from '../support/chiSquare.ts';
import { LEAVE, REST, restInvestLeave } from '../support/restInvestLeave.ts';

const NOT_WRITTEN = 255;

/** A day in the middle of an episode: users in both states, every seventh of them gone. */
export function mixedObservation(users: number): Observation {
  const world = restInvestLeave(users, 10);
  world.reset('mixed');
  const taken = Uint8Array.from({ length: users }, (_, i) => (i % 7 === 0 ? LEAVE : i % 2));
  return world.step(taken).observation;
}

/** What a policy does on one day, with whatever it left unwritten. */
export function choicesOf(policy: Policy, observation: Observation): number[] {
  const actions = new Uint8Array(observation.active.length).fill(NOT_WRITTEN);
  policy.selectActions(observation, actions);
  return [...actions];
}

/** What every policy has to keep, learned or written down. */
export function expectDecisions(policy: Policy, observation: Observation, actionCount: number): void {
  const choices = choicesOf(policy, observation);
  const wrong = choices.filter((action, i) =>
    observation.active[i] === 1 ? action >= actionCount : action !== REST,
  );
  expect(wrong).toEqual([]);
}

/**
 * Compares the probabilities that a policy gives with what it then does, one action after the other. A policy that
 * gives none has to do the same again.
 */
export function expectProbabilities(policy: Policy, observation: Observation, actionCount: number): void {
  if (!policy.actionProbabilities) {
    expect(choicesOf(policy, observation)).toEqual(choicesOf(policy, observation));
    return;
  }
  const { active } = observation;
  const probabilities = new Float32Array(active.length * actionCount).fill(Number.NaN);
  policy.actionProbabilities(observation, probabilities);
  const groups = new Map<string, { law: readonly number[]; counts: number[] }>();
  for (const [i, choice] of choicesOf(policy, observation).entries()) {
    const law = [...probabilities.subarray(i * actionCount, (i + 1) * actionCount)];
    const group = groups.get(String(law)) ?? { law, counts: law.map(() => 0) };
    groups.set(String(law), group);
    group.counts[choice]++;
    if (active[i] === 0 && law[REST] !== 1) expect.fail(`user ${i} has left, and yet may get ${law}`);
  }
  for (const { law, counts } of groups.values()) expectLaw(law, counts);
}

function expectLaw(law: readonly number[], counts: readonly number[]): void {
  expect(law.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 6);
  expect(law.filter((p) => !(p >= 0 && p <= 1))).toEqual([]);
  const users = counts.reduce((sum, count) => sum + count, 0);
  const expected = law.map((p) => p * users);
  expect(compatible(counts, expected), `${counts} where ${expected} are expected`).toBe(true);
}

/** What holds for every policy that does not learn. */
export function policyContract({ name, create }: PolicyKind): void {
  describe(`${name}, as a policy`, () => {
    const { spec } = restInvestLeave(4_000, 10);
    const observation = mixedObservation(spec.users);

    it('selectActions() takes an action of the world for who is there, and the first for who has left', () => {
      expectDecisions(create(spec, { key: 1 }), observation, spec.actions.length);
    });

    it('selectActions() does the same again from the same key, day after day', () => {
      const [one, other] = [create(spec, { key: 1 }), create(spec, { key: 1 })];
      for (let day = 0; day < 3; day++)
        expect(choicesOf(one, observation)).toEqual(choicesOf(other, observation));
    });

    it('actionProbabilities() add up to 1 and match what it does, or it is deterministic', () => {
      const policy = create(spec, { key: 1 });
      for (let day = 0; day < 3; day++) expectProbabilities(policy, observation, spec.actions.length);
    });
  });
}
