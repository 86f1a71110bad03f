import type { Checker } from './checker.ts';
import { typeOf } from './expression.ts';
import type { Formula } from './formula.ts';
import type { FormulaScope, VisibleName } from './formulaScope.ts';
import { AGGREGATES, BUILTINS, DISTRIBUTIONS, FUNCTIONS, INDEX, REDUCTIONS } from './functions.ts';
import { type Aggregate, FAMILIES, FOUNDERS, REFERRAL, type Table } from './program.ts';
import type { ScenarioFile } from './schema.ts';

const SEGMENT_FIXED = ['share'];
const ACTION_FIXED = ['family', 'about', 'when'];

/** All names of one scenario file, and what they may be used for. */
export interface Names {
  readonly file: ScenarioFile;
  readonly segmentProperties: readonly string[];
  readonly attributes: readonly string[];
  readonly members: FormulaScope['members'];
  readonly tables: FormulaScope['tables'];
  /** types of the day variables checked so far */
  readonly today: Map<string, VisibleName>;
  /** figures over the users of a product that the formulas checked so far are made of, by name */
  readonly aggregates: Map<string, Aggregate>;
  /** what an observed formula shows, if it is nothing but a name */
  observedAs(formula: Formula): (VisibleName & { name: string }) | undefined;
}

/** Gathers the names of a file whose shape is checked. */
export function names(file: ScenarioFile): Names {
  const segments = Object.values(file.segments);
  const actions = Object.values(file.actions);
  return {
    file,
    segmentProperties: unique(segments.flatMap((s) => Object.keys(s))).filter(
      (k) => !SEGMENT_FIXED.includes(k),
    ),
    attributes: unique(['cost', ...actions.flatMap((a) => Object.keys(a))]).filter(
      (k) => !ACTION_FIXED.includes(k),
    ),
    members: {
      stage: Object.keys(file.lifecycle),
      segment: segments.length > 0 ? Object.keys(file.segments) : ['everyone'],
      action: Object.keys(file.actions),
      family: FAMILIES,
      channel: file.arrivals ? [FOUNDERS, ...Object.keys(file.arrivals.channels), REFERRAL] : [],
    },
    tables: new Map(tablesOf(file).map((table) => [table.name, table])),
    today: new Map(),
    aggregates: new Map(),
    observedAs({ expression }) {
      if (expression.kind === 'attribute')
        return { source: 'builtin', type: expression.type, name: expression.name };
      if (expression.kind !== 'reference') return { source: 'variable', type: typeOf(expression), name: '' };
      return { source: expression.source, type: expression.type, name: expression.name };
    },
  };
}

/** The tables of a file, whose rows are all as long as the first. */
export function tablesOf({ tables }: Pick<ScenarioFile, 'tables'>): Table[] {
  return Object.entries(tables).map(([name, given]) => {
    const [first] = given;
    return { name, columns: Array.isArray(first) ? first.length : undefined, values: given.flat() };
  });
}

const unique = (list: readonly string[]) => [...new Set(list)];

/** The sections whose names share one space, with the words errors use. */
export function sections({ file, segmentProperties }: Pick<Names, 'file' | 'segmentProperties'>) {
  return [
    { key: 'parameters', names: Object.keys(file.parameters), what: 'a parameter' },
    { key: 'tables', names: Object.keys(file.tables), what: 'a table' },
    { key: 'segments', names: segmentProperties, what: 'a segment property' },
    { key: 'traits', names: Object.keys(file.traits), what: 'a trait' },
    { key: 'state', names: Object.keys(file.state), what: 'a state variable' },
    {
      key: 'day',
      names: Object.keys(file.day).filter((n) => !Object.hasOwn(file.state, n)),
      what: 'a day variable',
    },
  ];
}

/** Whether one decision is taken for all users of a product. */
export function decidesForProduct({ decision }: Pick<ScenarioFile, 'decision'>): boolean {
  return decision === 'product' || typeof decision === 'object';
}

/** Reports names that mean two things. */
export function reserve(file: ScenarioFile, checker: Checker): void {
  const taken = new Map<string, string>();
  for (const name of Object.keys(BUILTINS)) taken.set(name, 'a built-in symbol');
  for (const name of [...Object.keys(FUNCTIONS), ...Object.keys(REDUCTIONS), ...Object.keys(DISTRIBUTIONS)])
    taken.set(name, 'a function');
  if (decidesForProduct(file)) for (const name of Object.keys(AGGREGATES)) taken.set(name, 'a function');
  for (const name of ['true', 'false', 'and', 'or', 'xor', 'not', 'mod', 'to', 'in', 'end', INDEX])
    taken.set(name, 'a word of the language');
  for (const sum of ['return', 'cost', 'contacts', ...Object.keys(file.metrics).map((name) => `${name}_`)])
    taken.set(`sum_${sum}`, 'a sum over the days of each user');
  for (const { key, names: list, what } of sections(names(file))) {
    for (const name of list) {
      const other = taken.get(name);
      if (other) checker.reportKey([key, name], `the name "${name}" is already ${other}; choose another`);
      taken.set(name, what);
    }
  }
}
