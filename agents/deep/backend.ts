import { createRequire } from 'node:module';
import type * as Core from '@tensorflow/tfjs-core';
import type * as Layers from '@tensorflow/tfjs-layers';

/** The tensor operations that losses and networks use. */
export type TensorOperations = typeof Core;

/** Where tensors are computed. */
export type BackendName = 'native' | 'wasm' | 'cpu';

/** TensorFlow.js on one of its backends, ready for use. */
export interface Backend {
  readonly name: BackendName;
  readonly tf: TensorOperations;
  readonly layers: typeof Layers;
}

/** A backend that was asked for and does not load here. */
export class BackendError extends Error {
  override name = 'BackendError';
}

/** From fastest to slowest. */
export const BACKENDS: readonly BackendName[] = ['native', 'wasm', 'cpu'];

const OPEN: Readonly<Record<BackendName, () => Promise<Backend>>> = {
  native: openNative,
  wasm: openWebAssembly,
  cpu: openPlain,
};

/**
 * Loads TensorFlow.js and one backend. One backend is active in a thread at a time; asking for another switches.
 *
 * @throws BackendError saying why it does not load here
 */
export async function openBackend(name: BackendName): Promise<Backend> {
  try {
    return await OPEN[name]();
  } catch (error) {
    // The native library fails in many ways: not there, there without its binary, or built for another Node.
    const [reason] = String((error as Error).message ?? error).split('\n');
    throw new BackendError(`the ${name} backend does not load here: ${reason}`, { cause: error });
  }
}

/**
 * The first backend that loads: native, else WebAssembly, else plain JavaScript.
 *
 * @param among in the order in which they are tried
 * @throws BackendError if not even the last one does
 */
export async function openFastest(among: readonly BackendName[] = BACKENDS): Promise<Backend> {
  for (const name of among.slice(0, -1)) {
    try {
      return await openBackend(name);
    } catch {}
  }
  return openBackend(among[among.length - 1]);
}

async function openNative(): Promise<Backend> {
  const nodeUtilities = createRequire(import.meta.url)('node:util') as { isNullOrUndefined?: unknown };
  // tfjs-node 4.22 calls what Node 23 removed (tensorflow/tfjs issue 8609).
  nodeUtilities.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  // A computed name: the type checker leaves it to the moment when it is asked for.
  const name: string = '@tensorflow/tfjs-node';
  await import(name);
  return ready('native', 'tensorflow');
}

async function openWebAssembly(): Promise<Backend> {
  await import('@tensorflow/tfjs-backend-wasm');
  return ready('wasm', 'wasm');
}

async function openPlain(): Promise<Backend> {
  await import('@tensorflow/tfjs-backend-cpu');
  return ready('cpu', 'cpu');
}

async function ready(name: BackendName, backend: string): Promise<Backend> {
  const tf = await import('@tensorflow/tfjs-core');
  tf.enableProdMode(); // also keeps its banner off the terminal
  const layers = await import('@tensorflow/tfjs-layers'); // registers the gradients as well
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js refuses its backend "${backend}"`);
  await tf.ready();
  return { name, tf, layers };
}
