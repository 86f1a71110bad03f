import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import type { Workbench } from '../../../src/learn/lesson.ts';

const SCENARIOS = join(import.meta.dirname, '../../../scenarios');

/** What a lesson computes with: the scenarios of this tree. */
export function benchOf(seed: string): Workbench {
  return {
    seed,
    world(name, parameters = {}) {
      const files = ['.', 'classics', 'lessons'].map((folder) => join(SCENARIOS, folder, `${name}.yaml`));
      return loadScenario(readScenarioFile(files.find((file) => existsSync(file)) ?? name), parameters);
    },
  };
}
