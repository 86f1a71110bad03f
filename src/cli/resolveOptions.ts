import type { Origin } from '../experiment/configuration.ts';
import { type OptionSpec, type OptionValue, UsageError } from './command.ts';
import { numberFrom } from './number.ts';

/** Option values of one command line, each with where it came from. */
export interface ResolvedOptions {
  readonly values: Readonly<Record<string, OptionValue>>;
  readonly origins: Readonly<Record<string, Origin>>;
}

export type RawValues = Readonly<Record<string, unknown>>;

/**
 * Puts option values together: default < file < environment (TENURE_<NAME>) < flag.
 *
 * @param flags as the command line gave them, by option name
 * @param file as a configuration file gave them
 * @throws UsageError naming the option, the rule and the value
 */
export function resolveOptions(
  specs: Readonly<Record<string, OptionSpec>>,
  flags: RawValues,
  file: RawValues,
  environment: Readonly<Record<string, string | undefined>>,
): ResolvedOptions {
  const values: Record<string, OptionValue> = {};
  const origins: Record<string, Origin> = {};
  for (const [name, spec] of Object.entries(specs)) {
    const variable = `TENURE_${name.toUpperCase().replaceAll('-', '_')}`;
    const candidates: [Origin, unknown, string][] = [
      ['flag', flags[name], `--${name}`],
      // An empty variable counts as none, as for NO_COLOR.
      ['environment', environment[variable] || undefined, variable],
      ['file', file[name], `${name} in the configuration file`],
    ];
    const [origin, raw, label] = candidates.find(([, value]) => value !== undefined) ?? [
      'default',
      undefined,
      name,
    ];
    origins[name] = origin;
    values[name] = raw === undefined ? defaultOf(spec) : parse(spec, raw, label);
  }
  return { values, origins };
}

function defaultOf(spec: OptionSpec): OptionValue {
  if (spec.kind === 'list') return [];
  return spec.kind === 'flag' ? (spec.default ?? false) : spec.default;
}

function parse(spec: OptionSpec, raw: unknown, label: string): OptionValue {
  if (spec.kind === 'list') return parseList(raw, label);
  if (Array.isArray(raw)) throw new UsageError(`${label} is given ${raw.length} times; give it once`);
  if (spec.kind === 'flag') return parseFlag(raw, label);
  const text = textOf(raw, label);
  if (spec.kind !== 'text') return parseNumber(spec, text, label);
  if (spec.choices && !spec.choices.includes(text)) {
    throw new UsageError(`${label}: expected ${spec.choices.join(' or ')}, got "${text}"`);
  }
  return text;
}

/** A value that is one word. `--no-seed` gives false, a configuration file may give anything. */
function textOf(raw: unknown, label: string): string {
  if (typeof raw !== 'string' || raw === '') throw new UsageError(`${label} needs a value`);
  return raw;
}

function parseList(raw: unknown, label: string): string[] {
  const parts = [raw].flat().flatMap((part) => textOf(part, label).split(','));
  return parts.map((part) => textOf(part, label));
}

function parseFlag(raw: unknown, label: string): boolean {
  if (raw === true || raw === 'true' || raw === '1') return true;
  if (raw === false || raw === 'false' || raw === '0') return false;
  throw new UsageError(`${label}: expected true or false, got "${String(raw)}"`);
}

function parseNumber(spec: Extract<OptionSpec, { range: unknown }>, text: string, label: string): number {
  const value = numberFrom(text);
  const [lowest, highest] = spec.range;
  const fits = spec.kind === 'integer' ? Number.isSafeInteger(value) : Number.isFinite(value);
  if (fits && value >= lowest && value <= highest) return value;
  const what = spec.kind === 'integer' ? 'a whole number' : 'a number';
  throw new UsageError(`${label}: expected ${what} from ${lowest} to ${highest}, got "${text}"`);
}
