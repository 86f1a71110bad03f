import { rulePlaces } from '../../environments/scenario/rulePlaces.ts';
import type { PlayedRule } from '../replay/recording.ts';
import type { NamedPolicy } from './policies.ts';
import type { LoadedScenario } from './scenarioOptions.ts';

/** The rule of a scenario that a policy is, with the place of each of its lines; undefined where it is none. */
export function playedRule(
  { rule: name }: Pick<NamedPolicy, 'rule'>,
  { source, program }: Pick<LoadedScenario, 'source' | 'program'>,
): PlayedRule | undefined {
  const rule = program.rules.find((own) => own.name === name);
  return rule && { name: rule.name, places: rulePlaces(source, rule) };
}
