import { AGENTS } from '../../agents/index.ts';
import type { AgentKind } from '../../agents/kinds.ts';

/** What the benchmark consists of, in this order. */
export const PARTS = ['kernel', 'language', 'networks', 'agents', 'elsewhere', 'command'] as const;

/** What networks may be computed by here: those of openCompute, and the yardstick. */
export const ENGINES = ['simd', 'wasm', 'cpu', 'native', 'plain'] as const;

export type EngineName = (typeof ENGINES)[number];

/** What the benchmark was asked for. */
export interface BenchOptions {
  /** fewer repetitions, and no large populations */
  readonly quick: boolean;
  readonly parts: readonly (typeof PARTS)[number][];
  readonly agents: readonly AgentKind[];
  readonly engines: readonly EngineName[];
  /** whether they were named */
  readonly enginesAsked: boolean;
  /** everything else, for `tenure bench` */
  readonly rest: readonly string[];
}

const DEFAULT_ENGINES = ['simd', 'wasm', 'cpu', 'native'] as const;
/** Those with dense networks, and one without for comparison. */
const DEFAULT_AGENTS = AGENTS.filter(({ name, networks }) => networks === 'dense' || name === 'q-learning');

/**
 * Reads --quick, --only, --agents and --engines; other words are left for `tenure bench`.
 *
 * @throws Error naming a value that does not exist, and those that do
 */
export function readOptions(words: readonly string[]): BenchOptions {
  const own: Record<string, string | undefined> = {};
  const rest: string[] = [];
  for (let k = 0; k < words.length; k++) {
    const [name, value] = words[k].split('=');
    if (['--only', '--agents', '--engines'].includes(name)) own[name] = value ?? words[++k] ?? '';
    else if (name === '--quick') own[name] = '';
    else rest.push(words[k]);
  }
  const names = AGENTS.map(({ name }) => name);
  const agents = chosen('--agents', own['--agents'], names);
  return {
    quick: own['--quick'] !== undefined,
    parts: chosen('--only', own['--only'], PARTS) ?? PARTS,
    agents: agents ? AGENTS.filter(({ name }) => agents.includes(name)) : DEFAULT_AGENTS,
    engines: chosen('--engines', own['--engines'], ENGINES) ?? DEFAULT_ENGINES,
    enginesAsked: own['--engines'] !== undefined,
    rest,
  };
}

/**
 * The values of a list with commas; undefined where it was not given.
 *
 * @throws Error naming a value that does not exist, and those that do
 */
export function chosen<Name extends string>(
  option: string,
  list: string | undefined,
  known: readonly Name[],
): Name[] | undefined {
  const asked = list?.split(',');
  const unknown = asked?.find((name) => !(known as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new Error(`${option}: expected some of ${known.join(', ')}, got "${unknown}"`);
  return asked as Name[] | undefined;
}
