import { type DrawKey, drawKey, drawWord, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import type { EventScale } from './eventScale.ts';
import type { EventShape } from './eventShape.ts';
import type { HistoryLog } from './historyLog.ts';

const USER = purposeOf('masked user');
const START = purposeOf('masked start');
const MASK_ACTION = purposeOf('masked action');
const MASK_ANSWER = purposeOf('masked answer');

/** Some stretches of users' days with parts hidden, and what was hidden. Everything is days × rows × columns. */
export interface MaskedBatch {
  readonly events: Float32Array;
  /** one column per action; the one received is 1 */
  readonly actions: Float32Array;
  readonly changes: Float32Array;
  /** days × rows; 1 where the action has to be guessed */
  readonly actionWeights: Float32Array;
  readonly answerWeights: Float32Array;
}

export interface MaskPlan {
  readonly rows: number;
  readonly days: number;
  /** how likely each part of a day is hidden */
  readonly probability: number;
  readonly key: number;
}

/**
 * Draws stretches of days and hides parts of them. The answer to an action has to be guessed from the days before and
 * from the action, the action from the days before and the answer.
 *
 * Source: masked events as in Devlin et al. (2019), section 3.1, read from one side only.
 *
 * @param round each has its own luck
 */
export function maskedBatch(
  log: HistoryLog,
  scale: EventScale,
  shape: EventShape,
  plan: MaskPlan,
  round: number,
): MaskedBatch {
  const cells = plan.days * plan.rows;
  const batch: MaskedBatch = {
    events: new Float32Array(cells * shape.width),
    actions: new Float32Array(cells * shape.actions),
    changes: new Float32Array(cells * shape.features),
    actionWeights: new Float32Array(cells),
    answerWeights: new Float32Array(cells),
  };
  const keyOf = (purpose: number) => drawKey(plan.key, round, purpose);
  const keys = { action: keyOf(MASK_ACTION), answer: keyOf(MASK_ANSWER) };
  const [user, start] = [keyOf(USER), keyOf(START)];
  for (let row = 0; row < plan.rows; row++) {
    const who = (drawWord(row, user.a, user.b) >>> 0) % log.users;
    const late = Math.max(log.lengths[who] - plan.days, 0);
    const from = Math.floor(uniformDraw(row, start.a, start.b) * (late + 1));
    const days = Math.min(plan.days, log.lengths[who]);
    for (let d = 0; d < days; d++) {
      const cell = d * plan.rows + row;
      writeEvent(log, scale, shape, { user: who, day: from + d }, batch, cell);
      hide(batch, shape, cell, plan.probability, keys);
    }
  }
  return batch;
}

function writeEvent(
  log: HistoryLog,
  scale: EventScale,
  shape: EventShape,
  { user, day }: { readonly user: number; readonly day: number },
  { events, actions, changes }: MaskedBatch,
  cell: number,
): void {
  const action = log.actions[day][user];
  const at = cell * shape.width;
  events[at + action] = 1;
  actions[cell * shape.actions + action] = 1;
  scale.write(log.seen[day], log.seen[day + 1], user * shape.features, events, at + shape.levels);
  for (let k = 0; k < shape.features; k++)
    changes[cell * shape.features + k] = events[at + shape.changes + k];
}

function hide(
  { events, actionWeights, answerWeights }: MaskedBatch,
  shape: EventShape,
  cell: number,
  probability: number,
  keys: { readonly action: DrawKey; readonly answer: DrawKey },
): void {
  const at = cell * shape.width;
  if (uniformDraw(cell, keys.action.a, keys.action.b) < probability) {
    events.fill(0, at, at + shape.actions);
    events[at + shape.actionMasked] = 1;
    actionWeights[cell] = 1;
  }
  if (uniformDraw(cell, keys.answer.a, keys.answer.b) < probability) {
    events.fill(0, at + shape.levels, at + shape.answerMasked);
    events[at + shape.answerMasked] = 1;
    answerWeights[cell] = 1;
  }
}
