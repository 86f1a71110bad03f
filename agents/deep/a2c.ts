import type { AgentKind } from '../kinds.ts';
import { actorCritic } from './actorCritic.ts';
import { policyGradient } from './losses/policyGradient.ts';
import { DEEP_SETTINGS, type DeepHyperparameter, ENTROPY_WEIGHT, RESTRAINT } from './settings.ts';

const SETTINGS = {
  ...DEEP_SETTINGS,
  learningRate: { ...DEEP_SETTINGS.learningRate, default: 0.003 },
  rolloutDays: {
    default: 5,
    range: [1, 3650],
    about:
      'days of the whole population per gradient step (several steps where these are more than 262,144 decisions)',
    typical: [5, 30],
    source: 't_max of Mnih et al. (2016), algorithm S3, where it is 5',
  },
  lambda: {
    default: 1,
    range: [0, 1],
    about: 'λ of the advantages; 1: rewards up to the end of the rollout, then the value',
    typical: [0.9, 1],
    source: 'Mnih et al. (2016) have 1',
  },
  entropyWeight: ENTROPY_WEIGHT,
  restraint: RESTRAINT,
} as const satisfies Readonly<Record<string, DeepHyperparameter>>;

/** Decisions per gradient step: all of a rollout, but no more than fit into memory. */
const LARGEST_BATCH = 262_144;

/** Advantage actor-critic: one gradient step from every few days of everyone. */
export const a2c: AgentKind<keyof typeof SETTINGS> = {
  name: 'a2c',
  about:
    'a policy that draws its actions and a value that judges them, one step from every few days of everyone',
  source: 'Mnih et al. (2016), "Asynchronous methods for deep reinforcement learning", its synchronous form',
  networks: 'dense',
  hyperparameters: SETTINGS,
  create: (spec, context, settings) =>
    actorCritic(spec, context, settings, {
      rolloutDays: Math.round(settings.rolloutDays),
      lambda: settings.lambda,
      surrogate: policyGradient,
      epochs: 1,
      batchSize: LARGEST_BATCH,
      entropyWeight: settings.entropyWeight,
      restraint: settings.restraint,
    }),
};
