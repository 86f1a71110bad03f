import type { Observation, Policy } from '../../../environments/contract.ts';
import { drawKey, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { firstAvailable } from '../../rules/firstAvailable.ts';
import { random } from '../../rules/random.ts';

const KEEN = purposeOf('sparing keen');
const ACT = purposeOf('sparing act');
/** Part of the days on which the most and the least contacted user is given an action other than the first. */
const MOST = 0.5;
const LEAST = 0.05;

/**
 * Contacts everyone now and then, some seldom and some often, with any action: lives long enough, and different
 * enough, to learn from how people answer.
 *
 * @param count number of actions
 * @param key 32-bit key of its random stream
 */
export function sparingPolicy(count: number, key: number): Policy {
  const any = random(count, key);
  const keen = drawKey(key, 0, KEEN);
  const rateOf = (user: number) => LEAST + (MOST - LEAST) * uniformDraw(user, keen.a, keen.b);
  let day = 0;
  return {
    selectActions(observation, actions) {
      any.selectActions(observation, actions);
      const { a, b } = drawKey(key, day++, ACT);
      for (let i = 0; i < actions.length; i++)
        if (uniformDraw(i, a, b) >= rateOf(i)) actions[i] = firstOf(observation, i, count);
    },
    actionProbabilities(observation, into) {
      any.actionProbabilities!(observation, into);
      for (let i = 0; i < observation.active.length; i++) {
        const rate = observation.active[i] === 1 ? rateOf(i) : 0;
        for (let a = 0; a < count; a++) into[i * count + a] *= rate;
        into[i * count + firstOf(observation, i, count)] += 1 - rate;
      }
    },
  };
}

function firstOf({ active, available }: Observation, user: number, count: number): number {
  return available && active[user] === 1 ? firstAvailable(available, user * count, count) : 0;
}
