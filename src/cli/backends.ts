import { BackendError } from '../../agents/deep/backend.ts';
import type { Compute } from '../../agents/deep/engine.ts';
import { AGENTS } from '../../agents/index.ts';
import type { AgentKind } from '../../agents/kinds.ts';
import type { Invocation, OptionSpec } from './command.ts';

/** Option of every command that trains agents. */
export const BACKEND_OPTION = {
  backend: {
    kind: 'text',
    default: 'auto',
    choices: ['auto', 'simd', 'native', 'wasm', 'cpu'],
    about:
      'what computes networks: simd is built in; native, wasm and cpu are TensorFlow.js; auto takes native, else simd',
  },
} as const satisfies Readonly<Record<string, OptionSpec>>;

/** What computes each kind of network here, by its full name. */
export type ResolvedBackends = Readonly<Partial<Record<'dense' | 'recurrent', string>>>;

/**
 * Opens what the named agents need, says once what it is, and gives it names that a run can be told apart by.
 *
 * @param names of agents and other policies
 * @throws BackendError if what was asked for does not load here
 */
export async function resolveBackends(
  names: readonly string[],
  invocation: Invocation,
): Promise<ResolvedBackends> {
  const kinds = AGENTS.filter(({ name }) => names.includes(name)).flatMap(({ networks }) => networks ?? []);
  const resolved: Partial<Record<'dense' | 'recurrent', string>> = {};
  for (const kind of new Set(kinds)) {
    const { name } = await (await engines()).openCompute(invocation.text('backend'), kind);
    resolved[kind] = name;
  }
  const used = [...new Set(Object.values(resolved))];
  if (used.length > 0) invocation.output.note(`networks run on ${used.join(' and ')}`);
  return resolved;
}

/** What an agent of a run needs, as the run was begun; nothing for those without networks. */
export async function computeFor(
  { networks }: AgentKind,
  backend: string | undefined,
): Promise<Compute | undefined> {
  if (!networks) return undefined;
  try {
    return await (await engines()).openCompute(backend ?? 'auto', networks);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    const wayOut = 'the run was begun on it; --fresh with another --backend begins it anew';
    throw new BackendError(`${error.message}\n${wayOut}`, { cause: error });
  }
}

/** The same for playing what was trained: where the run's own backend does not load, whatever does. */
export async function computeHere(
  kind: AgentKind,
  backend: string | undefined,
): Promise<Compute | undefined> {
  try {
    return await computeFor(kind, backend);
  } catch (error) {
    if (!(error instanceof BackendError)) throw error;
    return computeFor(kind, 'auto');
  }
}

/** Loaded when it is needed: most commands have no networks. */
function engines(): Promise<typeof import('../../agents/deep/engine.ts')> {
  return import('../../agents/deep/engine.ts');
}
