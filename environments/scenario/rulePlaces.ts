import { readLayers } from './layeredSource.ts';
import type { Rule } from './program.ts';
import type { ScenarioSource } from './scenarioFile.ts';

/** Where something stands. */
export interface FilePlace {
  /** path as it was given; of a line that another scenario brings, that one's */
  readonly file: string;
  /** from 1 */
  readonly line: number;
}

/**
 * Where each line of a rule stands in its file.
 *
 * @param source the scenario that the rule was checked in
 * @throws ScenarioError where that is not valid YAML
 */
export function rulePlaces(source: ScenarioSource, { name, choices }: Rule): FilePlace[] {
  const { file: own, position } = readLayers(source);
  return choices.map((_, k) => {
    const { file = own, line } = position(['rules', name, 'choose', k]);
    return { file, line };
  });
}
