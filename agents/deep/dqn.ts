import type { Agent, EnvironmentSpec, LearningFigures } from '../../environments/contract.ts';
import { Exploration } from '../exploration.ts';
import type { AgentContext, AgentKind } from '../kinds.ts';
import { dayAfter } from '../scheduledDay.ts';
import { endsEpisode } from './episodeEnd.ts';
import { keptArrays, keptNetwork, keptParameters, keptShape, keptTogether } from './kept.ts';
import { NStepWindow } from './memory/nStepWindow.ts';
import { prioritisedSampler } from './memory/prioritisedSampler.ts';
import { ReplayBuffer } from './memory/replayBuffer.ts';
import { uniformSampler } from './memory/uniformSampler.ts';
import { initialWeights } from './networks/initialWeights.ts';
import { qHead } from './networks/qHead.ts';
import { RowEvaluator } from './policies/eachRow.ts';
import { ValueChooser, valuePolicy } from './policies/valuePolicy.ts';
import { QLearner } from './qLearner.ts';
import { rewardOf } from './rewards/rewardOf.ts';
import { FeatureScale } from './scaling/featureScale.ts';
import { ReturnScale } from './scaling/returnScale.ts';
import { adamOf, DEEP_SETTINGS, type DeepHyperparameter, learningRateOn, networkOf } from './settings.ts';
import { simdEngine } from './simd/simdNetwork.ts';

export const DQN_SETTINGS = {
  ...DEEP_SETTINGS,
  nStep: {
    default: 5,
    range: [1, 365],
    about: 'days of reward that a transition holds before the rest is estimated',
    typical: [1, 10],
    source: 'Hessel et al. (2018), Rainbow, where it is 3',
  },
  double: {
    default: 1,
    range: [0, 1],
    about:
      '1: the online network picks the action whose value the target network gives; 0: both by the target',
    typical: [0, 1],
    source: 'van Hasselt, Guez and Silver (2016)',
  },
  duelling: {
    default: 1,
    range: [0, 1],
    about: '1: the network gives a state value and advantages; 0: action values',
    typical: [0, 1],
    source: 'Wang et al. (2016)',
  },
  batchSize: {
    default: 1024,
    range: [1, 1e6],
    about: 'transitions per gradient step',
    typical: [32, 4096],
    source: 'Mnih et al. (2015), where it is 32; large ones suit a large population',
  },
  updatesPerDay: {
    default: 4,
    range: [1, 1000],
    about: 'gradient steps per day of the whole population',
    typical: [1, 16],
    source: 'Fedus et al. (2020) on the replay ratio',
  },
  replaySize: {
    default: 400_000,
    range: [100, 1e8],
    about: 'transitions kept for learning, the latest ones',
    typical: [1e4, 1e6],
    source: 'Mnih et al. (2015), where it is a million',
  },
  warmUp: {
    default: 4096,
    range: [1, 1e8],
    about: 'transitions before the first gradient step',
    typical: [1e3, 5e4],
    source: 'Mnih et al. (2015)',
  },
  targetRate: {
    default: 0.005,
    range: [1e-6, 1],
    about: 'part of the way that the target network follows the online one after each gradient step',
    typical: [0.001, 0.05],
    source: 'soft updates of Lillicrap et al. (2016)',
  },
  huberDelta: {
    default: 10,
    range: [1e-3, 1e9],
    about:
      'error from which on it counts linearly, in standard deviations of the return; small values underrate rare large rewards',
    typical: [1, 100],
    source: 'Huber (1964); 1 in Mnih et al. (2015), whose rewards are cut to ±1',
  },
  priorityExponent: {
    default: 0,
    range: [0, 1],
    about: 'α, how much more often a transition is replayed whose value was wrong; 0: all alike',
    typical: [0, 0.7],
    source: 'Schaul et al. (2016)',
  },
  priorityCorrection: {
    default: 0.6,
    range: [0, 1],
    about: 'β, how much of the bias of priorities is taken out again',
    typical: [0.4, 1],
    source: 'Schaul et al. (2016)',
  },
  epsilonStart: {
    default: 0.4,
    range: [0, 1],
    about: 'ε, probability of a random action, on the first day',
    typical: [0.4, 1],
    source: 'Mnih et al. (2015), where it is 1; people who are contacted at random soon leave',
  },
  epsilonEnd: {
    default: 0.2,
    range: [0, 1],
    about: 'ε on the last days, of the user who explores most',
    typical: [0.01, 0.4],
    source: 'Horgan et al. (2018), section 4.1',
  },
  epsilonPart: {
    default: 0.3,
    range: [0, 1],
    about: 'part of the training days over which ε falls in a straight line',
    typical: [0.1, 0.5],
    source: 'Mnih et al. (2015)',
  },
  epsilonSpread: {
    default: 7,
    range: [0, 20],
    about: 'user i of n explores with ε^(1 + spread i / (n − 1)); 0: all alike',
    typical: [0, 7],
    source: 'Horgan et al. (2018), section 4.1',
  },
} as const satisfies Readonly<Record<string, DeepHyperparameter>>;

