import { describe, expect, it } from 'vitest';
import type { NetworkDescription } from '../../agents/deep/networks/description.ts';
import { initialWeights } from '../../agents/deep/networks/initialWeights.ts';
import type { Network, NetworkEngine } from '../../agents/deep/networks/network.ts';
import { simdEngine } from '../../agents/deep/simd/simdNetwork.ts';
import { ADAM, decisionsOf, LOSS, MEASURED, rowsOf } from './networkTask.ts';
import { plainEngine } from './plainNetwork.ts';

const STEPS = 20;
const RATE = 1e-3;
const TOLERANCE = 1e-4;

const DESCRIPTIONS: readonly NetworkDescription[] = [
  MEASURED,
  { ...MEASURED, activation: 'tanh' },
  { ...MEASURED, inputs: 3, hidden: [] },
];

/** What a network says of each step, and what it then is. */
function trained(engine: NetworkEngine, description: NetworkDescription, rows: number, longest: number) {
  const adam = { ...ADAM, maxGradientNorm: longest };
  const network: Network = engine.create(description, adam, initialWeights(description, 3, 'yardstick'));
  const inputs = rowsOf(description, rows);
  const figures = Array.from({ length: STEPS }, (_, k) =>
    network.train(inputs, rows, LOSS, decisionsOf(rows, k), RATE),
  );
  const { parameters, first, second } = network.state();
  return {
    figures: figures.flatMap(({ loss, gradientNorm }) => [loss, gradientNorm]),
    outputs: [...network.forward(inputs, rows)],
    parameters: [...parameters],
    first: [...first],
    second: [...second],
  };
}

describe.each(DESCRIPTIONS)('a plain network $inputs → $hidden → $outputs $activation', (description) => {
  it.each([
    [1, Infinity],
    [32, Infinity],
    [256, 0.05],
  ])('trained on %i rows, gradients up to %d, is equal to that of the simd engine', (rows, longest) => {
    const plain = trained(plainEngine, description, rows, longest);
    const simd = trained(simdEngine, description, rows, longest);
    for (const part of ['figures', 'outputs', 'parameters', 'first', 'second'] as const) {
      expect(plain[part].length).toBe(simd[part].length);
      const far = plain[part].filter((value, k) => !(Math.abs(value - simd[part][k]) <= TOLERANCE));
      expect(far).toEqual([]);
    }
    // It went somewhere; of a single row half the rectifiers are off, and their weights stay.
    const begun = initialWeights(description, 3, 'yardstick');
    const moved = plain.parameters.filter((value, k) => Math.abs(value - begun[k]) > 10 * TOLERANCE);
    expect(moved.length).toBeGreaterThan(0.2 * begun.length);
  });
});

it('a plain network restored from a state goes on with the same bytes', () => {
  const create = (name: string) => plainEngine.create(MEASURED, ADAM, initialWeights(MEASURED, 3, name));
  const [one, other] = [create('first'), create('other')];
  const step = (network: Network, k: number) =>
    network.train(rowsOf(MEASURED, 8), 8, LOSS, decisionsOf(8, k), RATE);
  for (let k = 0; k < 5; k++) step(one, k);
  other.restore(one.state());
  expect([5, 6].map((k) => step(other, k))).toEqual([5, 6].map((k) => step(one, k)));
  expect(other.state()).toEqual(one.state());
});
