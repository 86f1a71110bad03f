import { describe, expect, it } from 'vitest';
import { type NetworkDescription, parameterCount } from '../../../../agents/deep/networks/description.ts';
import type { AdamSettings, Network } from '../../../../agents/deep/networks/network.ts';
import { simdEngine } from '../../../../agents/deep/simd/simdNetwork.ts';
import { SlowAdam, slowForward, slowGradient } from './slowNetwork.ts';
import {
  ADAM,
  DESCRIPTIONS,
  expectClose,
  meanSquare,
  parametersOf,
  squares,
  titleOf,
  uniforms,
} from './trials.ts';

const TRIALS = DESCRIPTIONS.map((description) => [titleOf(description), description] as const);
const ODD = DESCRIPTIONS[1];
const ROWS = [1, 3, 130];

const networkOf = (description: NetworkDescription, adam: Partial<AdamSettings> = {}) =>
  simdEngine.create(description, { ...ADAM, ...adam }, parametersOf(description));

const inputsOf = (description: NetworkDescription, rows: number) =>
  uniforms(rows * description.inputs, rows, 2);
const targetsOf = (description: NetworkDescription, rows: number) =>
  uniforms(rows * description.outputs, rows + 1);

/** The gradient by all parameters: what a first step without memory leaves in the first moment. */
function gradientOf(description: NetworkDescription, rows: number): Float32Array {
  const network = networkOf(description, { beta1: 0 });
  network.train(inputsOf(description, rows), rows, squares, targetsOf(description, rows), 0);
  return network.state().first;
}

/** What a network says and knows after a few steps on some rows. */
function trained(network: Network, rows: number, steps = 3) {
  const { description } = network;
  const [inputs, targets] = [inputsOf(description, rows), targetsOf(description, rows)];
  const figures = Array.from({ length: steps }, () => network.train(inputs, rows, squares, targets, 0.01));
  return { figures, outputs: network.forward(inputs, rows).slice(), state: network.state() };
}

describe.each(TRIALS)('simd network %s', (_, description) => {
  it.each(ROWS)('forward() of %i rows is what a slow network says', (rows) => {
    const inputs = inputsOf(description, rows);
    const wanted = slowForward(description, parametersOf(description), inputs, rows);
    expectClose(networkOf(description).forward(inputs, rows), wanted, 1e-5);
  });

  it.each(ROWS)('the gradient of %i rows is that of slow backpropagation', (rows) => {
    const [parameters, inputs] = [parametersOf(description), inputsOf(description, rows)];
    const outputs = slowForward(description, parameters, inputs, rows);
    const byOutputs = targetsOf(description, rows).map((target, k) => (outputs[k] - target) / rows);
    const wanted = slowGradient(description, parameters, inputs, rows, byOutputs);
    expectClose(gradientOf(description, rows), wanted, 1e-5);
    expect(Math.hypot(...wanted)).toBeGreaterThan(0.01);
  });

  it('the gradient is that of finite differences', () => {
    const rows = 3;
    const [parameters, inputs] = [Float64Array.from(parametersOf(description)), inputsOf(description, rows)];
    const lossAt = (k: number, shift: number) => {
      const moved = parameters.map((value, other) => (other === k ? value + shift : value));
      return meanSquare(slowForward(description, moved, inputs, rows), targetsOf(description, rows), rows);
    };
    const wanted = Array.from(parameters, (_value, k) => (lossAt(k, 1e-6) - lossAt(k, -1e-6)) / 2e-6);
    expectClose(gradientOf(description, rows), wanted, 1e-5);
  });

  it.each([Infinity, 0.05])(
    'train() takes the steps of Adam, gradients shortened to %d',
    (maxGradientNorm) => {
      const rows = 5;
      const [inputs, targets] = [inputsOf(description, rows), targetsOf(description, rows)];
      const network = networkOf(description, { maxGradientNorm });
      const slow = new SlowAdam(parametersOf(description), { ...ADAM, maxGradientNorm });
      for (let step = 0; step < 6; step++) {
        const outputs = slowForward(description, slow.parameters, inputs, rows);
        const byOutputs = outputs.map((output, k) => (output - targets[k]) / rows);
        const gradient = slowGradient(description, slow.parameters, inputs, rows, byOutputs);
        const { loss, gradientNorm } = network.train(inputs, rows, squares, targets, 0.01);
        expect(loss / meanSquare(outputs, targets, rows)).toBeCloseTo(1, 4);
        expect(gradientNorm / slow.step(gradient, 0.01)).toBeCloseTo(1, 4);
        if (maxGradientNorm < 1) expect(gradientNorm).toBeGreaterThan(maxGradientNorm);
      }
      const { parameters, first, second, powers } = network.state();
      expectClose(parameters, slow.parameters, 1e-5);
      expectClose(first, slow.first, 1e-5);
      expectClose(second, slow.second, 1e-5);
      expectClose(powers, [0.9 ** 6, 0.99 ** 6], 1e-6);
    },
  );

  it('gives the same bytes twice', () => {
    expect(trained(networkOf(description), 130)).toEqual(trained(networkOf(description), 130));
  });

  it('state() and restore(): another network goes on exactly as this one', () => {
    const network = networkOf(description);
    trained(network, 5);
    const state = network.state();
    const other = simdEngine.create(description, ADAM, new Float32Array(parameterCount(description)));
    trained(other, 3, 2);
    other.restore(state);
    expect(other.state()).toEqual(state);
    expect(trained(other, 7)).toEqual(trained(network, 7));
    expect(network.state()).not.toEqual(state);
  });
});

