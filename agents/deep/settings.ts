import type { Hyperparameter } from '../kinds.ts';
import type { NetworkDescription } from './networks/description.ts';
import type { AdamSettings } from './networks/network.ts';

/** A setting of a deep agent says what people use and where it comes from. */
export type DeepHyperparameter = Required<Hyperparameter>;

/** Settings that all deep agents have. */
export const DEEP_SETTINGS = {
  discount: {
    default: 0.98,
    range: [0, 1],
    about: 'γ, what a reward is worth one day later; 0.98 looks about 50 days ahead, 0.99 about 100',
    typical: [0.95, 0.995],
    source: 'Sutton and Barto (2018), equation 3.8',
  },
  hiddenLayers: {
    default: 2,
    range: [0, 8],
    about: 'hidden layers of each network; 0 makes it a linear model of the features',
    typical: [1, 3],
    source: 'Henderson et al. (2018), section 4',
  },
  hiddenUnits: {
    default: 64,
    range: [1, 1024],
    about: 'units of each hidden layer',
    typical: [32, 256],
    source: 'Schulman et al. (2017), section 6.1',
  },
  learningRate: {
    default: 0.001,
    range: [1e-7, 1],
    about: "Adam's step size on the first day; it falls in a straight line",
    typical: [1e-4, 3e-3],
    source: 'Kingma and Ba (2015)',
  },
  learningRateEnd: {
    default: 0.1,
    range: [0, 1],
    about: 'the step size on the last day, as a part of the first one; 1 keeps it constant',
    typical: [0, 1],
    source: 'annealing as in Andrychowicz et al. (2021)',
  },
  maxGradientNorm: {
    default: 1,
    range: [1e-6, 1e9],
    about: 'a longer gradient is shortened to this',
    typical: [0.5, 10],
    source: 'Pascanu, Mikolov and Bengio (2013)',
  },
  returnShare: {
    default: 0,
    range: [0, 1],
    about:
      "0: the scenario's reward, discounted day by day; above: a visit earns up to this, more the sooner it comes against what was expected, the scenario's reward counts for the rest, and both are discounted from visit to visit",
    typical: [0, 1],
    source: 'after Cai et al. (2023), RLUR',
  },
  returnCap: {
    default: 3,
    range: [1, 1000],
    about: 'a visit later than so many times the expected days earns nothing',
    typical: [2, 10],
    source: 'after Cai et al. (2023), RLUR',
  },
} as const satisfies Readonly<Record<string, DeepHyperparameter>>;

/** A setting of the agents whose policy draws its actions. */
export const RESTRAINT: DeepHyperparameter = {
  default: 0.8,
  range: [0, 0.99],
  about:
    'about the probability of the first action before anything is learned, as people who are contacted at random soon leave; below 1 / actions all are alike',
  typical: [0, 0.9],
  source: 'this program; that the first policy matters: Andrychowicz et al. (2021), section 3.2',
};

/** A setting of the same agents. */
export const ENTROPY_WEIGHT: DeepHyperparameter = {
  default: 0.01,
  range: [0, 10],
  about: 'what a nat of entropy of the policy is worth on the first day; falls to 0 in a straight line',
  typical: [0, 0.02],
  source: 'Williams and Peng (1991); Mnih et al. (2016), section 4',
};

export type DeepSettings = keyof typeof DEEP_SETTINGS;

type Values = Readonly<Record<DeepSettings, number>>;

/** The network that the settings ask for. */
export function networkOf(
  inputs: number,
  outputs: number,
  { hiddenLayers, hiddenUnits }: Values,
  { activation, outputGain }: Pick<NetworkDescription, 'activation' | 'outputGain'>,
): NetworkDescription {
  const hidden = Array<number>(Math.round(hiddenLayers)).fill(Math.round(hiddenUnits));
  return { inputs, hidden, activation, outputs, outputGain };
}

/** Adam as the settings ask for; its memory and ε are those of the paper. */
export function adamOf({ maxGradientNorm }: Values): AdamSettings {
  return { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, maxGradientNorm };
}

/** The step size on a day of the training. */
export function learningRateOn(
  day: number,
  trainingDays: number,
  { learningRate, learningRateEnd }: Values,
): number {
  const part = Math.min(day / Math.max(trainingDays, 1), 1);
  return learningRate * (1 + (learningRateEnd - 1) * part);
}
