import { type DrawKey, drawKey, drawWord } from '../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../environments/random/purpose.ts';
import type { AgentKind } from '../kinds.ts';
import type { ActionValues } from './actionValues.ts';
import { bestValue, isClear, oneAvailable } from './availableActions.ts';
import { DoubleValues } from './doubleValues.ts';
import { type Backup, TABULAR_SETTINGS, type TabularSettings, tabularAgent } from './tabularAgent.ts';

const COIN = purposeOf('which table learns');
const LOT = purposeOf('which of equals is judged');

/** Double Q-learning: one table says what is best and the other what it is worth, so that luck is not taken for merit. */
export const doubleQLearning: AgentKind<TabularSettings> = {
  name: 'double-q-learning',
  about: 'Q-learning with two tables that check each other, against overrating what was lucky; off-policy',
  source: 'van Hasselt (2010), algorithm 1; Sutton and Barto (2018), section 6.7, equation 6.10',
  hyperparameters: TABULAR_SETTINGS,
  create(spec, context, settings) {
    const memory = new DoubleValues(spec, settings);
    return tabularAgent(spec, context, settings, collector(memory, context.key), memory);
  },
};

/**
 * Target of Q₁: r + γ Q₂(s′, argmaxₐ Q₁(s′, a)), and the other way round; a coin for each user and day decides which
 * of them learns. The agent acts by their mean, which is best where their sum is. Of several that are equal in Q₁ any
 * may be taken: always the same one would be judged by the same luck.
 */
function collector({ tables }: DoubleValues, key: number): (backup: Backup) => void {
  return ({ step, actions, next, discount, day }) => {
    const { states, active } = step.observation;
    const coin = drawKey(key, day, COIN);
    let lot: DrawKey | undefined;
    const oneOfEquals = (table: ActionValues, i: number) => {
      lot ??= drawKey(key, day, LOT);
      const best = bestValue(table, next.observation, i);
      return oneAvailable(table, next.observation, i, best, drawWord(i, lot.a, lot.b));
    };
    for (let i = 0; i < actions.length; i++) {
      if (active[i] === 0) continue;
      const heads = drawWord(i, coin.a, coin.b) < 0 ? 1 : 0;
      const own = tables[heads];
      const cell = states[i] * own.actions + actions[i];
      const after = next.observation.states[i];
      const choice = isClear(own, next.observation, i) ? own.bestAction[after] : oneOfEquals(own, i);
      const worth = tables[1 - heads].values[after * own.actions + choice];
      own.collect(cell, next.rewards[i] + discount * next.discounts[i] * worth - own.values[cell]);
    }
  };
}
