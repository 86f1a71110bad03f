import { type Diagnostic, quoted, suggestion } from './diagnostics.ts';
import { typeOf } from './expression.ts';
import { checkFormula, type Formula } from './formula.ts';
import type { FormulaScope } from './formulaScope.ts';
import type { Path, YamlSource } from './yamlSource.ts';

/** Collects the mistakes of one scenario file, each at its place. */
export class Checker {
  readonly problems: Diagnostic[] = [];
  readonly #source: YamlSource;

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

  limit(section: string, count: number, most: number, what: string): void {
    if (count > most)
      this.reportKey([section], `a scenario has at most ${most} ${what}, this one has ${count}`);
  }

  /** Checks a formula; `any` allows it to be a stage, segment, action or family. */
  formula(
    text: string | number | boolean,
    path: Path,
    scope: FormulaScope,
    result?: 'any',
  ): Formula | undefined {
    const formula = checkFormula(text, scope, (offset, message) => {
      this.problems.push({
        ...this.#source.position(path, offset),
        message: `${path.join('.')}: ${message}`,
      });
    });
    if (!formula || result === 'any') return formula;
    const type = typeOf(formula.expression);
    if (type === 'number' || type === 'boolean') return formula;
    this.report(path, `${path.join('.')}: a ${type} is not a number; compare it: ${formula.text} == name`);
    return undefined;
  }
}
