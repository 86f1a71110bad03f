import { describe, expect, it } from 'vitest';
import type { ValueTargets } from '../../../agents/deep/losses/actionValueLoss.ts';
import { ReplayBuffer } from '../../../agents/deep/memory/replayBuffer.ts';
import type { Sampler } from '../../../agents/deep/memory/sampler.ts';
import { qHead } from '../../../agents/deep/networks/qHead.ts';
import { QLearner } from '../../../agents/deep/qLearner.ts';
import { FeatureScale } from '../../../agents/deep/scaling/featureScale.ts';
import { ReturnScale } from '../../../agents/deep/scaling/returnScale.ts';
import { simdEngine } from '../../../agents/deep/simd/simdNetwork.ts';
import { dayOf, specOf } from './days.ts';
import { slowForward } from './simd/slowNetwork.ts';
import { expectClose, uniforms } from './simd/trials.ts';
import { spied } from './spiedNetwork.ts';

const ACTIONS = 3;
const SPEC = specOf({ features: 2, actions: ACTIONS });
const SETTINGS = { batchSize: 40, updatesPerDay: 1, warmUp: 30, targetRate: 0.25, huberDelta: 1, double: 1 };
const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, maxGradientNorm: Infinity };
const TRANSITIONS = 30;

/** Some after which nothing follows, whatever is seen then; some with actions missing, or all. */
const transitions = Array.from({ length: TRANSITIONS }, (_, n) => ({
  from: [...uniforms(2, 10 * n, 5)],
  action: n % ACTIONS,
  reward: (n % 7) - 3,
  discount: n % 4 === 0 ? 0 : Math.fround(0.9 ** (n % 3)),
  to: n % 4 === 0 ? [1e6, -1e6] : [...uniforms(2, 10 * n + 1, 5)],
  available: [(n % 8) & 1, ((n % 8) >> 1) & 1, (n % 8) >> 2],
}));

function bufferOf(): ReplayBuffer {
  const buffer = new ReplayBuffer(100, SPEC);
  for (const { from, action, reward, discount, to, available } of transitions) {
    const { observation } = dayOf([{ features: to, available }]);
    buffer.add(Float32Array.from(from), 0, action, reward, discount, observation, 0);
  }
  return buffer;
}

/** Draws place after place, notes the errors it is told of, and gives weights that are not all 1. */
function spiedSampler(heedsErrors: boolean): Sampler & { readonly noted: number[][] } {
  const noted: number[][] = [];
  return {
    draw(round, { places, weights }) {
      for (let k = 0; k < places.length; k++) {
        places[k] = (7 * k + round) % TRANSITIONS;
        weights[k] = 1 / (1 + (k % 3));
      }
    },
    heedsErrors,
    note: (_, errors) => noted.push([...errors]),
    noted,
    kept: { save: () => ({}), restore: () => () => {} },
  };
}

function setUp({ double = 1, duelling = false, heedsErrors = true, settings = {} }) {
  const head = qHead(ACTIONS, duelling);
  const description = {
    inputs: 2,
    hidden: [5],
    activation: 'tanh',
    outputs: head.width,
    outputGain: 1,
  } as const;
  const create = (stream: number) => {
    const size = 2 * 5 + 5 + 5 * head.width + head.width;
    return simdEngine.create(description, ADAM, uniforms(size, stream, 1));
  };
  const [{ network: online, steps }, target] = [spied(create(3)), create(4)];
  const features = new FeatureScale(2);
  features.see(dayOf(transitions.map(({ from }) => ({ features: from }))).observation);
  const returns = new ReturnScale(4);
  const earned = { rewards: Float32Array.of(-4, 4, -4, 4), discounts: new Float32Array(4) };
  returns.see(
    dayOf(
      [1, 2, 3, 4].map(() => ({ features: [] })),
      'first',
    ),
    earned,
  );
  const [buffer, sampler] = [bufferOf(), spiedSampler(heedsErrors)];
  const parts = { online, target, head, buffer, sampler, features, returns };
  const learner = new QLearner(parts, { ...SETTINGS, double, ...settings });
  return { ...parts, learner, steps };
}

type Setup = ReturnType<typeof setUp>;

/** The action values of what was seen, by a network's parameters of before the step. */
function slowValues(
  { online, head, features }: Setup,
  parameters: ArrayLike<number>,
  seen: readonly number[],
) {
  const row = new Float32Array(2);
  features.standardise(Float32Array.from(seen), 0, row, 0);
  const outputs = slowForward(online.description, parameters, row, 1);
  if (!head.duelling) return outputs;
  const advantages = outputs.slice(0, ACTIONS);
  const mean = advantages.reduce((a, b) => a + b, 0) / ACTIONS;
  return advantages.map((advantage) => outputs[ACTIONS] + advantage - mean);
}

