import type { z } from 'zod';
import { checkProgram, type Overrides } from './checkProgram.ts';
import { type Diagnostic, nearest, quoted, ScenarioError, suggestion } from './diagnostics.ts';
import { readLayers } from './layeredSource.ts';
import type { Program } from './program.ts';
import type { ScenarioSource } from './scenarioFile.ts';
import { scenarioSchema } from './schema.ts';
import { isName } from './schemaParts.ts';
import type { Path, YamlSource } from './yamlSource.ts';

export { readScenarioFile, type ScenarioSource } from './scenarioFile.ts';

/** A file whose shape breaks more rules than this shows the first ones. */
const MOST_ISSUES = 50;

/**
 * Parses and checks a scenario once; every reading starts from the result.
 *
 * @param source the scenario's text
 * @param overrides parameter values to use instead of the file's defaults
 * @throws ScenarioError with file:line:column of every mistake found
 * @throws ParameterError if an override does not fit
 *
 * @example loadScenario(readScenarioFile('scenarios/coupon-trap.yaml'), { habitGain: 0.7 })
 */
export function loadScenario(source: ScenarioSource, overrides: Overrides = {}): Program {
  const yaml = readLayers(source);
  const parsed = scenarioSchema.safeParse(yaml.value);
  if (parsed.success) {
    const program = checkProgram(source.name, parsed.data, yaml, overrides);
    return source.bases ? { ...program, extends: source.bases.map(({ name }) => name) } : program;
  }
  const issues = parsed.error.issues.slice(0, MOST_ISSUES);
  const inShape = issues.flatMap((issue) => diagnose(issue, yaml));
  throw new ScenarioError(source.file, [...inShape, ...beyondShape(source, issues, yaml)]);
}

/** Parts whose shape can be wrong without any formula depending on them, with something to put in their place. */
const APART: Readonly<Record<string, unknown>> = {
  title: '-',
  story: '-',
  phenomenon: '-',
  sources: [],
  horizon: 1,
  starts: undefined,
  objective: {},
  visit: false,
  budget: undefined,
  checks: [],
};

/** The mistakes in names and formulas, where those in the shape stand apart from them. */
function beyondShape(
  source: ScenarioSource,
  issues: readonly Issue[],
  yaml: YamlSource,
): readonly Diagnostic[] {
  const value = structuredClone(yaml.value) as Record<string, unknown>;
  for (const { path } of issues) {
    const [section, name, key] = path.map(String);
    if (section !== undefined && Object.hasOwn(APART, section)) value[section] = APART[section];
    else if (section === 'actions' && (key === 'family' || key === 'when'))
      delete (valueAt(value, [section, name]) as Record<string, unknown>)[key];
    else return [];
  }
  const repaired = scenarioSchema.safeParse(value);
  if (!repaired.success) return [];
  try {
    // A horizon that was put in says nothing about the days of the checks.
    checkProgram(source.name, { ...repaired.data, checks: [] }, yaml, {});
    return [];
  } catch (error) {
    if (error instanceof ScenarioError) return error.diagnostics;
    throw error;
  }
}

const NEEDS_QUOTES = '; a formula with commas inside { } needs quotes';

type Issue = z.core.$ZodIssue;

function diagnose(issue: Issue, yaml: YamlSource): Diagnostic[] {
  const path = issue.path as Path;
  const where = path.length > 0 ? `${path.join('.')}: ` : '';
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(key, path, yaml));
  if (issue.code === 'invalid_key') {
    const rule = issue.issues[0]?.message ?? issue.message;
    const hint = valueAt(yaml.value, path) === null ? NEEDS_QUOTES : '';
    return [{ ...yaml.keyPosition(path), message: `${rule}, got ${quoted(path[path.length - 1])}${hint}` }];
  }
  const value = valueAt(yaml.value, path);
  if (value === undefined) return [{ ...yaml.position(path), message: `${where}this is required` }];
  const choices = issue.code === 'invalid_value' ? issue.values.map(String) : [];
  const rule = choices.length > 0 ? `expected one of ${choices.join(', ')}` : issue.message;
  const best = nearest(String(value), choices);
  const broken = value === null && !isName(String(path[path.length - 1]));
  const hint = best !== undefined ? `; did you mean "${best}"?` : broken ? NEEDS_QUOTES : '';
  return [{ ...yaml.position(path), message: `${where}${rule}, got ${quoted(value)}${hint}` }];
}

function unknownKey(key: string, path: Path, yaml: YamlSource): Diagnostic {
  const choices = path.length === 0 ? Object.keys(scenarioSchema.shape) : KEYS_BELOW[String(path[0])];
  const message = `unknown key ${quoted(key)}${isName(key) ? suggestion(key, choices ?? []) : NEEDS_QUOTES}`;
  return { ...yaml.keyPosition([...path, key]), message };
}

/** Keys of the sections whose entries have a fixed shape. */
const KEYS_BELOW: Readonly<Record<string, readonly string[]>> = {
  objective: ['criterion', 'discount'],
  parameters: ['value', 'range', 'about'],
  traits: ['length', 'draw'],
  day: ['length', 'value'],
  state: ['length', 'value', 'values', 'range', 'about'],
  observe: ['length', 'value', 'bins', 'about'],
  metrics: ['value', 'over', 'about'],
  arrivals: ['founders', 'room', 'channels', 'refer', 'likeness', 'rate', 'cost', 'segments', 'about'],
  decision: ['by', 'users', 'every'],
  budget: ['on', 'limit', 'per'],
  rules: ['about', 'choose', 'when', 'do'],
  checks: ['policy', 'metric', 'statistic', 'per', 'minus', 'day', 'between', 'source'],
};

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    root,
  );
}
