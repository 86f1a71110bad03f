import type { KernelMemory } from './kernel.ts';
import type { PaddedLayout } from './paddedLayout.ts';

const BYTES = Float32Array.BYTES_PER_ELEMENT;
const PAGE = 65_536;
/** No address is 0, which stands for none. */
const START = 64;

/**
 * Where in a kernel's memory a network's numbers lie, as addresses in bytes: what lasts comes first, then room for the
 * rows of a batch, which moves when more rows are asked for.
 */
export class NetworkMemory {
  /** regions of the layout's length */
  readonly parameters: number;
  readonly gradient: number;
  readonly first: number;
  readonly second: number;
  /** the weights of one layer, transposed */
  readonly transposed: number;
  /** rows of the inputs, then of each layer's outputs */
  activations: readonly number[] = [];
  /** derivatives by the outputs of a layer and of the layer before, in turns */
  derivatives: readonly [number, number] = [0, 0];
  readonly #memory: KernelMemory;
  readonly #widths: readonly number[];
  readonly #batch: number;
  #rows = 0;

  constructor(memory: KernelMemory, { layers, length }: PaddedLayout) {
    const at = (region: number) => START + region * length * BYTES;
    [this.parameters, this.gradient, this.first, this.second, this.transposed] = [0, 1, 2, 3, 4].map(at);
    const largest = Math.max(
      ...layers.map(({ paddedInputs, paddedOutputs }) => paddedInputs * paddedOutputs),
    );
    this.#memory = memory;
    this.#widths = [layers[0].paddedInputs, ...layers.map(({ paddedOutputs }) => paddedOutputs)];
    this.#batch = this.transposed + largest * BYTES;
    this.#growTo(this.#batch);
  }

  /** Makes room for a batch; what was in the old one is lost if there was less. */
  reserve(rows: number): void {
    if (rows <= this.#rows) return;
    const widest = Math.max(...this.#widths);
    const starts = [this.#batch];
    for (const width of [...this.#widths, widest, widest]) starts.push(starts.at(-1)! + rows * width * BYTES);
    this.#growTo(starts.pop()!);
    const [even, odd] = starts.splice(-2);
    this.activations = starts;
    this.derivatives = [even, odd];
    this.#rows = rows;
  }

  /** The floats from an address on, valid until more rows are asked for. */
  floats(address: number, length: number): Float32Array {
    return new Float32Array(this.#memory.buffer, address, length);
  }

  #growTo(bytes: number): void {
    const missing = Math.ceil((bytes - this.#memory.buffer.byteLength) / PAGE);
    if (missing > 0) this.#memory.grow(missing);
  }
}
