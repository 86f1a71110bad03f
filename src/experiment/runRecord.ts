import { z } from 'zod';
import type { Interval } from '../statistics/interval.ts';
import type { Origin, RunConfiguration } from './configuration.ts';

/** What `run.json` holds. It has no clock in it: the same run gives the same bytes. */
export interface RunRecord {
  readonly schema: 'tenure.run/1';
  readonly id: string;
  readonly status:
    | { readonly state: 'unfinished' }
    | { readonly state: 'completed'; readonly result: Readonly<Record<string, Interval>> };
  readonly configuration: RunConfiguration;
  /** where each value of the configuration came from, by its path */
  readonly origins: Readonly<Record<string, Origin>>;
  readonly versions: {
    readonly tenure: string;
    readonly node: string;
    readonly commit: string | null;
    readonly kernel: 'javascript';
  };
}

// Names end up on terminals and in paths.
const name = z.string().regex(/^[\w.+-]{1,64}$/);
const numbers = z.record(name, z.number());
const count = z.int().min(1);
const interval = z.object({ mean: z.number(), low: z.number(), high: z.number() });

const shape = z.object({
  schema: z.literal('tenure.run/1'),
  id: name,
  status: z.union([
    z.object({ state: z.literal('unfinished') }),
    z.object({
      state: z.literal('completed'),
      result: z.object({ return: interval, 'retention.end': interval }).catchall(interval),
    }),
  ]),
  configuration: z.object({
    scenario: z.object({
      name,
      digest: z.string(),
      parameters: numbers,
      observe: z.enum(['declared', 'full']),
    }),
    agent: z.object({ name, settings: numbers, backend: name.optional(), spending: name.optional() }),
    seed: z.string(),
    users: count,
    episodes: count,
    heldOutUsers: count,
  }),
  origins: z.record(z.string(), z.enum(['default', 'scenario', 'file', 'environment', 'flag'])),
  versions: z.object({
    tenure: name,
    node: name,
    commit: z.string().nullable(),
    kernel: z.literal('javascript'),
  }),
});

/**
 * Reads a record from the text of a `run.json`, which is not trusted.
 *
 * @returns undefined if it is not one
 */
export function parseRunRecord(text: string): RunRecord | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return shape.safeParse(value).success ? (value as RunRecord) : undefined;
  } catch {
    return undefined;
  }
}
