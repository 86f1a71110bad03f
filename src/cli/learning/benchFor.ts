import { loadScenario } from '../../../environments/scenario/loadScenario.ts';
import type { Workbench } from '../../learn/lesson.ts';
import { findScenario } from '../scenarioFiles.ts';

/** What lessons compute with: the scenarios that come with the program. */
export function benchFor(seed: string): Workbench {
  return { seed, world: (name, parameters = {}) => loadScenario(findScenario(name), parameters) };
}
