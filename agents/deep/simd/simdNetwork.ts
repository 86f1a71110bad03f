import type { Loss } from '../losses/loss.ts';
import { type NetworkDescription, parameterCount } from '../networks/description.ts';
import type { AdamSettings, Network, NetworkEngine, NetworkState, StepFigures } from '../networks/network.ts';
import { adamStep } from './adamStep.ts';
import { openKernel } from './kernel.ts';
import { NetworkMemory } from './networkMemory.ts';
import { packParameters, paddedLayout, padParameters, roundUp } from './paddedLayout.ts';
import { packRows, padRows } from './paddedRows.ts';
import { backwardPass, forwardPass, type LaidOutNetwork } from './passes.ts';

/** So many rows are evaluated at a time where no activations have to be kept, so that memory stays small. */
const CHUNK = 1024;

/** Networks computed by a fused kernel of SIMD instructions in WebAssembly; works wherever Node does. */
export const simdEngine: NetworkEngine = {
  name: 'simd',
  create: (description, adam, parameters) => new SimdNetwork(description, adam, parameters),
};

class SimdNetwork implements Network {
  readonly description: NetworkDescription;
  readonly #adam: AdamSettings;
  readonly #size: number;
  #network: LaidOutNetwork | undefined;
  #powers = Float32Array.of(1, 1);
  #outputs = new Float32Array(0);
  #gradient = new Float32Array(0);

  constructor(description: NetworkDescription, adam: AdamSettings, parameters: Float32Array) {
    this.description = description;
    this.#adam = adam;
    this.#size = parameterCount(description);
    this.#checkSizes([parameters]);
    const kernel = openKernel();
    const layout = paddedLayout(description);
    this.#network = { kernel, layout, memory: new NetworkMemory(kernel.memory, layout) };
    this.#write(this.#network.memory.parameters, parameters);
  }

  forward(inputs: Float32Array, rows: number): Float32Array {
    const { inputs: columns, outputs: width } = this.description;
    this.#checkRows(inputs, rows);
    this.#outputs = room(this.#outputs, rows * width);
    for (let from = 0; from < rows; from += CHUNK) {
      const count = Math.min(CHUNK, rows - from);
      this.#evaluate(inputs.subarray(from * columns), count, this.#outputs.subarray(from * width));
    }
    return this.#outputs.subarray(0, rows * width);
  }

  train<Targets>(
    inputs: Float32Array,
    rows: number,
    loss: Loss<Targets>,
    targets: Targets,
    learningRate: number,
  ): StepFigures {
    const size = rows * this.description.outputs;
    this.#checkRows(inputs, rows);
    this.#outputs = room(this.#outputs, size);
    this.#gradient = room(this.#gradient, size);
    this.#evaluate(inputs, rows, this.#outputs);
    const gradient = this.#gradient.subarray(0, size);
    const value = loss.plain(this.#outputs.subarray(0, size), rows, targets, gradient);
    this.#propagate(gradient, rows);
    return { loss: value, gradientNorm: adamStep(this.#open, this.#adam, this.#powers, learningRate) };
  }

  parameters(): Float32Array {
    return this.#read(this.#open.memory.parameters);
  }

  assign(parameters: Float32Array): void {
    this.#checkSizes([parameters]);
    this.#write(this.#open.memory.parameters, parameters);
  }

  state(): NetworkState {
    const { parameters, first, second } = this.#open.memory;
    const read = (region: number) => this.#read(region);
    return {
      parameters: read(parameters),
      first: read(first),
      second: read(second),
      powers: this.#powers.slice(),
    };
  }

  restore({ parameters, first, second, powers }: NetworkState): void {
    const { memory } = this.#open;
    this.#checkSizes([parameters, first, second]);
    if (powers.length !== 2) throw new RangeError(`expected 2 powers, of β₁ and β₂, got ${powers.length}`);
    this.#write(memory.parameters, parameters);
    this.#write(memory.first, first);
    this.#write(memory.second, second);
    this.#powers = powers.slice();
  }

  dispose(): void {
    this.#network = undefined;
  }

  get #open(): LaidOutNetwork {
    if (!this.#network) throw new Error('this network was disposed of');
    return this.#network;
  }

  /** Leaves every layer's activations in memory and writes the outputs, packed. */
  #evaluate(inputs: Float32Array, rows: number, outputs: Float32Array): void {
    const { memory, layout } = this.#open;
    const filled = roundUp(rows, 4);
    const [{ paddedInputs }] = layout.layers;
    const { paddedOutputs } = layout.layers.at(-1)!;
    memory.reserve(filled);
    const from = memory.floats(memory.activations[0], filled * paddedInputs);
    padRows(inputs, rows, this.description.inputs, from, paddedInputs);
    forwardPass(this.#open, filled);
    const to = memory.floats(memory.activations.at(-1)!, filled * paddedOutputs);
    packRows(to, paddedOutputs, rows, this.description.outputs, outputs);
  }

  /** Leaves the gradient by the parameters in memory. */
  #propagate(gradient: Float32Array, rows: number): void {
    const { memory, layout } = this.#open;
    const { paddedOutputs } = layout.layers.at(-1)!;
    const padded = memory.floats(memory.derivatives[0], roundUp(rows, 4) * paddedOutputs);
    padRows(gradient, rows, this.description.outputs, padded, paddedOutputs);
    backwardPass(this.#open, rows);
  }

  #read(region: number): Float32Array {
    const { memory, layout } = this.#open;
    const packed = new Float32Array(this.#size);
    packParameters(layout, memory.floats(region, layout.length), packed);
    return packed;
  }

  #write(region: number, packed: Float32Array): void {
    const { memory, layout } = this.#open;
    padParameters(layout, packed, memory.floats(region, layout.length));
  }

  #checkSizes(parts: readonly Float32Array[]): void {
    const sizes = parts.map((part) => part.length);
    if (sizes.some((length) => length !== this.#size))
      throw new RangeError(`expected a network of ${this.#size} parameters, got ${sizes.join(', ')}`);
  }

  #checkRows(inputs: Float32Array, rows: number): void {
    const { inputs: columns } = this.description;
    if (inputs.length < rows * columns)
      throw new RangeError(`expected ${rows} rows of ${columns} inputs, got ${inputs.length} numbers`);
  }
}

/** The buffer if it is long enough, else a new one. */
function room(buffer: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> {
  return buffer.length >= length ? buffer : new Float32Array(length);
}
