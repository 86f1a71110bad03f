import { loadScenario } from '../../../environments/scenario/loadScenario.ts';
import type { ListedScenario, ScenarioContent } from '../../ui/browse/browseLists.ts';
import { listed } from '../../ui/browse/listed.ts';
import { classicScenarios, findScenario, lessonScenarios, shippedScenarios } from '../scenarioFiles.ts';

/** The scenarios that come with the program: businesses, classics, those of the lessons. */
export function listedScenarios(): ListedScenario[] {
  const shelf = (names: readonly string[], kind: ListedScenario['kind']): ListedScenario[] =>
    names.map((key) => listed({ list: 'scenarios' as const, key, kind }, () => contentOf(key)));
  return [
    ...shelf(shippedScenarios(), 'business'),
    ...shelf(classicScenarios(), 'classic'),
    ...shelf(lessonScenarios(), 'lesson'),
  ];
}

function contentOf(name: string): ScenarioContent {
  const { title, phenomenon, story, horizon, rules } = loadScenario(findScenario(name));
  return { title, phenomenon: phenomenon ?? story, horizon, rules: rules.map((rule) => rule.name) };
}
