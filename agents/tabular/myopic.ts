import type { AgentKind } from '../kinds.ts';
import { collectQLearning } from './qLearning.ts';
import { TABULAR_SETTINGS, type TabularSettings, tabularAgent } from './tabularAgent.ts';

type MyopicSettings = Exclude<TabularSettings, 'discount'>;

const { discount: _, ...settingsWithoutDiscount } = TABULAR_SETTINGS;

/** Greedy for today: learns each action's reward of the same day and nothing further. */
export const myopic: AgentKind<MyopicSettings> = {
  name: 'myopic',
  about: "learns what each action earns today and takes the best: what optimising today's figure does",
  source: 'Q-learning with γ = 0, a contextual bandit',
  hyperparameters: settingsWithoutDiscount,
  create: (spec, context, settings) =>
    tabularAgent(spec, context, { ...settings, discount: 0 }, collectQLearning),
};
