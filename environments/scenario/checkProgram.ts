import { type StartDate, startDate } from './calendar.ts';
import { checkActions } from './checkActions.ts';
import { checkArrivals } from './checkArrivals.ts';
import { checkChecks } from './checkChecks.ts';
import { checkBudget, checkDecision } from './checkDecision.ts';
import { Checker } from './checker.ts';
import { checkLimits } from './checkLimits.ts';
import { checkObjective } from './checkObjective.ts';
import { checkObserve } from './checkObserve.ts';
import { checkParameters } from './checkParameters.ts';
import { checkRules } from './checkRules.ts';
import { checkSegments } from './checkSegments.ts';
import { checkUnused } from './checkUnused.ts';
import { checkEntry, dayEntry, type Entry, entriesOf, entryOf } from './checkVectors.ts';
import { typeOf } from './expression.ts';
import type { FormulaScope } from './formulaScope.ts';
import { type Names, names as namesOf, reserve, tablesOf } from './names.ts';
import type { DayFormula, Definition, Metric, Program, Stage, StateVariable } from './program.ts';
import type { ScenarioFile } from './schema.ts';
import { birthScope, dayScope, eveningScope } from './scopes.ts';
import type { Path, YamlSource } from './yamlSource.ts';

/** Values given to parameters from outside, as by --set. */
export type Overrides = Readonly<Record<string, number>>;

/**
 * Checks what the shape alone does not tell: names, formulas, shares, domains, bins.
 *
 * @param name the scenario's name
 * @param file a scenario file whose shape is checked
 * @param source where everything stands in it
 * @param overrides parameter values to use instead of the defaults
 * @throws ScenarioError with every mistake found
 */
export function checkProgram(
  name: string,
  file: ScenarioFile,
  source: YamlSource,
  overrides: Overrides,
): Program {
  const checker = new Checker(source);
  checkLimits(file, checker);
  const parameters = checkParameters(file, overrides, checker);
  const names = namesOf(file);
  reserve(file, checker);
  const constants = { names, parameters: new Map(parameters.map((p) => [p.name, p.value])), checker };
  const objective = checkObjective(file, constants);
  const segments = checkSegments(file, constants);
  const actions = checkActions(file, constants);
  const traits = define(entriesOf('traits', file.traits), (n) => birthScope('traits', n, names), checker);
  const state = checkState(file, names, checker);
  const day = checkDay(file, names, checker);
  const stages = checkLifecycle(file, names, checker);
  const decision = checkDecision(file, checker);
  const reward = define(entriesOf('reward', file.reward), (n) => eveningScope(`reward.${n}`, names), checker);
  if (Object.keys(file.reward).length === 0) checker.reportKey(['reward'], 'a reward has at least one part');
  const visit = checkVisit(file, names, checker);
  const observe = checkObserve(file, names, state, checker);
  const metrics = checkMetrics(file, names, checker);
  const arrivals = checkArrivals(file, segments, constants);
  const budget = checkBudget(file, actions, constants);
  const rules = checkRules(file, observe, constants);
  const checks = checkChecks(file, checker);
  const starts = checkStarts(file, checker);
  checkUnused(file, source, checker);
  checker.finish();
  return {
    name,
    title: file.title,
    story: file.story,
    phenomenon: file.phenomenon,
    sources: file.sources ?? [],
    horizon: file.horizon,
    ...(starts && { starts }),
    objective,
    parameters,
    tables: tablesOf(file),
    segments,
    segmentProperties: names.segmentProperties,
    arrivals,
    decision,
    aggregates: [...names.aggregates.values()],
    budget,
    traits,
    state,
    actions,
    actionAttributes: names.attributes,
    day,
    stages,
    reward,
    visit,
    observe,
    metrics,
    rules,
    checks,
  };
}

type FormulaSource = string | number | boolean;

/** The date of day 1, which has to be one. */
function checkStarts({ starts }: ScenarioFile, checker: Checker): StartDate | undefined {
  const date = starts === undefined ? undefined : startDate(starts);
  if (starts !== undefined && !date) checker.report(['starts'], `starts: there is no day ${starts}`);
  return date;
}

