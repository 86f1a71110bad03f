import { describe, expect, it } from 'vitest';
import type { ActorCriticPlan } from '../../../agents/deep/actorCritic.ts';
import { clippedSurrogate } from '../../../agents/deep/losses/clippedSurrogate.ts';
import type { Decisions } from '../../../agents/deep/losses/policyLoss.ts';
import { Rollout } from '../../../agents/deep/memory/rollout.ts';
import { parameterCount } from '../../../agents/deep/networks/description.ts';
import { PolicyImprover } from '../../../agents/deep/policyImprover.ts';
import { FeatureScale } from '../../../agents/deep/scaling/featureScale.ts';
import { simdEngine } from '../../../agents/deep/simd/simdNetwork.ts';
import { dayOf, specOf } from './days.ts';
import { slowForward } from './simd/slowNetwork.ts';
import { expectClose, uniforms } from './simd/trials.ts';
import { spied, type TrainedStep } from './spiedNetwork.ts';

const [USERS, DAYS, ACTIONS] = [4, 3, 3];
const SPEC = specOf({ users: USERS, features: 1, actions: ACTIONS });
const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, maxGradientNorm: Infinity };
const [DISCOUNT, LAMBDA, SCALE] = [0.5, 0.8, 0.25];

/** The second user leaves on the first day, the third on the last; the fourth had left before. */
const LEAVES = [Infinity, 0, 2, -1];
const featureOf = (user: number, day: number) => 1 + user + 0.1 * day;
const actionOf = (user: number, day: number) => (user + day) % ACTIONS;
const rewardOf = (user: number, day: number) => 3 * user - 2 * day;
/** The action after the one that was taken is missing now and then. */
const availableOf = (user: number, day: number) =>
  [0, 1, 2].map((a) => ((user + day) % 2 === 0 && a === (actionOf(user, day) + 1) % ACTIONS ? 0 : 1));

const PLAN: ActorCriticPlan = {
  rolloutDays: DAYS,
  lambda: LAMBDA,
  surrogate: clippedSurrogate(0.2),
  clip: 0.2,
  epochs: 2,
  batchSize: 4,
  entropyWeight: 0,
  restraint: 0,
};

/** Features as they are but for the unit: mean 0, deviation 2. */
function scaleOf(): FeatureScale {
  const scale = new FeatureScale(1);
  scale.see(dayOf([{ features: [-2] }, { features: [2] }]).observation);
  return scale;
}

function dayOn(day: number) {
  return dayOf(
    LEAVES.map((leaves, user) => ({
      features: [day > leaves ? 1e6 : featureOf(user, day)],
      left: day > leaves,
      available: day > leaves ? [0, 0, 0] : availableOf(user, day),
    })),
  );
}

function rolloutOf(scale: FeatureScale): Rollout {
  const rollout = new Rollout(DAYS, SPEC);
  for (let day = 0; day < DAYS; day++) {
    const actions = Uint8Array.from(LEAVES, (_, user) => actionOf(user, day));
    const rewards = Float32Array.from(LEAVES, (_, user) => rewardOf(user, day));
    const discounts = Float32Array.from(LEAVES, (leaves) => (day >= leaves ? 0 : DISCOUNT));
    rollout.push(dayOn(day), actions, { rewards, discounts }, scale);
  }
  return rollout;
}

/** What a network says of a user's day. */
type Says = (user: number, day: number) => number[];

function improved(plan: Partial<ActorCriticPlan> = {}) {
  const describe = (outputs: number) =>
    ({ inputs: 1, hidden: [4], activation: 'tanh', outputs, outputGain: 1 }) as const;
  const create = (outputs: number, stream: number) =>
    spied(simdEngine.create(describe(outputs), ADAM, uniforms(parameterCount(describe(outputs)), stream, 1)));
  const [actor, critic] = [create(ACTIONS, 1), create(1, 2)];
  const says = ({ network }: typeof actor): Says => {
    const parameters = network.parameters();
    return (user, day) => slowForward(network.description, parameters, [featureOf(user, day) / 2], 1);
  };
  const [logits, values] = [says(actor), says(critic)];
  const features = scaleOf();
  const rollout = rolloutOf(features);
  const parts = { actor: actor.network, critic: critic.network, rollout, features, key: 1 };
  const figures = new PolicyImprover(parts, { ...PLAN, ...plan }).improve(dayOn(DAYS).observation, {
    learningRate: 0.01,
    entropyWeight: 0,
    rewardScale: SCALE,
  });
  return { actor, critic, logits, values, figures };
}

const DECISIONS = LEAVES.flatMap((leaves, user) =>
  Array.from({ length: Math.min(DAYS, leaves + 1) }, (_, day) => ({ user, day })),
);

/** Aₜ from the recursion of the paper. */
function advantageOf(values: Says, user: number, day: number): number {
  const [value] = values(user, day);
  const reward = SCALE * rewardOf(user, day);
  if (day === LEAVES[user]) return reward - value;
  const delta = reward + DISCOUNT * values(user, day + 1)[0] - value;
  return delta + (day + 1 < DAYS ? DISCOUNT * LAMBDA * advantageOf(values, user, day + 1) : 0);
}

function logProbabilityOf(logits: Says, user: number, day: number): number {
  const row = logits(user, day);
  const powers = row.filter((_, a) => availableOf(user, day)[a] === 1).map(Math.exp);
  return row[actionOf(user, day)] - Math.log(powers.reduce((a, b) => a + b, 0));
}

