import type { Observation, Policy } from '../contract.ts';
import { drawKey, uniformDraw } from '../random/keyedDraw.ts';
import { purposeOf } from '../random/purpose.ts';
import type { Program, Rule } from '../scenario/program.ts';
import { firstAvailable, replaceUnavailable } from './firstAvailable.ts';
import type { RuleFunction } from './printRule.ts';

/**
 * A rule that draws its action from the probabilities of the first line whose condition holds. The probability of
 * an action that is not available belongs to the first one that is.
 *
 * @param choose gives the number of the line, from 1 on; 0 where none holds
 * @param key 32-bit key of its random stream
 */
export function drawingRule({ actions }: Program, rule: Rule, choose: RuleFunction, key: number): Policy {
  const purpose = purposeOf(`rules.${rule.name}`);
  const count = actions.length;
  const nothing = actions.map((_, action) => (action === 0 ? 1 : 0));
  const laws = [nothing, ...rule.choices.map(({ probabilities }) => probabilities)];
  const edges = laws.map(cumulative);
  const linesFor = ({ features, active }: Observation): Uint8Array => {
    const lines = new Uint8Array(active.length);
    choose(features, active, lines);
    return lines;
  };
  let day = 0;
  return {
    selectActions(observation, chosen) {
      const { a, b } = drawKey(key, day++, purpose);
      for (const [i, line] of linesFor(observation).entries())
        chosen[i] = actionAt(edges[line], uniformDraw(i, a, b));
      if (observation.available) replaceUnavailable(chosen, observation.available, count);
    },
    actionProbabilities(observation, probabilities) {
      const { available } = observation;
      for (const [i, line] of linesFor(observation).entries()) {
        const law = laws[line];
        probabilities.set(available ? lawOfAvailable(law, available, i * count) : law, i * count);
      }
    },
  };
}

function cumulative(law: readonly number[]): number[] {
  let sum = 0;
  return law.map((p) => (sum += p));
}

/** Sums to 1 within 1e-9, and a draw has 24 bits: it is always below the last edge. */
function actionAt(edges: readonly number[], uniform: number): number {
  return edges.findIndex((edge) => uniform < edge);
}

function lawOfAvailable(law: readonly number[], available: Uint8Array, row: number): number[] {
  const first = firstAvailable(available, row, law.length);
  const stays = law.map((p, action) => (available[row + action] === 1 ? p : 0));
  const moved = law.reduce((sum, p, action) => sum + p - stays[action], 0);
  return stays.map((p, action) => (action === first ? p + moved : p));
}
