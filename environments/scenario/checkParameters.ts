import type { Checker } from './checker.ts';
import type { Overrides } from './checkProgram.ts';
import { quoted, suggestion } from './diagnostics.ts';
import type { Parameter } from './program.ts';
import type { ScenarioFile } from './schema.ts';

/** A parameter was set from outside to a value it cannot take, or does not exist. */
export class ParameterError extends Error {
  override name = 'ParameterError';
}

/**
 * Sets the parameters: the file's defaults, then what was given from outside.
 *
 * @throws ParameterError where an override names no parameter or leaves its range
 */
export function checkParameters(file: ScenarioFile, overrides: Overrides, checker: Checker): Parameter[] {
  const known = Object.keys(file.parameters);
  for (const name of Object.keys(overrides)) {
    if (!known.includes(name))
      throw new ParameterError(`there is no parameter ${quoted(name)}${suggestion(name, known)}`);
  }
  return Object.entries(file.parameters).map(([name, given]) => {
    const { value: initial, range, about } = typeof given === 'number' ? { value: given } : given;
    const path = ['parameters', name];
    if (range && range[0] > range[1])
      checker.report([...path, 'range'], `a range rises, got [${range.join(', ')}]`);
    else if (outside(initial, range)) checker.report([...path, 'value'], rangeRule(name, range, initial));
    if (!Object.hasOwn(overrides, name)) return { name, value: initial, range, about };
    const value = overrides[name];
    if (!Number.isFinite(value) || outside(value, range))
      throw new ParameterError(rangeRule(name, range, value));
    return { name, value, range, about };
  });
}

type Range = [number, number] | undefined;

function outside(value: number, range: Range): boolean {
  return range !== undefined && (value < range[0] || value > range[1]);
}

function rangeRule(name: string, range: Range, value: number): string {
  const rule = range ? `between ${range[0]} and ${range[1]}` : 'a finite number';
  return `expected parameter "${name}" to be ${rule}, got ${value}`;
}
