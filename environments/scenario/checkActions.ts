import { type ConstantContext, checkProperties, type FormulaSource } from './checkConstant.ts';
import type { Action } from './program.ts';
import type { ScenarioFile } from './schema.ts';
import { availabilityScope } from './scopes.ts';

/** Checks what may be done to users, with its attributes, and whom it may be given to. */
export function checkActions(file: ScenarioFile, context: ConstantContext): Action[] {
  const { names, checker } = context;
  const entries = Object.entries(file.actions);
  if (entries.length === 0) checker.reportKey(['actions'], 'a scenario has at least one action');
  return entries.map(([name, given], index) => ({
    name,
    family: given.family ?? (index === 0 ? 'none' : 'interaction'),
    about: given.about,
    attributes: checkProperties(
      ['actions', name],
      { cost: 0, ...given },
      names.attributes,
      'action',
      context,
    ),
    when: given.when === undefined ? undefined : checkWhen(name, given.when, context),
  }));
}

function checkWhen(action: string, text: FormulaSource, { names, checker }: ConstantContext) {
  return checker.formula(text, ['actions', action, 'when'], availabilityScope(action, names));
}
