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
const USERS = 400;
const EPISODES = 40;

const VALUES = {
  discount: 0.9,
  learningRate: 0.005,
  batchSize: 512,
  warmUp: 512,
  targetRate: 0.03,
  nStep: 3,
  epsilonEnd: 0.1,
};
const MEMORY = { historyUnits: 8, historySteps: 150, historyDays: 12, historyUsers: 400 };

/** Mean return of 2,000 held-out users under what an agent has learned. */
function learnedReturn(name: string, compute: Compute): number {
  const kind = AGENTS.find((agent) => agent.name === name)!;
  const environment = new PopulationEnvironment(PROGRAM, { users: USERS });
  const given = Object.entries({ ...VALUES, ...MEMORY }).filter(
    ([setting]) => setting in kind.hyperparameters,
  );
  const context = { key: 5, trainingDays: EPISODES * PROGRAM.horizon, ...compute };
  const agent = kind.create(environment.spec, context, settingsOf(kind, Object.fromEntries(given)));
  liveEpisodes(
    environment,
    agent,
    Array.from({ length: EPISODES }, (_, episode) => `train/${episode}`),
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
    expect(learnedReturn('dqn', compute)).toBeLessThan(WITHOUT + 0.2);
  });

  it.each(['dqn-history', 'linear-q-learning-history', 'ppo-history'])(
    'is found by %s: nearer to the best memory than to none',
    (name) => {
      expect(learnedReturn(name, compute)).toBeGreaterThan((WITHOUT + BEST) / 2);
    },
  );
});
