import type { Agent, EnvironmentSpec, LearningFigures } from '../../environments/contract.ts';
import { Exploration } from '../exploration.ts';
import type { AgentContext, AgentKind } from '../kinds.ts';
import { dayAfter } from '../scheduledDay.ts';
import { DQN_SETTINGS, type DqnSettings } from './dqnSettings.ts';
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
import { adamOf, learningRateOn, networkOf } from './settings.ts';
import { simdEngine } from './simd/simdNetwork.ts';

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
      window.push(step, actions, next, day, endsEpisode(next, spec), buffer);
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
