import { describe, expect, it } from 'vitest';
import { EventScale } from '../../../../agents/deep/history/eventScale.ts';
import { eventShape } from '../../../../agents/deep/history/eventShape.ts';
import { HistoryLog } from '../../../../agents/deep/history/historyLog.ts';
import { type MaskPlan, maskedBatch } from '../../../../agents/deep/history/maskedBatch.ts';
import type { Observation } from '../../../../environments/contract.ts';
import { restInvestLeave } from '../../../support/restInvestLeave.ts';

const SHAPE = eventShape(restInvestLeave(1, 1).spec);
const USERS = 8;
const DAYS = 12;
const PLAN: MaskPlan = { rows: 200, days: 5, probability: 0.3, key: 1 };

/** User i shows 100 i + day in the evening; user 0 leaves on the third day. */
function logged(): { log: HistoryLog; scale: EventScale } {
  const log = new HistoryLog(USERS, 1, USERS);
  const scale = new EventScale(1);
  const on = (day: number): Observation => ({
    features: Float32Array.from({ length: USERS }, (_, i) => 100 * i + day * day),
    states: new Uint32Array(USERS),
    active: Uint8Array.from({ length: USERS }, (_, i) => (i === 0 && day >= 3 ? 0 : 1)),
  });
  for (let day = 0; day < DAYS; day++) {
    const actions = Uint8Array.from({ length: USERS }, (_, i) => (i + day) % 3);
    scale.see(on(day), on(day + 1));
    log.add(on(day), actions, on(day + 1));
  }
  return { log, scale };
}

describe('maskedBatch()', () => {
  const { log, scale } = logged();
  const batch = maskedBatch(log, scale, SHAPE, PLAN, 0);
  const cells = PLAN.rows * PLAN.days;
  const event = (cell: number) => [...batch.events.subarray(cell * SHAPE.width, (cell + 1) * SHAPE.width)];
  const lived = (cell: number) =>
    [...batch.actions.subarray(cell * SHAPE.actions, (cell + 1) * SHAPE.actions)].includes(1);

  it('the log counts whole days: not the one on which somebody left', () => {
    expect([...log.lengths]).toEqual([2, ...Array<number>(USERS - 1).fill(DAYS)]);
  });

  it('shows nothing of a masked action, nor of a masked answer', () => {
    for (let cell = 0; cell < cells; cell++) {
      const row = event(cell);
      const action = row.slice(0, SHAPE.actions);
      const answer = row.slice(SHAPE.levels, SHAPE.answerMasked);
      expect(row[SHAPE.actionMasked]).toBe(batch.actionWeights[cell]);
      expect(row[SHAPE.answerMasked]).toBe(batch.answerWeights[cell]);
      if (batch.actionWeights[cell] === 1) expect(action).toEqual([0, 0, 0]);
      else if (lived(cell)) expect(action.filter((one) => one === 1)).toHaveLength(1);
      if (batch.answerWeights[cell] === 1) expect(answer).toEqual([0, 0]);
      else if (lived(cell)) expect(answer[1]).toBe(batch.changes[cell]);
    }
  });

  it('hides each part as often as it is to', () => {
    const days = Array.from({ length: cells }, (_, cell) => cell).filter(lived);
    const spread = 4 * Math.sqrt(0.3 * 0.7 * days.length);
    for (const weights of [batch.actionWeights, batch.answerWeights]) {
      const hidden = days.filter((cell) => weights[cell] === 1).length;
      expect(Math.abs(hidden - 0.3 * days.length)).toBeLessThan(spread);
    }
  });

  it('takes days in a row of one user, and no more than were lived', () => {
    for (let row = 0; row < PLAN.rows; row++) {
      const stretch = Array.from({ length: PLAN.days }, (_, day) => day * PLAN.rows + row);
      const taken = stretch
        .filter(lived)
        .map((cell) => batch.actions.subarray(cell * 3, cell * 3 + 3).indexOf(1));
      expect([2, PLAN.days]).toContain(taken.length);
      for (let d = 1; d < taken.length; d++) expect(taken[d]).toBe((taken[d - 1] + 1) % 3);
    }
  });

  it('is the same again in the same round, and another in another', () => {
    expect(maskedBatch(log, scale, SHAPE, PLAN, 0)).toEqual(batch);
    expect(maskedBatch(log, scale, SHAPE, PLAN, 1)).not.toEqual(batch);
  });
});
