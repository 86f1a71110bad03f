import { openBackend } from '../../../agents/deep/backend.ts';
import type { Network, NetworkEngine } from '../../../agents/deep/networks/network.ts';
import { simdEngine } from '../../../agents/deep/simd/simdNetwork.ts';
import { tensorEngine } from '../../../agents/deep/tensors/tensorNetwork.ts';

/** The engines that work everywhere. */
export const EVERYWHERE = ['simd', 'wasm', 'cpu'] as const;

/** One of them; opening it makes its backend the active one of this thread, where it has one. */
export async function open(name: (typeof EVERYWHERE)[number]): Promise<TidyEngine> {
  return new TidyEngine(name === 'simd' ? simdEngine : tensorEngine(await openBackend(name)));
}

/** An engine that disposes of all it made, when told to. */
export class TidyEngine implements NetworkEngine {
  readonly name: string;
  readonly #engine: NetworkEngine;
  readonly #made: Network[] = [];

  constructor(engine: NetworkEngine) {
    this.name = engine.name;
    this.#engine = engine;
  }

  create(...what: Parameters<NetworkEngine['create']>): Network {
    const network = this.#engine.create(...what);
    this.#made.push(network);
    return network;
  }

  tidyUp(): void {
    for (const network of this.#made.splice(0)) network.dispose();
  }
}
