import type { AgentKind } from '../kinds.ts';
import { actorCritic } from './actorCritic.ts';
import { clippedSurrogate } from './losses/clippedSurrogate.ts';
import { DEEP_SETTINGS, type DeepHyperparameter, ENTROPY_WEIGHT, RESTRAINT } from './settings.ts';

const SETTINGS = {
  ...DEEP_SETTINGS,
  rolloutDays: {
    default: 20,
    range: [1, 3650],
    about: 'days of the whole population between two improvements of the policy',
    typical: [8, 128],
    source: 'the horizon T of Schulman et al. (2017), algorithm 1',
  },
  lambda: {
    default: 0.95,
    range: [0, 1],
    about: 'λ of the advantages: 0 trusts the values after one day, 1 waits for what really follows',
    typical: [0.9, 1],
    source: 'Schulman et al. (2016)',
  },
  clip: {
    default: 0.2,
    range: [0.01, 10],
    about: 'ε, how far an action may become more or less likely in one improvement, as a ratio',
    typical: [0.1, 0.3],
    source: 'Schulman et al. (2017), equation 7',
  },
  epochs: {
    default: 4,
    range: [1, 100],
    about: 'times that every decision is learned from',
    typical: [3, 10],
    source: 'Schulman et al. (2017), algorithm 1',
  },
  batchSize: {
    default: 2048,
    range: [1, 1e7],
    about: 'decisions per gradient step',
    typical: [64, 32_768],
    source: 'Schulman et al. (2017), where it is 64 to 4096',
  },
  entropyWeight: ENTROPY_WEIGHT,
  restraint: RESTRAINT,
} as const satisfies Readonly<Record<string, DeepHyperparameter>>;

/** Proximal policy optimisation: several small, clipped steps from each rollout. */
export const ppo: AgentKind<keyof typeof SETTINGS> = {
  name: 'ppo',
  about:
    'a policy that draws its actions, improved in small clipped steps by what turned out better than expected',
  source: 'Schulman et al. (2017), "Proximal policy optimization algorithms", algorithm 1',
  networks: 'dense',
  hyperparameters: SETTINGS,
  create: (spec, context, settings) =>
    actorCritic(spec, context, settings, {
      ...settings,
      rolloutDays: Math.round(settings.rolloutDays),
      epochs: Math.round(settings.epochs),
      batchSize: Math.round(settings.batchSize),
      surrogate: clippedSurrogate(settings.clip),
    }),
};
