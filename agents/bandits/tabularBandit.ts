import type { Agent, EnvironmentSpec, TimeStep } from '../../environments/contract.ts';
import type { BanditRule } from './banditRule.ts';
import { bestPolicy, chooseBest, fillProbabilities } from './choose.ts';
import { DayDraws } from './dayDraws.ts';
import { Decision } from './decision.ts';
import { copiesOf, dayOf, restoreArrays } from './memory.ts';

/** More arms than this over all states are refused: the observation needs coarser bins. */
const MAX_ARMS = 20_000_000;

/**
 * The part that all bandits over tabular states share: who decides, how equals are told apart, the learned policy,
 * and the memory. All decisions of a day are made before any of its rewards is seen.
 *
 * @param key 32-bit key of the agent's random stream
 * @param make gives the algorithm for a number of states and actions
 */
export function tabularBandit(
  { actions: { length: actions }, stateCount }: EnvironmentSpec,
  key: number,
  make: (states: number, actions: number) => BanditRule,
): Agent {
  if (stateCount * actions > MAX_ARMS) {
    throw new RangeError(
      `${stateCount} states × ${actions} actions are too many for a table (at most ${MAX_ARMS}); use fewer bins`,
    );
  }
  const rule = make(stateCount, actions);
  const { addProbabilities } = rule;
  const scores = new Float64Array(actions);
  const equals = new DayDraws(key, 'bandit equals');
  const worths = (state: number, into: Float64Array) => {
    for (let a = 0; a < actions; a++) into[a] = rule.worth(state * actions + a);
  };
  let day = 0;
  return {
    selectActions: (observation, chosen) => chooseBest(observation, chosen, day, scores, rule.score, equals),
    ...(addProbabilities && {
      actionProbabilities: (observation, probabilities) =>
        fillProbabilities(observation, probabilities, actions, addProbabilities),
    }),
    update(step, taken, { rewards }) {
      const decision = new Decision(actions, step.observation, day++);
      const reward = noteDay(rule, decision, taken, rewards);
      return { reward, ...rule.learn() };
    },
    greedy: () => bestPolicy(actions, ({ state }, into) => worths(state, into)),
    save: () => ({ ...copiesOf(rule.memory), day }),
    restore(snapshot) {
      const saved = dayOf(snapshot);
      restoreArrays(rule.memory, snapshot);
      day = saved;
    },
    ...(rule.worthIsReward && {
      actionValues(state) {
        worths(state, scores);
        return [...scores];
      },
    }),
  };
}

/** Tells the algorithm the rewards of everyone who decided; gives their mean. */
function noteDay(
  rule: BanditRule,
  decision: Decision,
  taken: Uint8Array,
  rewards: TimeStep['rewards'],
): number {
  const { active } = decision.observation;
  let sum = 0;
  let decided = 0;
  for (let i = 0; i < taken.length; i++) {
    if (active[i] === 0) continue;
    rule.note(decision.turnTo(i), taken[i], rewards[i]);
    sum += rewards[i];
    decided++;
  }
  return decided > 0 ? sum / decided : 0;
}
