import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Compute, openCompute } from '../../../../agents/deep/engine.ts';
import { AGENTS } from '../../../../agents/index.ts';
import { settingsOf } from '../../../../agents/kinds.ts';
import { PopulationEnvironment } from '../../../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../../../environments/scenario/loadScenario.ts';
import { evaluate } from '../../../../src/experiment/evaluate.ts';
import { liveEpisodes } from '../../../support/episodes.ts';

const PROGRAM = loadScenario(
  readScenarioFile(join(import.meta.dirname, '../../../probes/hidden-taste.yaml')),
);
/** Best return of the 20 days without memory, of one day's memory, and of the best memory; tests/probes/README.md. */
const WITHOUT = 5.0209;
const BEST = 7.3276;
const USERS = 300;

const VALUES = {
  discount: 0.9,
  learningRate: 0.005,
  batchSize: 512,
  warmUp: 512,
  targetRate: 0.03,
  nStep: 3,
  epsilonEnd: 0.1,
};
const MEMORY = { historyUnits: 8, historySteps: 120, historyDays: 12, historyUsers: 300 };

/** Mean return of 2,000 held-out users under what an agent has learned. */
function learnedReturn(name: string, compute: Compute, episodes: number): number {
  const kind = AGENTS.find((agent) => agent.name === name)!;
  const environment = new PopulationEnvironment(PROGRAM, { users: USERS });
  const given = Object.entries({ ...VALUES, ...MEMORY }).filter(
    ([setting]) => setting in kind.hyperparameters,
  );
  const context = { key: 5, trainingDays: episodes * PROGRAM.horizon, ...compute };
  const agent = kind.create(environment.spec, context, settingsOf(kind, Object.fromEntries(given)));
  liveEpisodes(
    environment,
    agent,
    Array.from({ length: episodes }, (_, episode) => `train/${episode}`),
  );
  const { metrics } = evaluate(PROGRAM, agent.greedy(), { users: 2000, seed: 'held-out' });
  const { values } = metrics.find((metric) => metric.name === 'return')!;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

describe('a taste that is hidden', () => {
  let compute: Compute;
  beforeAll(async () => {
    compute = await openCompute('simd', 'recurrent');
  });

  it('is not found by dqn on what is seen today', () => {
    expect(learnedReturn('dqn', compute, 25)).toBeLessThan(WITHOUT + 0.2);
  });

  it.each([
    ['dqn-history', 25],
    ['linear-q-learning-history', 50],
    ['ppo-history', 25],
  ] as const)('is found by %s: nearer to the best memory than to none', (name, episodes) => {
    expect(learnedReturn(name, compute, episodes)).toBeGreaterThan((WITHOUT + BEST) / 2);
  });
});
