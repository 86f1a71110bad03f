import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AGENTS } from '../../../agents/index.ts';
import { settingsOf } from '../../../agents/kinds.ts';
import type { Agent, Observation } from '../../../environments/contract.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { solveExactly, worthOf } from '../../../src/experiment/exactResult.ts';
import { liveEpisodes } from '../../support/episodes.ts';

const FOLDER = join(import.meta.dirname, '../../probes');
const NAMES = ['linear-q-learning', 'dqn', 'reinforce', 'a2c', 'ppo'];
const USERS = 200;

const probe = (name: string): Program => loadScenario(readScenarioFile(join(FOLDER, `${name}.yaml`)));

/** Settings for worlds in which everything is learned in a few hundred days, and people who never tire. */
const COMMON = { discount: 0.9, hiddenUnits: 16, learningRate: 0.01, learningRateEnd: 0.05 };
const VALUES = {
  batchSize: 256,
  warmUp: 256,
  targetRate: 0.05,
  epsilonEnd: 0.1,
  nStep: 1,
  replaySize: 20_000,
};
const SETTINGS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'linear-q-learning': VALUES,
  dqn: VALUES,
  reinforce: { batchSize: 256, restraint: 0 },
  a2c: { rolloutDays: 2, restraint: 0 },
  ppo: { batchSize: 512, rolloutDays: 5, restraint: 0 },
};

function trained(program: Program, name: string, episodes: number): Agent {
  const kind = AGENTS.find((agent) => agent.name === name)!;
  const { hiddenUnits, ...linear } = COMMON;
  const common = kind.hyperparameters['hiddenLayers'] ? { hiddenUnits, ...linear } : linear;
  const environment = new PopulationEnvironment(program, { users: USERS });
  const trainingDays = episodes * program.horizon;
  const settings = settingsOf(kind, { ...common, ...SETTINGS[name] });
  const agent = kind.create(environment.spec, { key: 1, trainingDays }, settings);
  liveEpisodes(
    environment,
    agent,
    Array.from({ length: episodes }, (_, episode) => `train/${episode}`),
  );
  return agent;
}

/** One user for each row of features. */
function showing(features: readonly number[]): Observation {
  return {
    features: Float32Array.from(features),
    states: new Uint32Array(features.length),
    active: new Uint8Array(features.length).fill(1),
  };
}

/** The best estimate of each user: of the action that would be taken, or of what is seen. */
function valuesOf(agent: Agent, observation: Observation): number[] {
  const estimates = agent.estimates!(observation);
  const columns = estimates.length / observation.active.length;
  return Array.from(observation.active, (_, user) =>
    Math.max(...estimates.subarray(user * columns, (user + 1) * columns)),
  );
}

/** Exact worth of the learned policy, as a part of the optimum. */
function partOfOptimum(program: Program, agent: Agent): number {
  const result = solveExactly(program, { ...program.objective, kind: 'discounted', days: program.horizon });
  return worthOf(result, 'learned', agent.greedy()).value / result.solution.optimum;
}

describe.each(NAMES)('%s', (name) => {
  it('learns that a constant reward is worth Σ γᵗ, though episodes are cut off', () => {
    const [value] = valuesOf(trained(probe('constant-reward'), name, 60), showing([0]));
    expect(value).toBeGreaterThan(9);
    expect(value).toBeLessThan(11);
  });

  it('learns a value that depends on what is seen', () => {
    const [low, none, high] = valuesOf(
      trained(probe('reward-from-observation'), name, 40),
      showing([-1, 0, 1]),
    );
    expect(Math.abs(low + 1)).toBeLessThan(0.15);
    expect(Math.abs(none)).toBeLessThan(0.15);
    expect(Math.abs(high - 1)).toBeLessThan(0.15);
  });

  it('carries a reward back over two days, and nothing over the end', () => {
    const [first, second, third] = valuesOf(trained(probe('two-step-delay'), name, 150), showing([0, 1, 2]));
    expect(Math.abs(first - 0.81)).toBeLessThan(0.06);
    expect(Math.abs(second - 0.9)).toBeLessThan(0.06);
    expect(Math.abs(third - 1)).toBeLessThan(0.06);
  });

  it.each(['reward-from-action', 'reward-from-both'])(
    'finds what pays in %s, within 2 % of the optimum',
    (world) => {
      const program = probe(world);
      expect(partOfOptimum(program, trained(program, name, 60))).toBeGreaterThan(0.98);
    },
  );
});
