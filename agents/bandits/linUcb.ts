import type { Agent, EnvironmentSpec } from '../../environments/contract.ts';
import type { AgentKind } from '../kinds.ts';
import { addBestArm } from './bestArm.ts';
import { bestPolicy, chooseBest, fillProbabilities, type Score } from './choose.ts';
import { DayDraws } from './dayDraws.ts';
import { LinearArms } from './linearArms.ts';
import { copiesOf, dayOf, restoreArrays } from './memory.ts';

type LinUcbSettings = 'exploration' | 'ridge';

/** LinUCB: optimism about a linear model of the reward, for each action by itself. */
export const linUcb: AgentKind<LinUcbSettings> = {
  name: 'lin-ucb',
  about:
    'takes what may still earn most on the same day, by a linear model of what is seen; looks at no future',
  source: 'Li et al. (2010), algorithm 1: disjoint linear models',
  hyperparameters: {
    exploration: {
      default: 1,
      range: [0, 1e9],
      about: 'α, standard errors that an action is given the benefit of, in units of the reward; around 1',
    },
    ridge: {
      default: 1,
      range: [1e-6, 1e9],
      about: 'λ, decisions that the first guess, no effect of anything, counts for; 1 in the paper',
    },
  },
  create: (spec, { key }, settings) => linUcbAgent(spec, key, settings),
};

/** aₜ = argmaxₐ θₐᵀ x + α √(xᵀ Aₐ⁻¹ x), with Aₐ = λ I + Σ x xᵀ and θₐ = Aₐ⁻¹ Σ r x; x is standardised. */
function linUcbAgent(
  { actions: { length: actions }, features: { length: width }, stateCount }: EnvironmentSpec,
  key: number,
  { exploration, ridge }: Readonly<Record<LinUcbSettings, number>>,
): Agent {
  const arms = new LinearArms(width, actions, ridge);
  const equals = new DayDraws(key, 'bandit equals');
  const scores = new Float64Array(actions);
  const scoreWith =
    (optimism: number): Score =>
    ({ observation, user }, into) => {
      arms.see(observation.features, user * width);
      for (let a = 0; a < actions; a++)
        into[a] = arms.estimate(a) + (optimism > 0 ? optimism * arms.error(a) : 0);
    };
  const score = scoreWith(exploration);
  let day = 0;
  return {
    selectActions: (observation, chosen) => chooseBest(observation, chosen, day, scores, score, equals),
    actionProbabilities: (observation, probabilities) =>
      fillProbabilities(observation, probabilities, actions, (decision) => {
        score(decision, scores);
        addBestArm(scores, decision, probabilities, 1);
      }),
    update({ observation: { features, active } }, taken, { rewards }) {
      let [sum, decided] = [0, 0];
      for (let i = 0; i < taken.length; i++) {
        if (active[i] === 0) continue;
        arms.note(features, i * width, taken[i], rewards[i]);
        sum += rewards[i];
        decided++;
      }
      day++;
      return { reward: decided > 0 ? sum / decided : 0 };
    },
    greedy: () => bestPolicy(actions, scoreWith(0)),
    save: () => ({ ...copiesOf(arms.memory), states: stateCount, day }),
    restore(snapshot) {
      const saved = dayOf(snapshot);
      if (snapshot['states'] !== stateCount) throw new RangeError('the snapshot is of another world');
      restoreArrays(arms.memory, snapshot);
      arms.forgetSolution();
      day = saved;
    },
  };
}
