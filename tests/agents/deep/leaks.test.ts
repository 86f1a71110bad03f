import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, openBackend } from '../../../agents/deep/backend.ts';
import { dqn } from '../../../agents/deep/dqn.ts';
import { initialWeights } from '../../../agents/deep/networks/initialWeights.ts';
import type { Network } from '../../../agents/deep/networks/network.ts';
import { ppo } from '../../../agents/deep/ppo.ts';
import { tensorEngine } from '../../../agents/deep/tensors/tensorNetwork.ts';
import { type AgentKind, settingsOf } from '../../../agents/kinds.ts';
import { learn } from '../../../src/experiment/interact.ts';
import { restInvestLeave } from '../../support/restInvestLeave.ts';
import { lossTrials } from './lossTrials.ts';
import { TidyEngine } from './openEngines.ts';
import { uniforms } from './simd/trials.ts';

const DESCRIPTION = { inputs: 4, hidden: [8, 8], activation: 'relu', outputs: 5, outputGain: 1 } as const;
const ADAM = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, maxGradientNorm: 1 };
/** Weights and biases of three layers. */
const VARIABLES = 6;

let backend: Backend;
beforeAll(async () => {
  backend = await openBackend('wasm');
});
const alive = () => backend.tf.memory().numTensors;

/** Tensors that are more after something was done than before. */
function left(doing: () => void): number {
  const before = alive();
  doing();
  return alive() - before;
}

const newNetwork = () =>
  tensorEngine(backend).create(DESCRIPTION, ADAM, initialWeights(DESCRIPTION, 1, 'leaks'));

function train(network: Network): void {
  for (const trial of lossTrials(DESCRIPTION.outputs))
    trial.batch(3, 1).train(network, uniforms(12, 1), 0.001);
}

describe('tensors of a network on wasm', () => {
  let network: Network;
  beforeAll(() => {
    network = newNetwork();
  });
  afterAll(() => network.dispose());

  it('are its variables and the two powers of Adam, and two moments of each from the first step on', () => {
    let other: Network | undefined;
    expect(left(() => (other = newNetwork()))).toBe(VARIABLES + 2);
    expect(left(() => train(other!))).toBe(2 * VARIABLES);
    expect(left(() => train(other!))).toBe(0);
    expect(left(() => other!.dispose())).toBe(-(3 * VARIABLES + 2));
  });

  it.each<[string, (network: Network) => void]>([
    ['forward()', (one) => one.forward(uniforms(12, 1), 3)],
    ['train()', train],
    ['parameters()', (one) => one.parameters()],
    ['state()', (one) => one.state()],
    ['assign()', (one) => one.assign(one.parameters())],
    ['restore()', (one) => one.restore(one.state())],
  ])('do not become more by %s', (_, call) => {
    train(network);
    const thrice = () => {
      for (let k = 0; k < 3; k++) call(network);
    };
    expect(left(thrice)).toBe(0);
  });

  it('do not become more by a state that is refused', () => {
    train(network);
    const state = network.state();
    const refused = left(() => {
      expect(() => network.assign(new Float32Array(3))).toThrow(RangeError);
      expect(() => network.restore({ ...state, first: new Float32Array(3) })).toThrow(RangeError);
    });
    expect(refused).toBe(0);
  });

  it('go back to the beginning by restore() of a state from before the first step', () => {
    const fresh = newNetwork();
    const state = fresh.state();
    train(fresh);
    expect(left(() => fresh.restore(state))).toBe(-2 * VARIABLES);
    fresh.dispose();
  });

  it('are gone when it is disposed of', () => {
    const lives = () => {
      const networks = [1, 2, 3].map(newNetwork);
      for (const one of networks) train(one);
      networks[0].restore(networks[1].state());
      for (const one of networks) one.dispose();
    };
    expect(left(lives)).toBe(0);
  });
});

describe('tensors of an agent on wasm', () => {
  const HORIZON = 8;
  const world = restInvestLeave(30, HORIZON);

  /** Tensors after each day of some episodes. */
  function daily(kind: AgentKind, given: Readonly<Record<string, number>>): number[] {
    const settings = settingsOf(kind, { hiddenUnits: 8, ...given });
    const engine = new TidyEngine(tensorEngine(backend));
    const context = { key: 1, trainingDays: 4 * HORIZON, engine };
    const agent = kind.create(world.spec, context, settings);
    const counts: number[] = [];
    for (const seed of ['a', 'b', 'c', 'd']) {
      for (const _ of learn(world, agent, seed)) counts.push(alive());
      agent.restore(agent.save());
      expect(alive()).toBe(counts.at(-1));
    }
    engine.tidyUp();
    return counts;
  }

  it('dqn: grow on the first day of learning by the moments of its online network, and never again', () => {
    const counts = daily(dqn, {
      warmUp: 60,
      batchSize: 16,
      updatesPerDay: 2,
      nStep: 1,
      priorityExponent: 0.6,
    });
    const [before, after] = [counts[0], counts.at(-1)!];
    expect(after - before).toBe(2 * VARIABLES);
    expect(new Set(counts)).toEqual(new Set([before, after]));
    expect(counts.indexOf(after)).toBeLessThan(HORIZON);
  });

  it('ppo: grow on the day of the first improvement by the moments of both networks, and never again', () => {
    const counts = daily(ppo, { rolloutDays: 3, batchSize: 16 });
    expect(counts[1]).toBe(counts[0]);
    expect(counts[2] - counts[0]).toBe(4 * VARIABLES);
    expect(new Set(counts.slice(2)).size).toBe(1);
  });
});
