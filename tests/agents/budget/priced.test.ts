import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { spendingAgent } from '../../../agents/budget/spending.ts';
import { settingsOf } from '../../../agents/kinds.ts';
import { qLearning } from '../../../agents/tabular/qLearning.ts';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import { evaluate } from '../../../src/experiment/evaluate.ts';
import { learn } from '../../../src/experiment/interact.ts';
import { mean } from '../../../src/statistics/mean.ts';

const PROGRAM = loadScenario(readScenarioFile(join(import.meta.dirname, '../../fixtures/budget-shop.yaml')));
const USERS = 300;
const EPISODES = 16;

function trained(spending: 'priced' | 'ranked') {
  const environment = new PopulationEnvironment(PROGRAM, { users: USERS });
  const context = { key: 1, trainingDays: EPISODES * PROGRAM.horizon };
  const agent = spendingAgent(
    qLearning.create(environment.spec, context, settingsOf(qLearning, {})),
    environment.spec,
    spending,
  );
  const prices: number[] = [];
  for (let episode = 0; episode < EPISODES; episode++)
    for (const { figures } of learn(environment, agent, `budget/${episode}`))
      prices.push(figures['price'] ?? 0);
  return { agent, prices };
}

function played(policy: Parameters<typeof evaluate>[1]) {
  const { metrics } = evaluate(PROGRAM, policy, { users: 1000, seed: 'budget' });
  const of = (name: string) => mean(metrics.find((metric) => metric.name === name)?.values ?? []);
  return { return: of('return'), spent: of('ofBudget') };
}

describe('priced(agent, spec, budget)', () => {
  const { agent, prices } = trained('priced');
  const nothing = played({ selectActions: (_, actions) => void actions.fill(0) });

  it('finds a price above 0 for a budget that is short, and stays near it', () => {
    const late = prices.slice(-5 * PROGRAM.horizon);
    expect(Math.min(...late)).toBeGreaterThan(0.5);
    expect(Math.max(...late) / Math.min(...late)).toBeLessThan(3);
  });

  it('plays better than doing nothing within the budget', () => {
    const { return: value, spent } = played(agent.greedy());
    expect(value).toBeGreaterThan(nothing.return + 0.3);
    expect(spent).toBeGreaterThan(0.2);
    expect(spent).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('goes on from a snapshot with its price', () => {
    const snapshot = agent.save();
    expect(snapshot['budget.price']).toBe(prices.at(-1));
    const { spec } = new PopulationEnvironment(PROGRAM, { users: USERS });
    const other = spendingAgent(
      qLearning.create(spec, { key: 1, trainingDays: 1 }, settingsOf(qLearning, {})),
      spec,
      'priced',
    );
    other.restore(snapshot);
    expect(other.save()).toEqual(snapshot);
    expect(() => other.restore({})).toThrow('no price');
  });
});
