import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, openBackend } from '../../../../agents/deep/backend.ts';
import { Encoder } from '../../../../agents/deep/history/encoder.ts';
import { eventShape } from '../../../../agents/deep/history/eventShape.ts';
import { drawKey, uniformDraw } from '../../../../environments/random/keyedDraw.ts';
import { restInvestLeave } from '../../../support/restInvestLeave.ts';

const SHAPE = eventShape(restInvestLeave(1, 1).spec);
const UNITS = 3;

/** Some numbers between −1 and 1. */
function numbers(count: number, round: number): number[] {
  const { a, b } = drawKey(7, round, 0);
  return Array.from({ length: count }, (_, k) => 2 * uniformDraw(k, a, b) - 1);
}

/** The gated recurrent unit of Cho et al. (2014), by its equations. */
function slowUnit(weights: readonly number[][], x: readonly number[], h: readonly number[]): number[] {
  const [kernel, recurrent, bias] = weights;
  const units = h.length;
  const column = (from: readonly number[], matrix: readonly number[], c: number) =>
    from.reduce((sum, value, k) => sum + value * matrix[k * 3 * units + c], 0);
  const logistic = (v: number) => 1 / (1 + Math.exp(-v));
  const gate = (part: number, u: number) =>
    logistic(
      column(x, kernel, part * units + u) + bias[part * units + u] + column(h, recurrent, part * units + u),
    );
  const reset = h.map((value, u) => gate(1, u) * value);
  return h.map((value, u) => {
    const c = 2 * units + u;
    const fresh = Math.tanh(column(x, kernel, c) + bias[c] + column(reset, recurrent, c));
    const keep = gate(0, u);
    return keep * value + (1 - keep) * fresh;
  });
}

describe('Encoder', () => {
  let backend: Backend;
  let encoder: Encoder;
  beforeAll(async () => {
    backend = await openBackend('wasm');
    encoder = new Encoder(backend, SHAPE, UNITS, 1);
  });
  afterAll(() => backend.tf.dispose([...encoder.variables]));

  it('next() is the gated recurrent unit, row by row', () => {
    const { tf } = backend;
    const weights = encoder.variables.slice(0, 3).map((variable) => [...variable.dataSync<'float32'>()]);
    const [events, memory] = [numbers(4 * SHAPE.width, 1), numbers(4 * UNITS, 2)];
    const next = tf.tidy(() => [
      ...encoder
        .next(tf.tensor2d(events, [4, SHAPE.width]), tf.tensor2d(memory, [4, UNITS]))
        .dataSync<'float32'>(),
    ]);
    const expected = [0, 1, 2, 3].flatMap((row) =>
      slowUnit(
        weights,
        events.slice(row * SHAPE.width, (row + 1) * SHAPE.width),
        memory.slice(row * UNITS, (row + 1) * UNITS),
      ),
    );
    for (const [k, value] of expected.entries()) expect(Math.abs(next[k] - value)).toBeLessThan(1e-5);
  });

  it('begins with the same weights from the same key, with others from another', () => {
    const weightsOf = (key: number) => {
      const other = new Encoder(backend, SHAPE, UNITS, key);
      const { 'history.weights': weights } = other.kept.save();
      backend.tf.dispose([...other.variables]);
      return weights;
    };
    expect(weightsOf(1)).toEqual(encoder.kept.save()['history.weights']);
    expect(weightsOf(2)).not.toEqual(weightsOf(1));
  });

  it('takes over what another one has learned, and refuses one of another size', () => {
    const other = new Encoder(backend, SHAPE, UNITS, 9);
    other.kept.restore(encoder.kept.save())();
    expect(other.kept.save()).toEqual(encoder.kept.save());
    const larger = new Encoder(backend, SHAPE, UNITS + 1, 1);
    expect(() => other.kept.restore(larger.kept.save())).toThrow(RangeError);
    expect(other.kept.save()).toEqual(encoder.kept.save());
    backend.tf.dispose([...other.variables, ...larger.variables]);
  });
});
