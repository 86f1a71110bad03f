import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NetworkDescription } from '../../../agents/deep/networks/description.ts';
import { initialWeights } from '../../../agents/deep/networks/initialWeights.ts';
import type {
  AdamSettings,
  Network,
  NetworkEngine,
  StepFigures,
} from '../../../agents/deep/networks/network.ts';
import { type LossTrial, lossTrials, SQUARES } from './lossTrials.ts';
import { EVERYWHERE, open, type TidyEngine } from './openEngines.ts';
import { expectClose, titleOf, uniforms } from './simd/trials.ts';

const STEPS = 40;
const RATE = 1e-3;
/** Batches of these sizes in turns. */
const ROWS = [32, 7, 1];

/**
 * Sums of up to 64 products of 32-bit floats in another order differ by some units of 6e-8. What was seen: losses by
 * 4e-7 and lengths of gradients by 6e-7 of themselves, no more in the last step than in the first.
 */
const FIGURES = 3e-6;
/**
 * Adam divides a gradient by its own size, so that where a weight's gradient is hardly more than its ε of 1e-8, what
 * is lost by rounding is a visible part of the step. What was seen: 2e-6, of steps of 1e-3; most often 6e-8.
 */
const PARAMETERS = 1e-5;

const description = (
  inputs: number,
  hidden: readonly number[],
  activation: 'relu' | 'tanh',
  outputs: number,
): NetworkDescription => ({ inputs, hidden, activation, outputs, outputGain: 1 });

const LINEAR = description(4, [], 'relu', 5);
const RECTIFIERS = description(11, [64, 64], 'relu', 5);
const SMALL = description(7, [5], 'tanh', 3);
const ONE_OUTPUT = description(6, [8], 'tanh', 1);

/** Losses by network, so that each is met by a large one and by a small one. */
const LOSSES = new Map([
  [LINEAR, ['action values, δ = 0.5', 'clipped surrogate, entropy']],
  [SMALL, ['duelling action values, δ = 1', 'policy gradient, entropy, some not available']],
  [ONE_OUTPUT, [SQUARES.title]],
]);
LOSSES.set(RECTIFIERS, [...LOSSES.get(LINEAR)!, ...LOSSES.get(SMALL)!]);

const trialsOf = (network: NetworkDescription, titles: readonly string[]): LossTrial[] =>
  [SQUARES, ...lossTrials(network.outputs)].filter(
    ({ title, width }) => titles.includes(title) && width === network.outputs,
  );

const TRIALS = [...LOSSES].flatMap(([network, titles]) =>
  trialsOf(network, titles).flatMap((trial) =>
    [Infinity, 0.05].map(
      (longest) =>
        [`${titleOf(network)}, ${trial.title}, gradients up to ${longest}`, network, trial, longest] as const,
    ),
  ),
);

const adamOf = (maxGradientNorm: number): AdamSettings => ({
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-8,
  maxGradientNorm,
});

const create = (
  engine: NetworkEngine,
  network: NetworkDescription,
  longest = 0.05,
  name = 'first',
): Network => engine.create(network, adamOf(longest), initialWeights(network, 3, name));

function step(network: Network, trial: LossTrial, n: number): StepFigures {
  const rows = ROWS[n % ROWS.length];
  const inputs = uniforms(rows * network.description.inputs, 10 * n + 9, 2);
  return trial.batch(rows, 10 * n + 1000).train(network, inputs, RATE);
}

/** Steps from one to before another: their figures, and the parameters after each. */
function steps(network: Network, trial: LossTrial, from: number, to: number) {
  return Array.from({ length: to - from }, (_, k) => ({
    ...step(network, trial, from + k),
    parameters: network.parameters(),
  }));
}

type Steps = ReturnType<typeof steps>;

function expectAlike(actual: Steps, wanted: Steps): void {
  expect(actual.length).toBe(wanted.length);
  for (const [k, { loss, gradientNorm, parameters }] of wanted.entries()) {
    expectClose([actual[k].loss, actual[k].gradientNorm], [loss, gradientNorm], FIGURES);
    expectClose(actual[k].parameters, parameters, PARAMETERS);
  }
}

