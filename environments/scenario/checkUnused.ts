import type { Checker } from './checker.ts';
import { quoted, suggestion } from './diagnostics.ts';
import type { ScenarioFile } from './schema.ts';
import type { YamlSource } from './yamlSource.ts';

/**
 * Reports a parameter that a variant gives and no formula reads: mostly one of its base, misspelt, which would
 * otherwise change nothing without a word. To be called when every formula has been checked.
 */
export function checkUnused({ parameters }: ScenarioFile, source: YamlSource, checker: Checker): void {
  if (checker.problems.length > 0) return;
  const read = Object.keys(parameters).filter((name) => checker.parametersRead.has(name));
  for (const name of Object.keys(parameters)) {
    const { file } = source.keyPosition(['parameters', name]);
    if (file === source.file && !checker.parametersRead.has(name))
      checker.reportKey(
        ['parameters', name],
        `no formula reads the parameter ${quoted(name)}${suggestion(name, read)}`,
      );
  }
}
