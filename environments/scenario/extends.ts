import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { quoted, ScenarioError, suggestion } from './diagnostics.ts';
import type { ScenarioSource } from './scenarioFile.ts';
import { LIMITS } from './schemaParts.ts';
import { readYaml } from './yamlSource.ts';

/** Scenarios that can be extended by their names, wherever the file is that extends them. */
export interface ShippedScenarios {
  readonly names: readonly string[];
  /** path of the file with a name out of `names` */
  fileOf(name: string): string;
}

/** What a file says that it extends, and how to refuse it where it says so. */
interface Wanted {
  readonly name: string;
  refuse(message: string): ScenarioError;
}

/**
 * Reads what a scenario extends, what that one extends, and so on.
 *
 * @param read reads the text of a file
 * @throws ScenarioError at the place of the `extends` that cannot be followed
 */
export function basesOf(
  source: ScenarioSource,
  read: (file: string) => ScenarioSource,
  shipped: ShippedScenarios | undefined,
): ScenarioSource[] {
  const chain = [source];
  for (let wanted = wantedBy(source); wanted; wanted = wantedBy(chain[chain.length - 1])) {
    const file = fileOf(wanted, chain[chain.length - 1], shipped);
    const again = chain.findIndex((known) => isSame(known.file, file));
    if (again >= 0) {
      const circle = [...chain.slice(again), chain[again]].map(({ name }) => name);
      throw wanted.refuse(`extends goes in a circle: ${circle.join(' → ')}`);
    }
    if (chain.length > LIMITS.bases) {
      const names = chain.map(({ name }) => name).join(' → ');
      throw wanted.refuse(
        `a scenario extends at most ${LIMITS.bases} others, one after the other; here ${names} → …`,
      );
    }
    chain.push(read(file));
  }
  return chain.slice(1);
}

function wantedBy({ text, file }: ScenarioSource): Wanted | undefined {
  if (!text.includes('extends')) return undefined;
  const yaml = readYaml(text, file);
  const name = (yaml.value as { extends?: unknown } | null)?.extends;
  const refuse = (message: string) => new ScenarioError(file, [{ ...yaml.position(['extends']), message }]);
  if (name === undefined) return undefined;
  if (typeof name !== 'string' || name === '')
    throw refuse(
      `extends: expected the name of a scenario, or of a file beside this one, got ${quoted(name)}`,
    );
  return { name, refuse };
}

/** The file of a shipped scenario by its name, or a file in the folder of the one that extends it. */
function fileOf({ name, refuse }: Wanted, by: ScenarioSource, shipped: ShippedScenarios | undefined): string {
  const folder = dirname(by.file);
  if (/[\\:]|^\/|(^|\/)\.\.(\/|$)/.test(name)) throw refuse(outside(name));
  if (shipped?.names.includes(name)) return shipped.fileOf(name);
  const file = join(folder, /\.ya?ml$/i.test(name) ? name : `${name}.yaml`);
  if (!existsSync(file)) {
    const beside = readdirSync(folder).filter((other) => /\.ya?ml$/i.test(other));
    const choices = [...(shipped?.names ?? []), ...beside];
    throw refuse(
      `there is no scenario ${quoted(name)}, nor a file of that name in ${folder}${suggestion(name, choices)}`,
    );
  }
  if (relative(realpathSync(folder), realpathSync(file)).startsWith('..')) throw refuse(outside(name));
  return file;
}

function outside(name: string): string {
  return `extends: expected the name of a scenario, or of a file in the folder of this one, got ${quoted(name)}`;
}

function isSame(a: string, b: string): boolean {
  return realpathSync(a) === realpathSync(b);
}
