import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { epsilonGreedyBandit } from '../../agents/bandits/epsilonGreedyBandit.ts';
import { thompsonBernoulli } from '../../agents/bandits/thompsonBernoulli.ts';
import { ucb1 } from '../../agents/bandits/ucb1.ts';
import { type AgentKind, settingsOf } from '../../agents/kinds.ts';
import { PopulationEnvironment } from '../../environments/population/populationEnvironment.ts';
import { streamKey } from '../../environments/random/streams.ts';
import { loadScenario, readScenarioFile } from '../../environments/scenario/loadScenario.ts';
import { learn } from '../../src/experiment/interact.ts';

/** Runs behind every published number. */
const PUBLISHED_RUNS = 20_000;

/** What the best of ten standard normal values is on average. */
const BEST_OF_TEN = 1.538752731;

function worldOf(file: string): PopulationEnvironment {
  const program = loadScenario(readScenarioFile(join(import.meta.dirname, '../..', file)));
  return new PopulationEnvironment(program, { users: 1 });
}

/** One bandit problem of its own: a world with one user, and a new agent. */
function play(world: PopulationEnvironment, kind: AgentKind, settings: Record<string, number>, run: number) {
  const seed = `bandits/${run}`;
  const context = { key: streamKey(seed, 'exploration'), trainingDays: world.spec.horizon };
  return learn(world, kind.create(world.spec, context, settingsOf(kind, settings)), seed);
}

function momentsOf(values: readonly number[]): { mean: number; sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (values.length - 1)) };
}

/** Four standard errors of the difference between our mean and a published one. */
function tolerance(ownSd: number, runs: number, publishedSd = ownSd): number {
  return 4 * Math.sqrt(ownSd ** 2 / runs + publishedSd ** 2 / PUBLISHED_RUNS);
}

describe('the 10-armed testbed (Sutton and Barto 2018, section 2.3), mean reward over 1,000 steps', () => {
  const RUNS = 2_000;
  const world = worldOf('scenarios/classics/testbed.yaml');

  /**
   * Mean reward of each run, and the same less how lucky its problem was: how far its best value lies above what is
   * to be expected. That has the same mean and a much smaller spread.
   */
  function rewards(kind: AgentKind, settings: Record<string, number>) {
    const plain: number[] = [];
    const adjusted: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      let sum = 0;
      for (const { next } of play(world, kind, settings, run)) sum += next.rewards[0];
      const best = Math.max(...Array.from({ length: 10 }, (_, k) => world.column(`q${k + 1}`)[0]));
      plain.push(sum / world.spec.horizon);
      adjusted.push(sum / world.spec.horizon - best + BEST_OF_TEN);
    }
    return { plain: momentsOf(plain), adjusted: momentsOf(adjusted) };
  }

  // Standard errors reached: 0.0125, 0.009, 0.003, 0.001, 0.001; that of a published mean is 0.0042.
  it.each([
    ['greedy', epsilonGreedyBandit, { epsilon: 0 }, 1.0273],
    ['ε-greedy with ε = 0.01', epsilonGreedyBandit, { epsilon: 0.01 }, 1.1966],
    ['ε-greedy with ε = 0.1', epsilonGreedyBandit, { epsilon: 0.1 }, 1.3091],
    ['UCB with c = 2', ucb1, { exploration: 2 }, 1.3979],
    [
      'optimism with Q = 5 and α = 0.1',
      epsilonGreedyBandit,
      { epsilon: 0, stepSize: 0.1, initialValue: 5 },
      1.3011,
    ],
  ] as const)('%s', (_, kind, settings, published) => {
    const { plain, adjusted } = rewards(kind, settings);
    const close = tolerance(adjusted.sd, RUNS, plain.sd);
    expect(Math.abs(adjusted.mean - published), `${adjusted.mean}`).toBeLessThan(close);
    // Enough runs to tell the algorithms apart, but for the two that nearly agree.
    expect(close).toBeLessThan(0.07);
  });
});

describe('Bernoulli arms of 0.9 and 0.8, expected regret', () => {
  const RUNS = 400;
  const DAYS = [100, 1_000, 10_000];
  const world = worldOf('tests/known-answers/bernoulli-arms.yaml');

  /** Of each day asked for, every run's regret: a tenth for each time the worse arm was taken. */
  function regrets(kind: AgentKind): number[][] {
    const runs = Array.from({ length: RUNS }, (_, run) => {
      let worse = 0;
      const path: number[] = [];
      for (const { actions, next } of play(world, kind, {}, run)) {
        worse += actions[0];
        if (DAYS.includes(next.day)) path.push(worse / 10);
      }
      return path;
    });
    return DAYS.map((_, k) => runs.map((path) => path[k]));
  }

  // Standard errors reached at 10,000 steps: 0.6 and 0.9.
  it.each([
    ['Thompson sampling', thompsonBernoulli, [2.64, 6.88, 10.44]],
    ['UCB1', ucb1, [3.91, 25.06, 87.6]],
  ] as const)('%s after 100, 1,000 and 10,000 steps', (_, kind, published) => {
    for (const [k, values] of regrets(kind).entries()) {
      const { mean, sd } = momentsOf(values);
      expect(Math.abs(mean - published[k]), `${mean} on day ${DAYS[k]}`).toBeLessThan(tolerance(sd, RUNS));
    }
  });
});
