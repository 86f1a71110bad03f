import type { Origin } from '../experiment/configuration.ts';
import type { Output } from './output.ts';

/** One option of a command. Values arrive as text and are checked by kind. */
export type OptionSpec = {
  readonly about: string;
  /** shown in help; the command decides what happens without a value */
  readonly fallback?: string;
} & (
  | {
      readonly kind: 'integer' | 'number';
      readonly default?: number;
      readonly range: readonly [number, number];
    }
  | { readonly kind: 'text'; readonly default?: string; readonly choices?: readonly string[] }
  | { readonly kind: 'list' }
  | { readonly kind: 'flag'; readonly default?: boolean }
);

/** A checked value of an option. */
export type OptionValue = number | string | boolean | readonly string[] | undefined;

/** What a command works with. */
export interface Invocation {
  /** positional arguments */
  readonly arguments: readonly string[];
  readonly output: Output;
  /** aborted on the first Ctrl-C */
  readonly signal: AbortSignal;
  integer(name: string): number;
  number(name: string): number;
  text(name: string): string;
  /** a text option that may be absent */
  optional(name: string): string | undefined;
  list(name: string): readonly string[];
  flag(name: string): boolean;
  /** a number option that may be absent */
  maybe(name: string): number | undefined;
  origin(name: string): Origin;
}

/** One command of the program, in one file. */
export interface Command {
  readonly describe: string;
  /** positional arguments as yargs writes them: "<scenario>", "[run]" */
  readonly positional?: string;
  /** first in help: [command line, what it does] */
  readonly examples: readonly (readonly [string, string])[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** whether it heeds `signal` to end in good order; otherwise Ctrl-C ends the process at once */
  readonly heedsSignal?: boolean;
  /** @returns the exit code; nothing: 0 */
  run(invocation: Invocation): Promise<number | undefined> | Promise<void>;
}

/** The command line asks for something that does not exist or cannot be: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError';
}
