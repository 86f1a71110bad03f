import type { FormulaSource } from './checkConstant.ts';
import type { Checker } from './checker.ts';
import type { FormulaScope } from './formulaScope.ts';
import type { Definition } from './program.ts';
import type { ScenarioFile } from './schema.ts';
import { elementName, placesOf } from './vectors.ts';
import type { Path } from './yamlSource.ts';

/** What a section holds under a name: a formula, or { length, and the formula of every element }. */
type Given =
  | FormulaSource
  | ({ readonly length?: number | undefined } & (
      | { readonly value: FormulaSource }
      | { readonly draw: FormulaSource }
    ));

/** A named formula of a section. */
export interface Entry {
  readonly name: string;
  /** where the formula stands */
  readonly path: Path;
  readonly text: FormulaSource;
  /** number of elements; undefined where it is one value */
  readonly length: number | undefined;
}

/** The number of elements that a file gives a name; undefined where it is one value. */
export function lengthOf(given: unknown): number | undefined {
  return typeof given === 'object' ? (given as { length?: number }).length : undefined;
}

/** Reads what stands under a name, in either form. */
export function entryOf(section: string, name: string, given: Given): Entry {
  const path = [section, name];
  if (typeof given !== 'object') return { name, path, text: given, length: undefined };
  const [key, text] = 'draw' in given ? ['draw', given.draw] : ['value', given.value];
  return { name, path: [...path, key], text, length: given.length };
}

/** Entries of a section, in order. */
export function entriesOf(section: string, all: Readonly<Record<string, Given>>): Entry[] {
  return Object.entries(all).map(([name, given]) => entryOf(section, name, given));
}

/**
 * Checks the formula of an entry: once, or once for every element of a vector.
 *
 * @param result `any` allows a single value to be a stage, segment, action or family
 * @returns nothing where it has a mistake, which is reported once
 */
export function checkEntry(
  { name, path, text, length }: Entry,
  scope: FormulaScope,
  checker: Checker,
  result?: 'any',
): Definition[] {
  if (length === undefined) {
    const formula = checker.formula(text, path, scope, result);
    return formula ? [{ name, formula }] : [];
  }
  const elements: Definition[] = [];
  for (const place of placesOf(length)) {
    const element = { vector: name, place, length };
    const ofElement = { ...scope, place: elementName(scope.place, place), element };
    const formula = checker.formula(text, path, ofElement);
    if (!formula) return [];
    elements.push({ name: elementName(name, place), formula, element });
  }
  return elements;
}

/** The entry of a day's formula: what state carries as a vector is set as one. */
export function dayEntry(entry: Entry, { state }: ScenarioFile, checker: Checker): Entry {
  const { name, length } = entry;
  if (!Object.hasOwn(state, name)) return entry;
  const carried = lengthOf(state[name]);
  if (length !== undefined && length !== carried) {
    const what = carried === undefined ? 'is one number' : `has ${carried} elements`;
    checker.report(['day', name, 'length'], `${name} ${what} in state, got a length of ${length} here`);
  }
  return { ...entry, length: carried };
}

const BARE = /^\s*[a-zA-Z]\w*\s*$/;

/** The entry of an observed formula: the name of a vector alone stands for all its elements. */
export function observedEntry(entry: Entry, { names }: FormulaScope, checker: Checker): Entry {
  const name = String(entry.text).trim();
  const length = BARE.test(name) ? names.get(name)?.length : undefined;
  if (length === undefined) return entry;
  if (entry.length !== undefined && entry.length !== length) {
    const place = ['observe', entry.name, 'length'];
    checker.report(place, `${name} has ${length} elements, got a length of ${entry.length} here`);
  }
  return { ...entry, text: `${name}[index]`, length };
}
