import { type Diagnostic, quoted, ScenarioError, suggestion } from './diagnostics.ts';
import { type Expression, partsOf, typeOf } from './expression.ts';
import { checkFormula, type Formula } from './formula.ts';
import type { FormulaScope } from './formulaScope.ts';
import { LIMITS } from './schemaParts.ts';
import type { Path, YamlSource } from './yamlSource.ts';

/** A file with more mistakes than this is not checked to its end. */
const MOST_PROBLEMS = 50;

/** Collects the mistakes of one scenario file, each at its place. */
export class Checker {
  readonly problems: Diagnostic[] = [];
  /** names of the parameters that formulas read */
  readonly parametersRead = new Set<string>();
  readonly #source: YamlSource;
  #operations = 0;

  constructor(source: YamlSource) {
    this.#source = source;
  }

  /** Reports a broken rule at a value. */
  report(path: Path, message: string): void {
    this.problems.push({ ...this.#source.position(path), message });
  }

  /** Reports a broken rule at a key. */
  reportKey(path: Path, message: string): void {
    this.problems.push({ ...this.#source.keyPosition(path), message });
  }

  /** Reports a key that names nothing. */
  unknown(path: Path, what: string, name: string, choices: readonly string[]): void {
    this.reportKey(path, `there is no ${what} ${quoted(name)}${suggestion(name, choices)}`);
  }

  /** Throws if a mistake was found. */
  finish(): void {
    if (this.problems.length > 0) throw new ScenarioError(this.#source.file, this.problems);
  }

  /** Checks a formula; `any` allows it to be a stage, segment, action or family. */
  formula(
    text: string | number | boolean,
    path: Path,
    scope: FormulaScope,
    result?: 'any',
  ): Formula | undefined {
    if (this.problems.length >= MOST_PROBLEMS) return undefined;
    const formula = checkFormula(text, scope, (offset, message) => {
      this.problems.push({
        ...this.#source.position(path, offset),
        message: `${path.join('.')}: ${message}`,
      });
    });
    if (!formula || this.#isTooMuch(formula, path)) return undefined;
    for (const name of parametersIn(formula.expression)) this.parametersRead.add(name);
    if (result === 'any') return formula;
    const type = typeOf(formula.expression);
    if (type === 'number' || type === 'boolean') return formula;
    this.report(path, `${path.join('.')}: a ${type} is not a number; compare it: ${formula.text} == name`);
    return undefined;
  }

  /** Reports the formula that goes beyond what a machine should be asked for, and none after it. */
  #isTooMuch({ expression }: Formula, path: Path): boolean {
    const before = this.#operations;
    this.#operations += operationsIn(expression, LIMITS.operations - before);
    if (this.#operations <= LIMITS.operations) return false;
    const problem = `the formulas of a scenario come to at most ${LIMITS.operations} operations, with this one they come to more`;
    if (before <= LIMITS.operations) this.report(path, `${path.join('.')}: ${problem}`);
    return true;
  }
}

/** Counts the parts of an expression, up to one more than `most`. */
function operationsIn(expression: Expression, most: number): number {
  let count = 1;
  for (const part of partsOf(expression)) {
    if (count > most) break;
    count += operationsIn(part, most - count);
  }
  return count;
}

function parametersIn(expression: Expression): string[] {
  const { kind } = expression;
  if (kind === 'reference') return expression.source === 'parameter' ? [expression.name] : [];
  return partsOf(expression).flatMap(parametersIn);
}
