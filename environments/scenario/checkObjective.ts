import { type ConstantContext, checkConstant } from './checkConstant.ts';
import type { Objective } from './program.ts';
import type { ScenarioFile } from './schema.ts';

const DISCOUNT = ['objective', 'discount'];

/** Checks what is to be maximised; without the section, the rewards up to the horizon. */
export function checkObjective(file: ScenarioFile, context: ConstantContext): Objective {
  const given = file.objective;
  if (!given) return { criterion: 'horizon', discount: 1 };
  const mistakes = context.checker.problems.length;
  const discount = given.discount === undefined ? 1 : checkConstant(given.discount, DISCOUNT, context);
  const criterion = given.criterion ?? (discount < 1 ? 'discounted' : 'horizon');
  if (context.checker.problems.length === mistakes) checkDiscount({ criterion, discount }, context);
  return { criterion, discount };
}

function checkDiscount({ criterion, discount }: Objective, { checker }: ConstantContext): void {
  if (!(discount > 0 && discount <= 1))
    checker.report(DISCOUNT, `a discount is above 0 and at most 1, got ${discount}`);
  else if (criterion === 'discounted' && discount === 1)
    checker.report(['objective', 'criterion'], 'the criterion discounted needs a discount below 1');
  else if ((criterion === 'total' || criterion === 'average') && discount < 1)
    checker.report(DISCOUNT, `the criterion ${criterion} goes with a discount of 1, got ${discount}`);
}
