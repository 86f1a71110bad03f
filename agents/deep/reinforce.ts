import type { AgentKind } from '../kinds.ts';
import { actorCritic } from './actorCritic.ts';
import { policyGradient } from './losses/policyGradient.ts';
import { DEEP_SETTINGS, type DeepHyperparameter, ENTROPY_WEIGHT, RESTRAINT } from './settings.ts';

const SETTINGS = {
  ...DEEP_SETTINGS,
  batchSize: {
    default: 4096,
    range: [1, 1e7],
    about: 'decisions per gradient step; the book takes a step for each',
    typical: [256, 32_768],
    source: 'Sutton and Barto (2018), section 13.4',
  },
  entropyWeight: ENTROPY_WEIGHT,
  restraint: RESTRAINT,
} as const satisfies Readonly<Record<string, DeepHyperparameter>>;

/** REINFORCE with baseline: waits for the end of the episode and goes through all that was decided, once. */
export const reinforce: AgentKind<keyof typeof SETTINGS> = {
  name: 'reinforce',
  about:
    'a policy that draws its actions, improved after each episode by the return up to the horizon, where its value stands in, less a baseline',
  source: 'Williams (1992); Sutton and Barto (2018), section 13.4',
  networks: 'dense',
  hyperparameters: SETTINGS,
  create: (spec, context, settings) =>
    actorCritic(spec, context, settings, {
      rolloutDays: spec.horizon,
      lambda: 1,
      surrogate: policyGradient,
      epochs: 1,
      batchSize: Math.round(settings.batchSize),
      entropyWeight: settings.entropyWeight,
      restraint: settings.restraint,
    }),
};
