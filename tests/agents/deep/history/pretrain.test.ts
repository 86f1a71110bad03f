import { beforeAll, describe, expect, it } from 'vitest';
import { type Backend, openBackend } from '../../../../agents/deep/backend.ts';
import { Encoder } from '../../../../agents/deep/history/encoder.ts';
import { EventScale } from '../../../../agents/deep/history/eventScale.ts';
import { eventShape } from '../../../../agents/deep/history/eventShape.ts';
import { HistoryLog } from '../../../../agents/deep/history/historyLog.ts';
import { type PretrainFigures, pretrain } from '../../../../agents/deep/history/pretrain.ts';
import type { Observation } from '../../../../environments/contract.ts';
import { drawKey, drawWord } from '../../../../environments/random/keyedDraw.ts';
import { restInvestLeave } from '../../../support/restInvestLeave.ts';

const SHAPE = eventShape(restInvestLeave(1, 1).spec);
const USERS = 200;
const DAYS = 12;
const PLAN = { rows: 64, days: 8, probability: 0.3, key: 1, learningRate: 0.01 };

/** What is seen rises by 1 on a day with action 1 and falls by 1 with action 2; or it does not care. */
function logged(answers: boolean): { log: HistoryLog; scale: EventScale } {
  const log = new HistoryLog(USERS, 1, USERS);
  const scale = new EventScale(1);
  const active = new Uint8Array(USERS).fill(1);
  let seen = new Float32Array(USERS);
  for (let day = 0; day < DAYS; day++) {
    const { a, b } = drawKey(5, day, 0);
    const actions = Uint8Array.from({ length: USERS }, (_, i) => (drawWord(i, a, b) >>> 0) % 3);
    const causes = answers ? actions : actions.map((_, i) => (drawWord(i + 5000, a, b) >>> 0) % 3);
    const after = seen.map((value, i) => value + [0, 1, -1][causes[i]]);
    const show = (features: Float32Array): Observation => ({
      features,
      states: new Uint32Array(USERS),
      active,
    });
    scale.see(show(seen), show(after));
    log.add(show(seen), actions, show(after));
    seen = after;
  }
  return { log, scale };
}

describe('pretrain()', () => {
  let backend: Backend;
  beforeAll(async () => {
    backend = await openBackend('wasm');
  });

  function taught(answers: boolean, steps: number): { figures: PretrainFigures; encoder: Encoder } {
    const { log, scale } = logged(answers);
    const encoder = new Encoder(backend, SHAPE, 8, 1);
    return { figures: pretrain(backend, encoder, log, scale, { ...PLAN, steps }), encoder };
  }

  it('learns how people answer: what they received from what followed, and the other way round', () => {
    const { figures, encoder } = taught(true, 120);
    // Where only one of the two is hidden, it follows from the other; both are hidden in three cases of ten.
    expect(figures.answerLoss).toBeLessThan(0.5);
    expect(figures.actionLoss).toBeLessThan(0.6);
    backend.tf.dispose([...encoder.variables]);
  });

  it('learns nothing where there is nothing to learn', () => {
    const { figures, encoder } = taught(false, 120);
    expect(figures.answerLoss).toBeGreaterThan(0.9);
    expect(figures.actionLoss).toBeGreaterThan(0.97 * Math.log(3));
    backend.tf.dispose([...encoder.variables]);
  });

  it('comes to the same bytes again, and leaves no tensors behind', () => {
    const before = backend.tf.memory().numTensors;
    const [one, other] = [taught(true, 5), taught(true, 5)];
    expect(one.encoder.kept.save()).toEqual(other.encoder.kept.save());
    expect(one.figures).toEqual(other.figures);
    backend.tf.dispose([...one.encoder.variables, ...other.encoder.variables]);
    expect(backend.tf.memory().numTensors).toBe(before);
  });
});
