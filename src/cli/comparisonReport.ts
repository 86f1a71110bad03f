import { type Comparison, captionOf, type Learned } from '../experiment/compare.ts';
import type { ComparisonPlan } from './comparePolicies.ts';
import { comparisonTables, type TableOptions } from './comparisonTables.ts';
import type { Output } from './output.ts';
import type { NamedPolicy } from './policies.ts';
import type { LoadedScenario } from './scenarioOptions.ts';

/** What stands above a comparison in a JSON document. @param schema its name and version */
export function comparisonHeader(
  schema: string,
  { program }: Pick<LoadedScenario, 'program'>,
  { seeds, users, days }: ComparisonPlan,
): object {
  return { schema, scenario: program.name, seeds: seeds.length, users, days };
}

/** What is printed of a comparison. */
export interface PrintedComparison extends ComparisonPlan, Pick<TableOptions, 'against'> {
  readonly policies: readonly NamedPolicy[];
}

/** Prints the tables of a comparison, and what its intervals hold. */
export function printComparison(
  comparison: Comparison,
  { program }: Pick<LoadedScenario, 'program'>,
  { seeds, users, days, against, policies }: PrintedComparison,
  output: Output,
): void {
  const options = { days, against, agents: learnersOf(policies) };
  for (const line of comparisonTables(comparison, program, options, output)) output.print(line);
  output.print(output.dim(captionOf(seeds.length, users, program, learnedOf(policies))));
}

function learnedOf(policies: readonly NamedPolicy[]): Learned {
  const learned = policies.filter(({ learns }) => learns);
  const names = (once: boolean) =>
    learned.filter(({ trainedOnce = false }) => trainedOnce === once).map(({ name }) => name);
  return { perSeed: names(false), once: names(true) };
}

/** Names of the policies that were learned. */
export function learnersOf(policies: readonly NamedPolicy[]): ReadonlySet<string> {
  return new Set(policies.filter(({ learns }) => learns).map(({ name }) => name));
}
