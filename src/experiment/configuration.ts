import { createHash } from 'node:crypto';

/** Where a value came from, weakest first. */
export type Origin = 'default' | 'scenario' | 'file' | 'environment' | 'flag';

/** Everything that decides the bytes of a training run. */
export interface RunConfiguration {
  readonly scenario: {
    readonly name: string;
    /** SHA-256 of the scenario file, hexadecimal */
    readonly digest: string;
    /** every parameter, overrides included */
    readonly parameters: Readonly<Record<string, number>>;
    /** what agents may see: what the scenario declares, or everything */
    readonly observe: 'declared' | 'full';
  };
  readonly agent: {
    readonly name: string;
    readonly settings: Readonly<Record<string, number>>;
    /** what computed its networks, for those that have any */
    readonly backend?: string;
    /** how it spends the scenario's budget, where there is one */
    readonly spending?: string;
  };
  readonly seed: string;
  /** users in each training episode */
  readonly users: number;
  readonly episodes: number;
  /** held-out users of the final evaluation, which the replay shows */
  readonly heldOutUsers: number;
}

/** SHA-256 of a text, hexadecimal. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The run's folder name: the seed, and eight digits that change with any part of the configuration. */
export function runId(configuration: RunConfiguration): string {
  const { seed } = configuration;
  const readable = /^[a-zA-Z0-9_-]{1,24}$/.test(seed) ? seed : digestOf(seed).slice(0, 8);
  return `seed-${readable}-${digestOf(canonical(configuration)).slice(0, 8)}`;
}

/** JSON with the keys of every object in order, so that equal values have equal texts. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, v]) => `${JSON.stringify(key)}:${canonical(v)}`).join(',')}}`;
}

/** Names of the random streams and populations of a run; none is shared by two uses. */
export const seeds = {
  training: (seed: string, episode: number): string => `${seed}/train/${episode}`,
  validation: (seed: string): string => `${seed}/validation`,
  heldOut: (seed: string): string => `${seed}/held-out`,
} as const;
