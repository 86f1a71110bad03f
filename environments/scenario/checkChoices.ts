import type { Checker } from './checker.ts';
import { quoted, suggestion } from './diagnostics.ts';
import type { Formula } from './formula.ts';
import type { VisibleName } from './formulaScope.ts';
import type { Names } from './names.ts';
import { plainFunctions } from './plainFunctions.ts';
import type { Action, Check, Observed, Rule, Segment } from './program.ts';
import type { ScenarioFile } from './schema.ts';
import { fileScope, ruleScope } from './scopes.ts';
import type { Path } from './yamlSource.ts';

type Constants = ReadonlyMap<string, number>;
type FormulaSource = string | number | boolean;

/** Evaluates a formula that only knows parameters. */
function constant(
  text: FormulaSource,
  path: Path,
  names: Names,
  constants: Constants,
  checker: Checker,
): number {
  const formula = checker.formula(text, path, fileScope(path.join('.'), names));
  const value = formula ? evaluateConstant(formula, constants) : 0;
  if (!Number.isFinite(value))
    checker.report(path, `${path.join('.')}: expected a finite number, got ${value}`);
  return value;
}

function evaluateConstant(formula: Formula, constants: Constants): number {
  return Number(
    formula.math
      .compile()
      .evaluate(new Map<string, unknown>([...constants, ...Object.entries(plainFunctions)]) as never),
  );
}

export function checkSegments(
  file: ScenarioFile,
  names: Names,
  constants: Constants,
  checker: Checker,
): Segment[] {
  const entries = Object.entries(file.segments);
  if (entries.length === 0) return [{ name: 'everyone', share: 1, properties: {} }];
  const mistakes = checker.problems.length;
  const segments = entries.map(([name, given]) => {
    const value = (key: string) =>
      constant(given[key] as FormulaSource, ['segments', name, key], names, constants, checker);
    const properties = complete(['segments', name], given, names.segmentProperties, 'segment', checker);
    return {
      name,
      share: value('share'),
      properties: Object.fromEntries(properties.map((key) => [key, value(key)])),
    };
  });
  if (checker.problems.length > mistakes) return segments;
  const total = segments.reduce((sum, segment) => sum + segment.share, 0);
  const negative = segments.find((segment) => segment.share < 0);
  if (negative)
    checker.report(['segments', negative.name, 'share'], `a share is not negative, got ${negative.share}`);
  else if (Math.abs(total - 1) > 1e-6)
    checker.reportKey(['segments'], `shares add up to 1, these to ${total}`);
  return segments;
}

export function checkActions(
  file: ScenarioFile,
  names: Names,
  constants: Constants,
  checker: Checker,
): Action[] {
  const entries = Object.entries(file.actions);
  if (entries.length === 0) checker.reportKey(['actions'], 'a scenario has at least one action');
  return entries.map(([name, given], index) => {
    const path = ['actions', name];
    const present = complete(path, { cost: 0, ...given }, names.attributes, 'action', checker);
    const attributes = present.map((key) => {
      const text = (given as Record<string, FormulaSource>)[key] ?? 0;
      return [key, constant(text, [...path, key], names, constants, checker)];
    });
    const family = given.family ?? (index === 0 ? 'none' : 'interaction');
    return { name, family, about: given.about, attributes: Object.fromEntries(attributes) };
  });
}

/** Reports the keys of `wanted` that are missing; returns those that are there. */
function complete(
  path: Path,
  given: object,
  wanted: readonly string[],
  what: string,
  checker: Checker,
): string[] {
  const missing = wanted.filter((key) => !Object.hasOwn(given, key));
  const [, name] = path;
  if (missing.length > 0) {
    checker.reportKey(path, `every ${what} has the same properties; "${name}" lacks ${missing.join(', ')}`);
  }
  return wanted.filter((key) => !missing.includes(key));
}

export function checkRules(
  file: ScenarioFile,
  observe: readonly Observed[],
  names: Names,
  checker: Checker,
): Rule[] {
  const visible = new Map(observe.map((o): [string, VisibleName] => [o.name, observedName(o, names)]));
  return Object.entries(file.rules).map(([name, { about, choose }]) => {
    if (name === 'none' || name === 'random')
      checker.reportKey(['rules', name], `"${name}" is a policy of every scenario`);
    const choices = choose.map(({ when, do: action }, i) => {
      const path = ['rules', name, 'choose', i];
      const index = names.members.action.indexOf(action);
      if (index < 0)
        checker.report(
          [...path, 'do'],
          `there is no action ${quoted(action)}${suggestion(action, names.members.action)}`,
        );
      const scope = ruleScope(`rules.${name}`, visible, names);
      return {
        when: when === undefined ? undefined : checker.formula(when, [...path, 'when'], scope),
        action: index,
      };
    });
    return { name, about, choices };
  });
}

function observedName(observed: Observed, names: Names): VisibleName {
  const type = names.observedAs(observed.formula)?.type ?? 'number';
  return { source: 'observed', type };
}

export function checkChecks(file: ScenarioFile, checker: Checker): Check[] {
  const policies = [
    'none',
    'random',
    ...Object.keys(file.actions).map((a) => `always:${a}`),
    ...Object.keys(file.rules),
  ];
  const shares = Object.keys(file.lifecycle).map((stage) => `share.${stage}`);
  const perUser = ['return', 'cost', 'contacts', ...Object.keys(file.metrics)];
  const metrics = ['retention', ...perUser, ...shares];
  return file.checks.map((check, i) => {
    const one = (key: 'policy' | 'minus' | 'metric' | 'per', choices: readonly string[]) => {
      const value = check[key];
      if (value === undefined || choices.includes(value)) return;
      checker.report(
        ['checks', i, key],
        `there is no ${key === 'minus' ? 'policy' : key} ${quoted(value)}${suggestion(value, choices)}`,
      );
    };
    one('policy', policies);
    one('minus', policies);
    one('metric', metrics);
    one('per', perUser);
    const { statistic = 'mean', day = file.horizon, between } = check;
    if (statistic !== 'mean' && !perUser.includes(check.metric)) {
      checker.report(['checks', i, 'statistic'], `only the mean of ${check.metric} can be checked`);
    }
    if (day > file.horizon)
      checker.report(['checks', i, 'day'], `the horizon is ${file.horizon} days, got ${day}`);
    if (between[0] > between[1])
      checker.report(['checks', i, 'between'], `bounds rise, got [${between.join(', ')}]`);
    return { ...check, statistic, day, per: check.per, minus: check.minus, source: check.source };
  });
}