describe('state of a simd network', () => {
  it('begins with the parameters it was given, no moments and powers of 1', () => {
    const parameters = parametersOf(ODD);
    const zeros = new Float32Array(parameters.length);
    const network = networkOf(ODD);
    expect(network.state()).toEqual({
      parameters,
      first: zeros,
      second: zeros,
      powers: Float32Array.of(1, 1),
    });
  });

  it('holds the powers of β as products of 32-bit floats, as TensorFlow.js does', () => {
    const { powers } = trained(networkOf(ODD), 3, 50).state;
    const product = (beta: number) =>
      Array(50)
        .fill(Math.fround(beta))
        .reduce((power, factor) => Math.fround(power * factor), 1);
    expect([...powers]).toEqual([product(0.9), product(0.99)]);
  });

  it('is a copy, and so is what restore() takes over', () => {
    const network = networkOf(ODD);
    const state = network.state();
    for (const part of [state.parameters, state.first, state.second, state.powers]) part.fill(9);
    expect(network.state()).toEqual(networkOf(ODD).state());
    network.restore(state);
    state.powers.fill(1);
    expect([...network.state().powers]).toEqual([9, 9]);
  });

  it.each(['parameters', 'first', 'second', 'powers'] as const)(
    'restore() refuses %s of another size and stays as it was',
    (part) => {
      const network = networkOf(ODD);
      const state = { ...trained(networkOf(ODD), 3).state, [part]: new Float32Array(3) };
      expect(() => network.restore(state)).toThrow(RangeError);
      expect(network.state()).toEqual(networkOf(ODD).state());
    },
  );

  it('assign() sets the parameters alone, or nothing where their number is another', () => {
    const network = networkOf(ODD);
    const { state } = trained(network, 3);
    network.assign(parametersOf(ODD));
    expect(network.parameters()).toEqual(parametersOf(ODD));
    expect(() => network.assign(state.parameters.subarray(1))).toThrow(RangeError);
    expect(network.state()).toEqual({ ...state, parameters: parametersOf(ODD) });
  });

  it('create() refuses parameters of another size', () => {
    expect(() => simdEngine.create(ODD, ADAM, new Float32Array(3))).toThrow('expected a network of');
  });
});

