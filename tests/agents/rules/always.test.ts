import { describe, expect, it } from 'vitest';
import { always } from '../../../agents/rules/always.ts';
import { choicesOf } from '../../contracts/policyContract.ts';

describe('always(action)', () => {
  it('takes the action where it is available, otherwise the first that is, or the very first', () => {
    const rows = [
      [1, 1, 1],
      [1, 1, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0, 0, 0],
    ];
    const observation = {
      features: new Float32Array(0),
      states: new Uint32Array(rows.length),
      active: Uint8Array.of(1, 1, 1, 1, 1),
      available: Uint8Array.from(rows.flat()),
    };
    expect(choicesOf(always(2), observation)).toEqual([2, 0, 1, 2, 0]);
    expect(choicesOf(always(0), observation)).toEqual([0, 0, 1, 2, 0]);
  });
});