describe('simd, wasm and cpu', () => {
  it.each(TRIALS)('%s: agree after every step', async (_, network, trial, longest) => {
    const wanted = steps(create(await open('simd'), network, longest), trial, 0, STEPS);
    for (const name of ['wasm', 'cpu'] as const) {
      const engine = await open(name);
      expectAlike(steps(create(engine, network, longest), trial, 0, STEPS), wanted);
      engine.tidyUp();
    }
    const moved = wanted[0].parameters.map((value, k) => Math.abs(value - wanted[STEPS - 1].parameters[k]));
    expect(Math.max(...moved)).toBeGreaterThan(500 * PARAMETERS);
    expect(wanted.some(({ gradientNorm }) => gradientNorm > longest)).toBe(longest < 1);
  });
});

describe.each(EVERYWHERE)('a network on %s', (name) => {
  const trial = lossTrials(SMALL.outputs)[0];
  let engine: TidyEngine;
  beforeEach(async () => {
    engine = await open(name);
  });
  afterEach(() => engine.tidyUp());
  const network = (first?: string) => create(engine, SMALL, 0.05, first);
  const inputs = uniforms(5 * SMALL.inputs, 1, 2);

  it('gives the same bytes twice', () => {
    const [one, other] = [network(), network()];
    expect(steps(one, trial, 0, 10)).toEqual(steps(other, trial, 0, 10));
    expect(one.state()).toEqual(other.state());
  });

  it.each([0, 1, 12])('restored from the state after %i steps goes on with the same bytes', (before) => {
    const [one, other] = [network(), network('other')];
    steps(one, trial, 0, before);
    steps(other, trial, 5, 10);
    const state = one.state();
    other.restore(state);
    expect(other.state()).toEqual(state);
    expect(steps(other, trial, before, before + 9)).toEqual(steps(one, trial, before, before + 9));
    expect(other.state()).toEqual(one.state());
    expect(other.forward(inputs, 5)).toEqual(one.forward(inputs, 5));
  });

  it.each(EVERYWHERE)('goes on on %s like itself', async (elsewhere) => {
    const one = network();
    steps(one, trial, 0, 12);
    const state = one.state();
    const wanted = steps(one, trial, 12, 30);
    const there = await open(elsewhere);
    const other = create(there, SMALL, 0.05, 'other');
    other.restore(state);
    expectAlike(steps(other, trial, 12, 30), wanted);
    there.tidyUp();
  });

  it('assign() sets the parameters and leaves the moments', () => {
    const one = network();
    steps(one, trial, 0, 3);
    const { first, second, powers } = one.state();
    const parameters = initialWeights(SMALL, 9, 'assigned');
    one.assign(parameters);
    expect(one.state()).toEqual({ parameters, first, second, powers });
  });

  it('keeps nothing of the arrays it was given', () => {
    const parameters = initialWeights(SMALL, 3, 'first');
    const one = engine.create(SMALL, adamOf(0.05), parameters);
    parameters.fill(9);
    expect(one.parameters()).toEqual(network().parameters());
    const assigned = initialWeights(SMALL, 3, 'other');
    one.assign(assigned);
    assigned.fill(9);
    expect(one.parameters()).toEqual(network('other').parameters());
    steps(one, trial, 0, 3);
    const [state, kept] = [one.state(), one.state()];
    one.restore(state);
    for (const part of [state.parameters, state.first, state.second, state.powers]) part.fill(9);
    expect(one.state()).toEqual(kept);
  });

  it('hands out nothing that changes it', () => {
    const one = network();
    steps(one, trial, 0, 3);
    const kept = structuredClone(one.state());
    const { parameters, first, second, powers } = one.state();
    for (const part of [parameters, first, second, powers, one.parameters(), one.forward(inputs, 5)])
      part.fill(9);
    expect(one.state()).toEqual(kept);
  });

  it.each(['parameters', 'first', 'second', 'powers'] as const)(
    'refuses a state whose %s are of another size, and stays as it was',
    (part) => {
      const one = network();
      steps(one, trial, 0, 3);
      const state = one.state();
      expect(() => one.restore({ ...network().state(), [part]: new Float32Array(3) })).toThrow(RangeError);
      expect(() => one.assign(new Float32Array(3))).toThrow(RangeError);
      expect(one.state()).toEqual(state);
    },
  );

  it('says of each row the same alone and among others', () => {
    const one = network();
    const together = one.forward(inputs, 5).slice();
    const alone = [0, 1, 2, 3, 4].flatMap((row) => [...one.forward(inputs.subarray(7 * row), 1)]);
    expectClose(alone, together, 1e-6);
  });
});
