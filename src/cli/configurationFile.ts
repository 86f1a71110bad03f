import { readFileSync, statSync } from 'node:fs';
import { parse } from 'yaml';
import { suggestion } from '../../environments/scenario/diagnostics.ts';
import { type OptionSpec, UsageError } from './command.ts';
import type { RawValues } from './resolveOptions.ts';

const MAX_BYTES = 64 * 1024;

/**
 * Reads option values from a YAML or JSON file. They stay text, as on the command line, so that no digit is lost.
 *
 * @throws UsageError naming an option that the command does not have
 */
export function readConfigurationFile(path: string, specs: Readonly<Record<string, OptionSpec>>): RawValues {
  if (statSync(path).size > MAX_BYTES) throw new UsageError(`${path} is too large for a configuration file`);
  const values: unknown = parse(readFileSync(path, 'utf8'), { schema: 'failsafe', maxAliasCount: 0 });
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw new UsageError(`${path}: expected option names with values`);
  const known = Object.keys(specs);
  const unknown = Object.keys(values).find((key) => !known.includes(key));
  if (unknown === undefined) return values as RawValues;
  throw new UsageError(`${path}: this command has no option "${unknown}"${suggestion(unknown, known)}`);
}
