import { type ConstantContext, checkConstant } from './checkConstant.ts';
import { quoted, suggestion } from './diagnostics.ts';
import type { VisibleName } from './formulaScope.ts';
import type { Names } from './names.ts';
import type { Choice, Observed, Rule } from './program.ts';
import type { ScenarioFile } from './schema.ts';
import { ruleScope } from './scopes.ts';
import type { Path } from './yamlSource.ts';

type ChoiceSource = ScenarioFile['rules'][string]['choose'][number];

/** How far probabilities may add up beside 1. */
const TOLERANCE = 1e-9;

/** Checks the simple policies of a file: lines of a condition and what is done where it holds. */
export function checkRules(
  file: ScenarioFile,
  observe: readonly Observed[],
  context: ConstantContext,
): Rule[] {
  const { names, checker } = context;
  const visible = new Map(
    observe.map((o): [string, VisibleName] => [o.element?.vector ?? o.name, observedName(o, names)]),
  );
  return Object.entries(file.rules).map(([name, { about, choose, score: given }]) => {
    if (name === 'none' || name === 'random')
      checker.reportKey(['rules', name], `"${name}" is a policy of every scenario`);
    const scope = ruleScope(`rules.${name}`, visible, names);
    const choices = choose.map((line, i): Choice => {
      const path = ['rules', name, 'choose', i];
      const probabilities = checkDo(line.do, [...path, 'do'], context);
      const when = line.when === undefined ? undefined : checker.formula(line.when, [...path, 'when'], scope);
      return { when, probabilities };
    });
    const score = given === undefined ? undefined : checker.formula(given, ['rules', name, 'score'], scope);
    if (score && choices.some(({ probabilities }) => !probabilities.includes(1)))
      checker.report(['rules', name, 'score'], 'a rule that draws its action has no score');
    return { name, about, choices, score };
  });
}

function observedName(observed: Observed, names: Names): VisibleName {
  const type = names.observedAs(observed.formula)?.type ?? 'number';
  return { source: 'observed', type, length: observed.element?.length };
}

/** The probability of each action; a single one has all of it. */
function checkDo(given: ChoiceSource['do'], path: Path, context: ConstantContext): number[] {
  const actions = context.names.members.action;
  if (typeof given === 'object') return checkProbabilities(given, path, context);
  if (!actions.includes(given)) {
    context.checker.report(path, `there is no action ${quoted(given)}${suggestion(given, actions)}`);
  }
  return actions.map((action) => (action === given ? 1 : 0));
}

function checkProbabilities(
  given: Exclude<ChoiceSource['do'], string>,
  path: Path,
  context: ConstantContext,
): number[] {
  const { names, checker } = context;
  const actions = names.members.action;
  const mistakes = checker.problems.length;
  const values = new Map<string, number>();
  for (const [action, text] of Object.entries(given)) {
    const place = [...path, action];
    if (!actions.includes(action)) checker.unknown(place, 'action', action, actions);
    const value = checkConstant(text, place, context);
    if (value < 0) checker.report(place, `a probability is not negative, got ${value}`);
    values.set(action, value);
  }
  const total = [...values.values()].reduce((sum, value) => sum + value, 0);
  if (checker.problems.length === mistakes && Math.abs(total - 1) > TOLERANCE)
    checker.report(path, `probabilities add up to 1, these to ${total}`);
  return actions.map((action) => values.get(action) ?? 0);
}
