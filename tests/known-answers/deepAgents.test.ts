import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AGENTS } from '../../agents/index.ts';
import { settingsOf } from '../../agents/kinds.ts';
import type { Agent } from '../../environments/contract.ts';
import { observedOptimum } from '../../environments/exact/solve/observedPolicy.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../environments/random/streams.ts';
import { loadScenario, readScenarioFile } from '../../environments/scenario/loadScenario.ts';
import { observeEverything } from '../../environments/scenario/observeEverything.ts';
import type { Program } from '../../environments/scenario/program.ts';
import { evaluate } from '../../src/experiment/evaluate.ts';
import { solveExactly, worthOf } from '../../src/experiment/exactResult.ts';
import { seedInterval } from '../../src/statistics/interval.ts';
import { liveEpisodes } from '../support/episodes.ts';

const CLASSICS = join(import.meta.dirname, '../../scenarios/classics');
const SHORT_CORRIDOR = -11.656854;

const classic = (name: string): Program => loadScenario(readScenarioFile(join(CLASSICS, `${name}.yaml`)));

interface Lesson {
  readonly users: number;
  readonly episodes: number;
  readonly settings?: Readonly<Record<string, number>>;
}

function trained(
  program: Program,
  name: string,
  seed: string,
  { users, episodes, settings = {} }: Lesson,
): Agent {
  const kind = AGENTS.find((agent) => agent.name === name)!;
  const environment = new PopulationEnvironment(program, { users });
  const context = { key: streamKey(seed, 'exploration'), trainingDays: episodes * program.horizon };
  const { criterion, discount } = program.objective;
  const own = criterion === 'discounted' || criterion === 'total' ? { discount } : {};
  const agent = kind.create(environment.spec, context, settingsOf(kind, { ...own, ...settings }));
  const seeds = Array.from({ length: episodes }, (_, episode) => `${seed}/train/${episode}`);
  liveEpisodes(environment, agent, seeds);
  return agent;
}

/** Exact worth of the learned policy and of the best one over what is observed. */
function worths(program: Program, agent: Agent): { learned: number; best: number } {
  const { criterion = 'horizon', discount } = program.objective;
  const result = solveExactly(program, { kind: criterion, discount, days: program.horizon });
  return {
    learned: worthOf(result, 'learned', agent.greedy()).value,
    best: observedOptimum(result.process, result.solution).optimum,
  };
}

describe('short corridor', () => {
  it.each(['reinforce', 'ppo'])('%s finds the best coin toss, with its defaults', (name) => {
    const program = classic('short-corridor');
    const agents = ['1', '2', '3'].map((seed) => trained(program, name, seed, { users: 1000, episodes: 30 }));
    for (const agent of agents) expect(worths(program, agent).learned).toBeGreaterThan(1.01 * SHORT_CORRIDOR);
    const returns = agents.map((agent, k) => {
      const { metrics } = evaluate(program, agent.greedy(), { users: 5000, seed: `held-out/${k}` });
      return metrics.find((metric) => metric.name === 'return')!.values;
    });
    const { low, high } = seedInterval(returns);
    expect(low).toBeLessThan(SHORT_CORRIDOR);
    expect(high).toBeGreaterThan(SHORT_CORRIDOR);
  });
});

const QUIET = { epsilonStart: 1, epsilonEnd: 0.02, epsilonSpread: 0 };
const PPO = { restraint: 0, batchSize: 256, learningRate: 0.003, entropyWeight: 0.05, lambda: 0.9 };

describe('within 2 % of the optimum over what is observed', () => {
  it.each([
    ['pfeifer-carraway', 'dqn', { users: 500, episodes: 30, settings: QUIET }],
    ['pfeifer-carraway', 'ppo', { users: 500, episodes: 60, settings: PPO }],
    ['toymaker', 'dqn', { users: 200, episodes: 10, settings: { ...QUIET, discount: 0.9 } }],
    ['toymaker', 'ppo', { users: 200, episodes: 20, settings: { ...PPO, discount: 0.9 } }],
    ['gridworld', 'dqn', { users: 200, episodes: 20, settings: QUIET }],
    ['gridworld', 'ppo', { users: 200, episodes: 30, settings: PPO }],
  ] as const)('%s: %s', (name, agent, lesson) => {
    const program = classic(name);
    const { learned, best } = worths(program, trained(program, agent, '1', lesson));
    expect((best - learned) / Math.abs(best)).toBeLessThan(0.02);
  });

  it.each([
    ['dqn', { users: 500, episodes: 30, settings: { ...QUIET, epsilonEnd: 0.05 } }],
    ['ppo', { users: 500, episodes: 60, settings: PPO }],
  ] as const)('coupon-habit, nothing hidden: %s', (agent, lesson) => {
    const program = observeEverything(classic('coupon-habit'));
    const { learned, best } = worths(program, trained(program, agent, '1', lesson));
    expect((best - learned) / Math.abs(best)).toBeLessThan(0.02);
  });

  it('cliff-walking: ppo', () => {
    const program = classic('cliff-walking');
    const settings = { ...PPO, batchSize: 1024, learningRateEnd: 0.02 };
    const agent = trained(program, 'ppo', '1', { users: 1000, episodes: 60, settings });
    expect(worths(program, agent).learned).toBeGreaterThan(1.02 * -13);
  });
});
