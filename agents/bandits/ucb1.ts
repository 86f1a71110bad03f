import { log } from '../../environments/random/log.ts';
import type { AgentKind } from '../kinds.ts';
import { ArmMeans } from './armMeans.ts';
import type { BanditRule } from './banditRule.ts';
import { addBestArm } from './bestArm.ts';
import { tabularBandit } from './tabularBandit.ts';

/** UCB1: optimism in the face of uncertainty. */
export const ucb1: AgentKind<'exploration'> = {
  name: 'ucb1',
  about: 'takes what may still turn out to earn most on the same day; looks at no future',
  source: 'Auer, Cesa-Bianchi and Fischer (2002), figure 1; Sutton and Barto (2018), equation 2.10',
  hyperparameters: {
    exploration: {
      default: Math.SQRT2,
      range: [0, 1e9],
      about: 'c in Q + c √(ln t / n), in units of the reward; √2 is UCB1 for rewards from 0 to 1',
    },
  },
  create: (spec, { key }, { exploration }) =>
    tabularBandit(spec, key, (states, actions) => ruleOf(new ArmMeans(states, actions), exploration)),
};

/** Aₜ = argmaxₐ Q(a) + c √(ln t / n(a)), with t the plays in this state so far; an arm never tried comes first. */
function ruleOf(arms: ArmMeans, exploration: number): BanditRule {
  const { actions, means, counts } = arms;
  const scores = new Float64Array(actions);
  const score = (state: number, into: Float64Array) => {
    const first = state * actions;
    let plays = 0;
    for (let a = 0; a < actions; a++) plays += counts[first + a];
    const width = exploration * Math.sqrt(log(Math.max(plays, 1)));
    for (let a = 0; a < actions; a++) {
      const n = counts[first + a];
      into[a] = n > 0 ? means[first + a] + width / Math.sqrt(n) : Infinity;
    }
  };
  return {
    score: ({ state }, into) => score(state, into),
    addProbabilities(decision, probabilities) {
      score(decision.state, scores);
      addBestArm(scores, decision, probabilities, 1);
    },
    note: ({ state }, action, reward) => arms.note(state, action, reward),
    learn: () => arms.learn(),
    worth: (arm) => means[arm],
    worthIsReward: true,
    memory: { means, counts },
  };
}
