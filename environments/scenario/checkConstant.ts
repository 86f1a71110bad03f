import type { Checker } from './checker.ts';
import type { Formula } from './formula.ts';
import { lookUp } from './lookUp.ts';
import type { Names } from './names.ts';
import { READ_TABLE } from './nodes/lookup.ts';
import { plainFunctions } from './plainFunctions.ts';
import type { Table } from './program.ts';
import { fileScope } from './scopes.ts';
import type { Path } from './yamlSource.ts';

/** What checking a formula over parameters needs. */
export interface ConstantContext {
  readonly names: Names;
  /** values of the parameters, by name */
  readonly parameters: ReadonlyMap<string, number>;
  readonly checker: Checker;
}

export type FormulaSource = string | number | boolean;

/** Evaluates a formula that only knows parameters; reports one that gives no finite number. */
export function checkConstant(text: FormulaSource, path: Path, context: ConstantContext): number {
  const { names, parameters, checker } = context;
  const formula = checker.formula(text, path, fileScope(path.join('.'), names));
  const value = formula ? evaluate(formula, parameters, names) : 0;
  if (!Number.isFinite(value))
    checker.report(path, `${path.join('.')}: expected a finite number, got ${value}`);
  return value;
}

function evaluate({ math }: Formula, parameters: ConstantContext['parameters'], { tables }: Names): number {
  const scope = new Map<string, unknown>([...parameters, ...Object.entries(plainFunctions)]);
  scope.set(READ_TABLE, (name: string, ...indices: number[]) => lookUp(tables.get(name) as Table, indices));
  return Number(math.compile().evaluate(scope as never));
}

/** Evaluates the properties that every segment, or every action, has; reports those that are missing. */
export function checkProperties(
  path: readonly [section: string, name: string],
  given: Readonly<Record<string, unknown>>,
  wanted: readonly string[],
  what: string,
  context: ConstantContext,
): Record<string, number> {
  const missing = wanted.filter((key) => !Object.hasOwn(given, key));
  if (missing.length > 0) {
    const problem = `every ${what} has the same properties; "${path[1]}" lacks ${missing.join(', ')}`;
    context.checker.reportKey(path, problem);
  }
  const present = wanted.filter((key) => !missing.includes(key));
  const values = present.map((key) => checkConstant(given[key] as FormulaSource, [...path, key], context));
  return Object.fromEntries(present.map((key, k) => [key, values[k]]));
}
