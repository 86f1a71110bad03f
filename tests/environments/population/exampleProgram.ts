import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import type { Program } from '../../../environments/scenario/program.ts';

const ROOT = join(import.meta.dirname, '../../..');

/** The example of the architecture. */
export function exampleProgram(): Program {
  return loadScenario(readScenarioFile(join(ROOT, 'tests/fixtures/architecture-example.yaml')));
}

/** The example and every scenario that is shipped. */
export function everyProgram(): Program[] {
  const folder = join(ROOT, 'scenarios');
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return [exampleProgram(), ...files.map((file) => loadScenario(readScenarioFile(join(folder, file))))];
}
