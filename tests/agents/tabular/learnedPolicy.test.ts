import { describe, expect, it } from 'vitest';
import { ActionValues } from '../../../agents/tabular/actionValues.ts';
import { learnedPolicy } from '../../../agents/tabular/learnedPolicy.ts';
import { choicesOf } from '../../contracts/policyContract.ts';

/** One state whose values say 1, 0, 2 and whose averages say 1, 2, 0 of three actions. */
function unsettledTable(): ActionValues {
  const table = new ActionValues(1, 3);
  for (const [cell, value, average] of [
    [0, 1, 1],
    [1, 0, 2],
    [2, 2, 0],
  ])
    table.put(cell, value, average);
  return table;
}

function choiceOf(table: ActionValues, ...available: readonly number[]): number[] {
  const observation = { features: new Float32Array(0), states: Uint32Array.of(0), active: Uint8Array.of(1) };
  const mask = available.length > 0 ? { available: Uint8Array.from(available) } : {};
  return choicesOf(learnedPolicy(table), { ...observation, ...mask });
}

describe('learnedPolicy(table)', () => {
  it('takes what is best on average, whatever the last days said', () => {
    expect(choiceOf(unsettledTable())).toEqual([1]);
  });

  it('takes the best on average of what is available', () => {
    expect(choiceOf(unsettledTable(), 1, 1, 1)).toEqual([1]);
    expect(choiceOf(unsettledTable(), 1, 0, 1)).toEqual([0]);
    expect(choiceOf(unsettledTable(), 0, 0, 1)).toEqual([2]);
    expect(choiceOf(unsettledTable(), 0, 0, 0)).toEqual([0]);
  });

  it('takes the first of equals, also of those that are available', () => {
    expect(choiceOf(new ActionValues(1, 3))).toEqual([0]);
    expect(choiceOf(new ActionValues(1, 3), 0, 1, 1)).toEqual([1]);
  });
});
