import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { suggestion } from '../../environments/scenario/diagnostics.ts';
import type { ShippedScenarios } from '../../environments/scenario/extends.ts';
import {
  readScenarioFile as readFile,
  type ScenarioSource,
} from '../../environments/scenario/loadScenario.ts';
import { UsageError } from './command.ts';

/** The scenarios that come with the program: beside the bundle, or in the source tree. */
function shippedFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'scenarios');
}

/** Folder of the small models that textbooks use, below that of the businesses. */
const CLASSICS = 'classics';
/** Folder of the small worlds of the lessons. */
const LESSONS = 'lessons';

/** Names of the scenarios that come with the program: businesses. */
export function shippedScenarios(): string[] {
  return namesIn(shippedFolder());
}

/** Names of the textbook models that come with the program. */
export function classicScenarios(): string[] {
  return namesIn(join(shippedFolder(), CLASSICS));
}

/** Names of the small worlds of the lessons. */
export function lessonScenarios(): string[] {
  return namesIn(join(shippedFolder(), LESSONS));
}

/** Whether a name is that of a scenario that comes with the program. */
export function isShipped(name: string): boolean {
  return allShipped().names.includes(name);
}

/** All of them, as other scenarios may extend them. */
function allShipped(): ShippedScenarios {
  const shelves = { '.': shippedScenarios(), [CLASSICS]: classicScenarios(), [LESSONS]: lessonScenarios() };
  return {
    names: Object.values(shelves).flat(),
    fileOf(name) {
      const [folder] = Object.entries(shelves).find(([, names]) => names.includes(name)) ?? ['.'];
      return relative('.', join(shippedFolder(), folder, `${name}.yaml`));
    },
  };
}

/**
 * Reads a scenario file, which may extend a shipped one by its name.
 *
 * @throws ScenarioError if it cannot be read
 */
export function readScenarioFile(file: string): ScenarioSource {
  return readFile(file, allShipped());
}

function namesIn(folder: string): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.yaml'));
  return files.map((file) => file.slice(0, -'.yaml'.length)).sort();
}

/**
 * Finds a scenario by the name of a shipped one or by a path.
 *
 * @throws UsageError with the nearest name, or what lists them
 */
export function findScenario(name: string): ScenarioSource {
  const shipped = allShipped();
  if (shipped.names.includes(name)) return readFile(shipped.fileOf(name), shipped);
  if (existsSync(name)) return readFile(name, shipped);
  const path = /[/\\]|\.ya?ml$/i.test(name);
  throw new UsageError(
    path
      ? `${name}: there is no such file`
      : `there is no scenario "${name}"${suggestion(name, shipped.names) || '; tenure scenarios lists those that there are'}`,
  );
}
