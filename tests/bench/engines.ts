import { BackendError } from '../../agents/deep/backend.ts';
import { type Compute, openCompute } from '../../agents/deep/engine.ts';
import type { EngineName } from './options.ts';
import { plainEngine } from './plainNetwork.ts';

/**
 * Opens what computes networks. TensorFlow.js has one active backend at a time, so that whoever measures several in
 * turns opens each again before its turn.
 */
export async function openEngine(name: EngineName, kind: 'dense' | 'recurrent' = 'dense'): Promise<Compute> {
  if (name !== 'plain') return openCompute(name, kind);
  if (kind === 'recurrent') throw new BackendError('the plain network has dense layers only');
  return { name, engine: plainEngine };
}

/** Those that load here; says why the others do not. */
export async function loadedEngines(names: readonly EngineName[]): Promise<EngineName[]> {
  const loaded: EngineName[] = [];
  for (const name of names) {
    try {
      await openEngine(name);
      loaded.push(name);
    } catch (error) {
      if (!(error instanceof BackendError)) throw error;
      console.log(`${name} is left out: ${error.message}`);
    }
  }
  return loaded;
}