/** The decisions that a network was trained on, in their order, one list for each of some columns. */
function rowsOf(
  steps: readonly TrainedStep[],
  columnsOf: (targets: unknown, row: number) => number[],
): number[][] {
  return steps.flatMap(({ inputs, rows, targets }) =>
    Array.from({ length: rows }, (_, row) => [inputs[row], ...columnsOf(targets, row)]),
  );
}

const inOrder = (rows: readonly number[][]) => [...rows].sort((a, b) => a[0] - b[0]);

describe('PolicyImprover', () => {
  it('trains the policy on every decision: its advantage, standardised, its log probability, what was available', () => {
    const { actor, logits, values } = improved({ epochs: 1 });
    const advantages = DECISIONS.map(({ user, day }) => advantageOf(values, user, day));
    const mean = advantages.reduce((a, b) => a + b, 0) / advantages.length;
    const deviation = Math.sqrt(advantages.reduce((sum, a) => sum + (a - mean) ** 2, 0) / advantages.length);
    const wanted = DECISIONS.map(({ user, day }, k) => [
      featureOf(user, day) / 2,
      actionOf(user, day),
      (advantages[k] - mean) / deviation,
      logProbabilityOf(logits, user, day),
      ...availableOf(user, day),
    ]);
    const actual = rowsOf(actor.steps, (targets, row) => {
      const { actions, advantages: better, logProbabilities, available } = targets as Decisions;
      const said = [...available!.subarray(ACTIONS * row, ACTIONS * (row + 1))];
      return [actions[row], better[row], logProbabilities[row], ...said];
    });
    expectClose(inOrder(actual).flat(), inOrder(wanted).flat(), 1e-5);
  });

  it('trains the values on the returns', () => {
    const { critic, values } = improved({ epochs: 1 });
    const wanted = DECISIONS.map(({ user, day }) => [
      featureOf(user, day) / 2,
      advantageOf(values, user, day) + values(user, day)[0],
    ]);
    const actual = rowsOf(critic.steps, (targets, row) => [(targets as Float32Array)[row]]);
    expectClose(inOrder(actual).flat(), inOrder(wanted).flat(), 1e-5);
  });

  it('goes through all decisions in every epoch, in batches and in another order', () => {
    const { actor, critic } = improved();
    expect(DECISIONS.length).toBe(7);
    expect(actor.steps.map(({ rows }) => rows)).toEqual([4, 3, 4, 3]);
    const epochs = [actor.steps.slice(0, 2), actor.steps.slice(2)].map((steps) =>
      rowsOf(steps, () => []).flat(),
    );
    expect(new Set(epochs[0])).toEqual(new Set(epochs[1]));
    expect(new Set(epochs[0]).size).toBe(7);
    expect(epochs[0]).not.toEqual(epochs[1]);
    expect(critic.steps.map(({ inputs }) => inputs)).toEqual(actor.steps.map(({ inputs }) => inputs));
  });

  it('takes one step on all of them where batches have no limit', () => {
    expect(improved({ epochs: 1, batchSize: Infinity }).actor.steps.map(({ rows }) => rows)).toEqual([7]);
  });

  it('moves both networks in proportion where a batch is not full, as people left or an epoch ends', () => {
    for (const { steps } of [improved({ epochs: 1 }).actor, improved({ epochs: 1 }).critic])
      expect(steps.map(({ rate }) => rate)).toEqual([0.01, 0.0075]);
    const [all] = improved({ epochs: 1, batchSize: Infinity }).actor.steps;
    expect(all.rate).toBeCloseTo((0.01 * 7) / (USERS * DAYS), 12);
  });

  it('judges by the policy that took the decisions in every epoch', () => {
    const { actor } = improved({ epochs: 3, batchSize: Infinity });
    const before = actor.steps.map((step) =>
      inOrder(rowsOf([step], (targets, row) => [(targets as Decisions).logProbabilities[row]])),
    );
    expect(before[1]).toEqual(before[0]);
    expect(before[2]).toEqual(before[0]);
  });

  it('says how much of the returns the values explained before they learned', () => {
    const { values, figures } = improved();
    const returns = DECISIONS.map(({ user, day }) => advantageOf(values, user, day) + values(user, day)[0]);
    const errors = DECISIONS.map(({ user, day }) => advantageOf(values, user, day));
    const variance = (numbers: readonly number[]) => {
      const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
      return numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0);
    };
    expectClose([figures['explainedVariance']], [1 - variance(errors) / variance(returns)], 1e-5);
  });

  it('does nothing where nobody had a decision to take', () => {
    const features = scaleOf();
    const rollout = new Rollout(DAYS, SPEC);
    const description = { inputs: 1, hidden: [], activation: 'tanh', outputs: 1, outputGain: 1 } as const;
    const { network, steps } = spied(simdEngine.create(description, ADAM, new Float32Array(2)));
    const improver = new PolicyImprover({ actor: network, critic: network, rollout, features, key: 1 }, PLAN);
    const schedules = { learningRate: 1, entropyWeight: 0, rewardScale: 1 };
    expect(improver.improve(dayOn(DAYS).observation, schedules)).toEqual({});
    expect(steps).toEqual([]);
  });
});
