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

/**
 * The same day with some actions that some users may not be given: every way of it, also none at all, but for those
 * who have left.
 */
export function withAvailability(observation: Observation, actionCount: number): Observation {
  const { active } = observation;
  const available = Uint8Array.from({ length: active.length * actionCount }, (_, cell) => {
    const [user, action] = [Math.floor(cell / actionCount), cell % actionCount];
    return active[user] === 1 && (Math.floor(user / 14) >> action) % 2 === 1 ? 1 : 0;
  });
  return { ...observation, available };
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
  const wrong = choices.filter((action, i) => !choicesFor(i, observation, actionCount).includes(action));
  expect(wrong).toEqual([]);
}

/** What a user may be given: the first action who has left, and where none is available. */
function choicesFor(user: number, { active, available }: Observation, actionCount: number): number[] {
  if (active[user] === 0) return [REST];
  const actions = Array.from({ length: actionCount }, (_, action) => action);
  const choices = actions.filter((a) => !available || available[user * actionCount + a] === 1);
  return choices.length > 0 ? choices : [REST];
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
  const groups = new Map<string, { expected: number[]; counts: number[] }>();
  for (const [i, choice] of choicesOf(policy, observation).entries()) {
    const law = [...probabilities.subarray(i * actionCount, (i + 1) * actionCount)];
    expectLaw(law, choicesFor(i, observation, actionCount));
    // Users of one state, a tenth of them at a time: each may have a law of its own, but all is added up.
    const key = `${active[i]} ${observation.states[i]} ${Math.floor((10 * i) / active.length)}`;
    const group = groups.get(key) ?? { expected: law.map(() => 0), counts: law.map(() => 0) };
    groups.set(key, group);
    group.counts[choice]++;
    for (const [action, p] of law.entries()) group.expected[action] += p;
  }
  for (const { expected, counts } of groups.values())
    expect(compatible(counts, expected), `${counts} where ${expected} are expected`).toBe(true);
}

function expectLaw(law: readonly number[], choices: readonly number[]): void {
  const sum = law.reduce((total, p) => total + p, 0);
  const valid = law.every((p, action) => p >= 0 && p <= (choices.includes(action) ? 1 : 0));
  if (!valid || Math.abs(sum - 1) >= 1e-6) expect.fail(`${law} are not probabilities of ${choices}`);
}

/** What holds for every policy that does not learn. */
export function policyContract({ name, create }: PolicyKind): void {
  describe(`${name}, as a policy`, () => {
    const { spec } = restInvestLeave(4_000, 10);
    const observation = mixedObservation(spec.users);
    const restricted = withAvailability(observation, spec.actions.length);

    it('selectActions() takes an action of the world for who is there, and the first for who has left', () => {
      expectDecisions(create(spec, { key: 1 }), observation, spec.actions.length);
    });

    it('selectActions() takes available actions only, and the first where there is none', () => {
      expectDecisions(create(spec, { key: 1 }), restricted, spec.actions.length);
    });

    it('selectActions() does not mind being told that every action is available', () => {
      const available = new Uint8Array(spec.users * spec.actions.length).fill(1);
      const told = choicesOf(create(spec, { key: 1 }), { ...observation, available });
      expect(told).toEqual(choicesOf(create(spec, { key: 1 }), observation));
    });

    it('selectActions() does the same again from the same key, day after day', () => {
      const [one, other] = [create(spec, { key: 1 }), create(spec, { key: 1 })];
      for (let day = 0; day < 3; day++)
        expect(choicesOf(one, observation)).toEqual(choicesOf(other, observation));
    });

    it('actionProbabilities() add up to 1 and match what it does, or it is deterministic', () => {
      const policy = create(spec, { key: 1 });
      for (let day = 0; day < 3; day++) {
        expectProbabilities(policy, observation, spec.actions.length);
        expectProbabilities(policy, restricted, spec.actions.length);
      }
    });
  });
}