/** R / σ + D Q̂(s′, a′). */
function slowTarget(setup: Setup, n: number, double: boolean, [ours, theirs]: Float32Array[]): number {
  const { reward, discount, to, available } = transitions[n];
  if (discount === 0) return reward / 4;
  const chooses = slowValues(setup, double ? ours : theirs, to);
  const allowed = [0, 1, 2].filter((a) => available[a] === 1 || !available.includes(1));
  const best = available.includes(1) ? allowed.reduce((a, b) => (chooses[b] > chooses[a] ? b : a)) : 0;
  return reward / 4 + discount * slowValues(setup, theirs, to)[best];
}

const placesOf = (round: number) => Array.from({ length: 40 }, (_, k) => (7 * k + round) % TRANSITIONS);

describe.each([
  [0, false],
  [1, false],
  [0, true],
  [1, true],
])('QLearner, double %i, duelling %s', (double, duelling) => {
  const setup = setUp({ double, duelling });
  const { online, target, steps, sampler } = setup;
  const before = [online.parameters(), target.parameters()];
  const figures = setup.learner.learn(0.01);
  const { inputs, rows, targets, rate } = steps[0];
  const { actions, values, weights } = targets as ValueTargets;
  const wanted = placesOf(0).map((n) => slowTarget(setup, n, double === 1, before));
  const now = placesOf(0).map(
    (n) => slowValues(setup, before[0], transitions[n].from)[transitions[n].action],
  );

  it('aims at the reward and what the target network says of the best available action', () => {
    expectClose(values, wanted, 1e-5);
    expect([...actions]).toEqual(placesOf(0).map((n) => transitions[n].action));
    expect([...weights].slice(0, 3)).toEqual([1, 0.5, Math.fround(1 / 3)]);
    expect([rows, rate]).toEqual([40, 0.01]);
  });

  it('learns from what was seen, standardised', () => {
    const row = new Float32Array(2);
    for (const [k, n] of placesOf(0).entries()) {
      setup.features.standardise(Float32Array.from(transitions[n].from), 0, row, 0);
      expect(inputs.subarray(2 * k, 2 * k + 2)).toEqual(row);
    }
  });

  it('tells the sampler how wrong the values were before the step', () => {
    expect(sampler.noted.length).toBe(1);
    expectClose(
      sampler.noted[0],
      wanted.map((value, k) => value - now[k]),
      1e-5,
    );
  });

  it('lets the target network follow by a part of the way', () => {
    const moved = online.parameters();
    expect(moved).not.toEqual(before[0]);
    const mixed = [...before[1]].map((slow, k) => 0.75 * slow + 0.25 * moved[k]);
    expectClose(target.parameters(), mixed, 1e-6);
  });

  it('says what the values of the batch were before the step, in units of reward', () => {
    const mean = now.reduce((a, b) => a + b, 0) / now.length;
    const all = placesOf(0).flatMap((n) => slowValues(setup, before[0], transitions[n].from));
    expectClose([figures['qMean'], figures['qMax']], [4 * mean, 4 * Math.max(...all)], 1e-4);
  });
});

describe('QLearner', () => {
  it('takes so many steps a day, each on another batch, and goes on with the rounds of a snapshot', () => {
    const { learner, steps } = setUp({ settings: { updatesPerDay: 3 } });
    learner.learn(0.01);
    expect(steps.length).toBe(3);
    const drawn = steps.map(({ targets }) => (targets as ValueTargets).actions);
    expect(drawn[0]).toEqual(Uint8Array.from(placesOf(0), (n) => transitions[n].action));
    expect(drawn[2]).toEqual(Uint8Array.from(placesOf(2), (n) => transitions[n].action));
    const other = setUp({});
    other.learner.kept.restore(learner.kept.save())();
    other.learner.learn(0.01);
    expect((other.steps[0].targets as ValueTargets).actions).toEqual(
      Uint8Array.from(placesOf(3), (n) => transitions[n].action),
    );
  });

  it('takes none while there are too few transitions', () => {
    const { learner, steps } = setUp({ settings: { warmUp: TRANSITIONS + 1 } });
    expect(learner.learn(0.01)).toEqual({});
    expect(steps).toEqual([]);
  });

  it('tells nothing to a sampler that does not heed errors', () => {
    const { learner, sampler } = setUp({ heedsErrors: false });
    learner.learn(0.01);
    expect(sampler.noted).toEqual([]);
  });
});
