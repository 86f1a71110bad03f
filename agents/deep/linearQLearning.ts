import type { AgentKind } from '../kinds.ts';
import { dqnAgent } from './dqn.ts';
import { DQN_SETTINGS, type DqnSettings } from './dqnSettings.ts';

const { hiddenLayers: _layers, hiddenUnits: _units, ...SETTINGS } = DQN_SETTINGS;

/** Q-learning with a linear model of the features: DQN without hidden layers. */
export const linearQLearning: AgentKind<Exclude<DqnSettings, 'hiddenLayers' | 'hiddenUnits'>> = {
  name: 'linear-q-learning',
  about: 'learns what each action is worth as a weighted sum of the features, from replayed days',
  source: 'Sutton and Barto (2018), section 9.4 and chapter 10; the replay of Mnih et al. (2015)',
  networks: 'dense',
  hyperparameters: SETTINGS,
  create: (spec, context, settings) =>
    dqnAgent(spec, context, { ...settings, hiddenLayers: 0, hiddenUnits: 1 }),
};