/** Checks the day's formulas; each sees what the ones above set. */
function checkDay(file: ScenarioFile, names: Names, checker: Checker): DayFormula[] {
  const scope = (name: string) => dayScope(`day.${name}`, names);
  return entriesOf('day', file.day).flatMap((given) => {
    const entry = dayEntry(given, file, checker);
    const { name, length } = entry;
    const isState = Object.hasOwn(file.state, name);
    const defined = checkEntry(entry, scope(name), checker);
    const type = defined[0] && typeOf(defined[0].formula.expression) === 'boolean' ? 'boolean' : 'number';
    // Also of a mistaken one, so that formulas below are not blamed for it.
    if (!isState) names.today.set(name, { source: 'variable', type, length });
    return defined.map((d) => ({ ...d, isState }));
  });
}

/** Checks a section that maps names to formulas. */
function define(
  entries: readonly Entry[],
  scope: (name: string) => FormulaScope,
  checker: Checker,
): Definition[] {
  return entries.flatMap((entry) => checkEntry(entry, scope(entry.name), checker));
}

function checkState(file: ScenarioFile, names: Names, checker: Checker): StateVariable[] {
  return Object.entries(file.state).flatMap(([name, given]) => {
    const detailed = typeof given === 'object' ? given : undefined;
    const defined = checkEntry(entryOf('state', name, given), birthScope('state', name, names), checker);
    const domain = detailed && checkDomain(detailed, ['state', name], checker);
    return defined.map((d) => ({ ...d, domain, about: detailed?.about }));
  });
}

function checkDomain(
  { values, range }: { values?: number[] | undefined; range?: [number, number] | undefined },
  path: Path,
  checker: Checker,
): number[] | undefined {
  if (values && range) checker.report(path, 'give either values or range, not both');
  if (values) return [...new Set(values)].sort((a, b) => a - b);
  if (!range) return undefined;
  const [lowest, highest] = range;
  const count = highest - lowest + 1;
  if (count < 1 || count > 100_000) {
    checker.report(
      [...path, 'range'],
      `a range rises and has at most 100000 values, got [${lowest}, ${highest}]`,
    );
    return undefined;
  }
  return Array.from({ length: count }, (_, i) => lowest + i);
}

const BORN_GONE =
  'everyone is born in the first stage, and a stage without a way out means left for good; where nobody leaves, give it { gone: 0 } and a stage gone: {}';

function checkLifecycle(file: ScenarioFile, names: Names, checker: Checker): Stage[] {
  const stageNames = names.members.stage;
  const [first] = Object.entries(file.lifecycle);
  if (!first) checker.reportKey(['lifecycle'], 'a scenario has at least one stage');
  else if (Object.keys(first[1]).length === 0) checker.reportKey(['lifecycle', first[0]], BORN_GONE);
  return Object.entries(file.lifecycle).map(([name, ways]) => ({
    name,
    absorbing: Object.keys(ways).length === 0,
    transitions: Object.entries(ways).flatMap(([target, text]) => {
      const path = ['lifecycle', name, target];
      const to = stageNames.indexOf(target);
      if (to < 0) checker.unknown(path, 'stage', target, stageNames);
      const formula = checker.formula(text, path, dayScope(`lifecycle.${name}.${target}`, names));
      return formula && to >= 0 ? [{ to, formula }] : [];
    }),
  }));
}

/** What a visit is; it sees what the reward sees. */
function checkVisit({ visit }: ScenarioFile, names: Names, checker: Checker): Definition | undefined {
  if (visit === undefined) return undefined;
  const formula = checker.formula(visit, ['visit'], dayScope('visit', names));
  return formula && { name: 'visit', formula };
}

function checkMetrics(file: ScenarioFile, names: Names, checker: Checker): Metric[] {
  return Object.entries(file.metrics).flatMap(([name, given]) => {
    const detailed = typeof given === 'object' ? given : undefined;
    const path: Path = detailed ? ['metrics', name, 'value'] : ['metrics', name];
    if (['return', 'retention', 'cost', 'contacts', 'share', 'ofBudget'].includes(name)) {
      checker.reportKey(['metrics', name], `"${name}" is a metric of every scenario; choose another name`);
    }
    const formula = checker.formula(
      detailed?.value ?? (given as FormulaSource),
      path,
      eveningScope(`metrics.${name}`, names),
    );
    return formula ? [{ name, formula, over: detailed?.over ?? 'sum', about: detailed?.about }] : [];
  });
}
