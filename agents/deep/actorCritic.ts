import type { Agent, EnvironmentSpec, LearningFigures } from '../../environments/contract.ts';
import { log } from '../../environments/random/log.ts';
import type { AgentContext } from '../kinds.ts';
import { dayAfter } from '../scheduledDay.ts';
import { endsEpisode } from './episodeEnd.ts';
import { keptArrays, keptNetwork, keptParameters, keptShape, keptTogether } from './kept.ts';
import type { Surrogate } from './losses/policyLoss.ts';
import { Rollout } from './memory/rollout.ts';
import { initialWeights } from './networks/initialWeights.ts';
import type { Network } from './networks/network.ts';
import { RowEvaluator } from './policies/eachRow.ts';
import { ActionDrawer, stochasticPolicy } from './policies/stochasticPolicy.ts';
import { PolicyImprover } from './policyImprover.ts';
import { rewardOf } from './rewards/rewardOf.ts';
import { FeatureScale } from './scaling/featureScale.ts';
import { ReturnScale } from './scaling/returnScale.ts';
import { adamOf, type DeepSettings, learningRateOn, networkOf } from './settings.ts';
import { simdEngine } from './simd/simdNetwork.ts';

/** What makes one policy-gradient algorithm differ from another. */
export interface ActorCriticPlan {
  /** days between two improvements of the policy; an episode's end is always one */
  readonly rolloutDays: number;
  /** λ of the advantages */
  readonly lambda: number;
  readonly surrogate: Surrogate;
  /** ε of the surrogate; undefined where nothing is clipped */
  readonly clip?: number;
  /** times that every decision is learned from */
  readonly epochs: number;
  /** decisions per gradient step, if there are so many */
  readonly batchSize: number;
  /** per nat, on the first day; falls to 0 in a straight line */
  readonly entropyWeight: number;
  /** about the probability of the first action before anything is learned; below 1 / actions: all are equally likely */
  readonly restraint: number;
}

/** A policy network that draws its actions and a value network that judges them, both learning from rollouts. */
export function actorCritic(
  spec: EnvironmentSpec,
  { key, trainingDays, engine = simdEngine }: AgentContext,
  settings: Readonly<Record<DeepSettings, number>>,
  plan: ActorCriticPlan,
): Agent {
  const features = new FeatureScale(spec.features.length);
  const actions = spec.actions.length;
  const network = (name: string, outputs: number, outputGain: number) => {
    const description = networkOf(features.columns, outputs, settings, { activation: 'tanh', outputGain });
    return engine.create(description, adamOf(settings), initialWeights(description, key, name));
  };
  const actor = network('policy', actions, 0.01);
  restrain(actor, plan.restraint);
  const critic = network('value', 1, 1);
  const returns = new ReturnScale(spec.users);
  const reward = rewardOf(spec, settings, { engine, features, key });
  const rollout = new Rollout(Math.min(plan.rolloutDays, spec.horizon), spec);
  const improver = new PolicyImprover({ actor, critic, rollout, features, key }, plan);
  const judge = new RowEvaluator(critic, features);
  const drawer = new ActionDrawer(new RowEvaluator(actor, features), actions, key);
  const counters = new Float64Array(1);
  const policy = keptTogether([keptShape(spec), keptParameters('policy', actor), features.kept]);
  const everything = keptTogether([
    keptShape(spec),
    keptNetwork('policy', actor),
    features.kept,
    keptNetwork('value', critic),
    returns.kept,
    reward.kept,
    improver.kept,
    keptArrays({ day: counters }),
  ]);
  return {
    selectActions: (observation, chosen) => drawer.draw(observation, chosen, counters[0]),
    actionProbabilities: (observation, into) => drawer.probabilities(observation, into),
    update(step, taken, next): LearningFigures {
      if (step.stepType === 'first') rollout.clear();
      const learned = reward.of(step, next);
      rollout.push(step, taken, learned, features);
      features.see(step.observation);
      returns.see(step, learned);
      const day = counters[0];
      counters[0] = dayAfter(day, spec, next);
      if (!rollout.full && !endsEpisode(next, spec)) return {};
      const learningRate = learningRateOn(day, trainingDays, settings);
      const entropyWeight = plan.entropyWeight * Math.max(0, 1 - day / Math.max(trainingDays, 1));
      const figures = improver.improve(next.observation, {
        learningRate,
        entropyWeight,
        rewardScale: 1 / returns.deviation,
      });
      rollout.clear();
      return figures;
    },
    greedy: () => stochasticPolicy(drawer),
    estimates(observation) {
      const values = new Float64Array(observation.active.length);
      judge.each(observation, (user, outputs, at) => {
        values[user] = returns.deviation * outputs[at];
      });
      return values;
    },
    save: () => everything.save(),
    restore(snapshot) {
      everything.restore(snapshot)();
      rollout.clear();
    },
    savePolicy: () => policy.save(),
    restorePolicy: (snapshot) => policy.restore(snapshot)(),
  };
}

/** Sets the bias of the first action, the one for whoever is not decided for, so that it has the given probability. */
function restrain(actor: Network, probability: number): void {
  const { outputs } = actor.description;
  const parameters = actor.parameters();
  const odds = (probability / (1 - probability)) * (outputs - 1);
  parameters[parameters.length - outputs] = Math.max(log(odds), 0);
  actor.assign(parameters);
}