describe('rows of a simd network', () => {
  it.each(['relu', 'tanh'] as const)(
    '%s: many rows are the same to the last bit as each alone',
    (activation) => {
      const description = { ...ODD, activation };
      const network = networkOf(description);
      for (const rows of [1, 4, 3, 300, 600, 900, 1024, 1025, 2_750, 2]) {
        const inputs = inputsOf(description, rows);
        const together = network.forward(inputs, rows).slice();
        expect(together.length).toBe(2 * rows);
        const alone = Array.from({ length: rows }, (_, row) => [
          ...network.forward(inputs.subarray(3 * row), 1),
        ]);
        expect([...together]).toEqual(alone.flat());
      }
    },
  );

  it('stay apart from what was in memory before, which grows on the way', () => {
    const network = networkOf(ODD);
    const none = (rows: number) => new Float32Array(3 * rows).fill(NaN);
    for (const rows of [1, 130, 5_000]) expect(network.forward(none(rows), rows)[0]).toBeNaN();
    network.train(inputsOf(ODD, 9_000), 9_000, squares, targetsOf(ODD, 9_000), 0.01);
    network.forward(none(9_000), 9_000);
    const fresh = networkOf(ODD);
    fresh.restore(network.state());
    expect(trained(network, 3)).toEqual(trained(fresh, 3));
    expect(trained(network, 9_001)).toEqual(trained(fresh, 9_001));
  });

  it('count only so far as they are asked for', () => {
    const rows = 3;
    const inputs = Float32Array.from([...inputsOf(ODD, rows), ...Array(30).fill(NaN)]);
    const [network, other] = [networkOf(ODD), networkOf(ODD)];
    expect(network.forward(inputs, rows)).toEqual(other.forward(inputsOf(ODD, rows), rows));
    network.train(inputs, rows, squares, targetsOf(ODD, rows), 0.01);
    other.train(inputsOf(ODD, rows), rows, squares, targetsOf(ODD, rows), 0.01);
    expect(network.state()).toEqual(other.state());
  });

  it('that are missing are said', () => {
    const message = 'expected 3 rows of 3 inputs, got 8 numbers';
    expect(() => networkOf(ODD).forward(new Float32Array(8), 3)).toThrow(message);
    expect(() => networkOf(ODD).train(new Float32Array(8), 3, squares, new Float32Array(6), 0)).toThrow(
      message,
    );
  });

  it('may be none', () => {
    expect(networkOf(ODD).forward(new Float32Array(0), 0)).toEqual(new Float32Array(0));
  });
});

describe('a simd network', () => {
  it('saturates far out: tanh of an input of a million is 1', () => {
    const description = { ...ODD, hidden: [2], inputs: 1, outputs: 1 };
    const parameters = Float32Array.of(1, -1, 0, 0, 3, 5, 0.5);
    const network = simdEngine.create(description, ADAM, parameters);
    expect([...network.forward(Float32Array.of(1e6, -1e6), 2)]).toEqual([-1.5, 2.5]);
  });

  it('that came to NaN is well again after restore()', () => {
    const [network, fresh] = [networkOf(ODD), networkOf(ODD)];
    const { state } = trained(networkOf(ODD), 3);
    network.train(inputsOf(ODD, 3), 3, squares, new Float32Array(6).fill(NaN), 0.01);
    expect(network.state().parameters.every(Number.isNaN)).toBe(true);
    for (const one of [network, fresh]) one.restore(state);
    expect(trained(network, 3)).toEqual(trained(fresh, 3));
  });

  it('has a memory of its own', () => {
    const [network, other] = [networkOf(ODD), networkOf(ODD)];
    trained(network, 3);
    expect(other.state()).toEqual(networkOf(ODD).state());
  });

  it('stays as it was where the loss throws', () => {
    const network = networkOf(ODD);
    const broken = {
      ...squares,
      plain: () => {
        throw new Error('no loss');
      },
    };
    expect(() => network.train(inputsOf(ODD, 3), 3, broken, targetsOf(ODD, 3), 0.01)).toThrow('no loss');
    expect(network.state()).toEqual(networkOf(ODD).state());
  });

  it('takes no step along a gradient of length 0', () => {
    const network = networkOf(ODD, { maxGradientNorm: 0.5 });
    const targets = network.forward(inputsOf(ODD, 3), 3).slice();
    expect(network.train(inputsOf(ODD, 3), 3, squares, targets, 0.01)).toEqual({ loss: 0, gradientNorm: 0 });
    expect(network.state().parameters).toEqual(parametersOf(ODD));
  });

  it('cannot be used after dispose()', () => {
    const network = networkOf(ODD);
    network.dispose();
    expect(() => network.forward(new Float32Array(3), 1)).toThrow('this network was disposed of');
    expect(() => network.state()).toThrow('this network was disposed of');
  });
});
