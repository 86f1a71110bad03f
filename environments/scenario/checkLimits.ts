import type { Checker } from './checker.ts';
import { lengthOf } from './checkVectors.ts';
import { quoted } from './diagnostics.ts';
import type { ScenarioFile } from './schema.ts';
import { isName, LIMITS, NAME_RULE } from './schemaParts.ts';

/**
 * Checks how many of everything a scenario has, before names and formulas are looked at.
 *
 * @throws ScenarioError if it asks for more than a machine should be asked for
 */
export function checkLimits(file: ScenarioFile, checker: Checker): void {
  const limit = (path: readonly string[], count: number, most: number, what: string) => {
    if (count > most)
      checker.reportKey(path, `a scenario has at most ${most} ${what}, this one has ${count}`);
  };
  const count = (section: object) => Object.keys(section).length;
  const variables = count(file.traits) + count(file.state) + count(file.day);
  limit(['state'], variables, LIMITS.variables, 'traits, state and day variables');
  for (const [path, ...parts] of [
    ['state', 'traits', 'state', 'day'],
    ['observe', 'observe'],
  ] as const) {
    const elements = parts.flatMap((part) => Object.values(file[part]).map((given) => lengthOf(given) ?? 0));
    const total = elements.reduce((sum, length) => sum + length, 0);
    limit([path], total, LIMITS.elements, `elements of vectors under ${parts.join(', ')}`);
  }
  limit(['actions'], count(file.actions), LIMITS.actions, 'actions');
  limit(['segments'], count(file.segments), LIMITS.segments, 'segments');
  limit(['lifecycle'], count(file.lifecycle), LIMITS.stages, 'stages');
  for (const section of ['parameters', 'tables', 'reward', 'observe', 'metrics', 'rules'] as const)
    limit([section], count(file[section]), LIMITS.entries, `entries under ${section}`);
  for (const section of ['segments', 'actions'] as const) {
    for (const [name, properties] of Object.entries(file[section])) {
      limit([section, name], count(properties), LIMITS.entries, `properties in one place`);
      checkNames([section, name], properties, checker);
    }
  }
  limit(['arrivals', 'channels'], count(file.arrivals?.channels ?? {}), LIMITS.channels, 'channels');
  checkTables(file, checker);
  checker.finish();
}

/** Tables are not too large, and have rows of one length. */
function checkTables({ tables }: ScenarioFile, checker: Checker): void {
  for (const [name, given] of Object.entries(tables)) {
    const lengths = given.map((row) => (Array.isArray(row) ? row.length : 1));
    const odd = lengths.findIndex((length) => length !== lengths[0]);
    if (odd >= 0) {
      const problem = `every row of a table is as long as the first, which has ${lengths[0]} numbers; this one has ${lengths[odd]}`;
      checker.report(['tables', name, odd], problem);
    }
    const count = lengths.reduce((sum, length) => sum + length, 0);
    if (count > LIMITS.tableNumbers)
      checker.reportKey(
        ['tables', name],
        `a table has at most ${LIMITS.tableNumbers} numbers, this one has ${count}`,
      );
  }
}

/** The schema knows which properties are fixed, but not what the others may be called. */
function checkNames(path: readonly string[], properties: object, checker: Checker): void {
  const wrong = Object.keys(properties).find((key) => !isName(key));
  if (wrong !== undefined) checker.reportKey([...path, wrong], `${NAME_RULE}, got ${quoted(wrong)}`);
}
