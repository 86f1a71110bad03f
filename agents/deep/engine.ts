import { type Backend, BackendError, type BackendName, openBackend, openFastest } from './backend.ts';
import type { NetworkEngine } from './networks/network.ts';
import { simdEngine } from './simd/simdNetwork.ts';
import { tensorEngine } from './tensors/tensorNetwork.ts';

/** What may be asked for: an engine by name, or native where it loads and else simd. */
export const ENGINES = ['auto', 'simd', 'native', 'wasm', 'cpu'] as const;

export type EngineName = (typeof ENGINES)[number];

/** What computes an agent's networks. */
export interface Compute {
  /** under which it can be opened again: the engine, and where tensors are needed besides, "simd+wasm" */
  readonly name: string;
  /** for stacks of dense layers */
  readonly engine: NetworkEngine;
  /** for everything else */
  readonly tensors?: Backend;
}

/**
 * Opens what an agent's networks need. Dense stacks: the native library where it loads, else the fused SIMD kernel,
 * which is faster than TensorFlow.js on WebAssembly. Recurrent networks: TensorFlow.js besides.
 *
 * @param name an engine, or the name of a `Compute`
 * @throws BackendError if one was asked for by name that does not load here
 */
export async function openCompute(name: string, kind: 'dense' | 'recurrent'): Promise<Compute> {
  const [first, second] = name.split('+');
  if (!(ENGINES as readonly string[]).includes(first))
    throw new BackendError(`there is no engine "${first}"; engines: ${ENGINES.join(', ')}`);
  const engine = await openEngine(first as EngineName);
  if (kind === 'dense') return { name: engine.name, engine };
  const tensors = await tensorsBeside(engine.name, second);
  const isBoth = engine.name !== tensors.name;
  return { name: isBoth ? `${engine.name}+${tensors.name}` : engine.name, engine, tensors };
}

async function openEngine(name: EngineName): Promise<NetworkEngine> {
  if (name === 'simd') return simdEngine;
  if (name !== 'auto') return tensorEngine(await openBackend(name));
  try {
    return tensorEngine(await openBackend('native'));
  } catch (error) {
    if (error instanceof BackendError) return simdEngine;
    throw error;
  }
}

/** Beside the built-in kernel always the same, whatever else loads: a run on it gives the same bytes everywhere. */
function tensorsBeside(engine: string, asked: string | undefined): Promise<Backend> {
  if (engine !== 'simd') return openBackend(engine as BackendName);
  return asked === undefined ? openFastest(['wasm', 'cpu']) : openBackend(asked as BackendName);
}