export type DqnSettings = keyof typeof DQN_SETTINGS;
type Values = Readonly<Record<DqnSettings, number>>;

/** DQN: Q-learning with a network, from replayed transitions of the whole population. */
export const dqn: AgentKind<DqnSettings> = {
  name: 'dqn',
  about: 'learns what each action is worth with a network, from replayed days; double, duelling, n-step',
  source: 'Mnih et al. (2015); double, duelling, n-step and prioritised as in Hessel et al. (2018)',
  networks: 'dense',
  hyperparameters: DQN_SETTINGS,
  create: dqnAgent,
};

/** Acts ε-greedily, keeps every transition, and takes some gradient steps a day towards r + γⁿ Q̂(s′, argmax Q(s′, ·)). */
export function dqnAgent(spec: EnvironmentSpec, context: AgentContext, settings: Values): Agent {
  const { key, trainingDays, engine = simdEngine } = context;
  const features = new FeatureScale(spec.features.length);
  const head = qHead(spec.actions.length, settings.duelling > 0);
  const description = networkOf(features.columns, head.width, settings, {
    activation: 'relu',
    outputGain: 1,
  });
  const weights = initialWeights(description, key, 'values');
  const online = engine.create(description, adamOf(settings), weights);
  const target = engine.create(description, adamOf(settings), weights);
  const returns = new ReturnScale(spec.users);
  const reward = rewardOf(spec, settings, { engine, features, key });
  const buffer = new ReplayBuffer(Math.round(settings.replaySize), spec);
  const { priorityExponent: exponent, priorityCorrection: correction } = settings;
  const sampler =
    exponent > 0 ? prioritisedSampler(buffer, { exponent, correction }, key) : uniformSampler(buffer, key);
  const learner = new QLearner({ online, target, head, buffer, sampler, features, returns }, settings);
  const window = new NStepWindow(Math.round(settings.nStep), spec);
  const exploration = explorationOf(spec, trainingDays, settings);
  const acting = new ValueChooser(new RowEvaluator(online, features), head);
  const learned = new ValueChooser(new RowEvaluator(target, features), head);
  const counters = new Float64Array(1);
  const rates = () => exploration.rates(counters[0]);
  const policy = keptTogether([keptShape(spec), keptParameters('target', target), features.kept]);
  const everything = keptTogether([
    keptShape(spec),
    keptNetwork('target', target),
    features.kept,
    keptNetwork('online', online),
    returns.kept,
    reward.kept,
    buffer.kept,
    sampler.kept,
    learner.kept,
    keptArrays({ day: counters }),
  ]);
  return {
    selectActions: (observation, actions) =>
      acting.explore(observation, actions, rates(), { key, day: counters[0] }),
    actionProbabilities: (observation, into) => acting.probabilities(observation, into, rates()),
    update(step, actions, next): LearningFigures {
      features.see(step.observation);
      const day = reward.of(step, next);
      returns.see(step, day);
      window.push(step, actions, next, day, endsEpisode(next), buffer);
      const rate = learningRateOn(counters[0], trainingDays, settings);
      const epsilon = exploration.epsilon(counters[0]);
      counters[0] = dayAfter(counters[0], spec, next);
      return { ...learner.learn(rate), epsilon };
    },
    greedy: () => valuePolicy(learned),
    estimates: (observation) => learned.values(observation, returns.deviation),
    save: () => everything.save(),
    restore(snapshot) {
      everything.restore(snapshot)();
      window.clear();
    },
    savePolicy: () => policy.save(),
    restorePolicy: (snapshot) => policy.restore(snapshot)(),
  };
}

function explorationOf({ users }: EnvironmentSpec, trainingDays: number, settings: Values): Exploration {
  const { epsilonStart: start, epsilonEnd: end, epsilonPart, epsilonSpread: spread } = settings;
  return new Exploration(users, { start, end, days: epsilonPart * trainingDays, spread });
}
