import { type ConstantContext, checkConstant } from './checkConstant.ts';
import type { Checker } from './checker.ts';
import { decidesForProduct } from './names.ts';
import type { Action, Budget, ProductDecision } from './program.ts';
import type { ScenarioFile } from './schema.ts';
import { LIMITS } from './schemaParts.ts';

/** Checks who is decided for, and that nothing else in the file contradicts it. */
export function checkDecision(file: ScenarioFile, checker: Checker): ProductDecision | undefined {
  if (!decidesForProduct(file)) return undefined;
  const given: { users?: number | undefined; every?: number | undefined } =
    typeof file.decision === 'object' ? file.decision : {};
  for (const [name, { when }] of Object.entries(file.actions)) {
    if (when === undefined) continue;
    checker.report(
      ['actions', name, 'when'],
      'with decision: product an action is for everyone; leave out when',
    );
  }
  if (file.visit !== undefined)
    checker.reportKey(['visit'], 'with decision: product nobody is decided for by visits; leave out visit');
  const { users = 200, every = 1 } = given;
  const rows = users * (1 + (file.arrivals?.room ?? (file.arrivals ? 1 : 0)));
  if (rows > LIMITS.usersPerProduct)
    checker.reportKey(
      ['decision'],
      `a product has at most ${LIMITS.usersPerProduct} users, newcomers counted in: users × (1 + arrivals.room), here ${rows}`,
    );
  return { users, every };
}

const FIRST_IS_FREE =
  'with a budget on cost the first action costs nothing, as it is done where the budget does not suffice';

const FIRST_IS_FOR_EVERYONE =
  'with a budget the first action is for everyone, as it is done where the budget does not suffice; leave out when';

/** Checks what may be spent on all users together. */
export function checkBudget(
  file: ScenarioFile,
  actions: readonly Action[],
  context: ConstantContext,
): Budget | undefined {
  const { budget } = file;
  if (!budget) return undefined;
  const { checker } = context;
  if (decidesForProduct(file))
    checker.reportKey(
      ['budget'],
      'a budget is shared between users who are decided for one by one; leave out decision',
    );
  const limit = checkConstant(budget.limit, ['budget', 'limit'], context);
  if (limit < 0) checker.report(['budget', 'limit'], `a limit is not negative, got ${limit}`);
  checkPrices(actions, budget.on, checker);
  return { on: budget.on, limit, per: budget.per ?? 'day' };
}

/** The first action is what is done without money, and none of the others brings any. */
function checkPrices([first, ...others]: readonly Action[], on: Budget['on'], checker: Checker): void {
  if (first?.when) checker.report(['actions', first.name, 'when'], FIRST_IS_FOR_EVERYONE);
  if (on !== 'cost') return;
  if (first && first.attributes['cost'] !== 0) checker.report(['actions', first.name, 'cost'], FIRST_IS_FREE);
  for (const { name, attributes } of others)
    if (attributes['cost'] < 0)
      checker.report(
        ['actions', name, 'cost'],
        `with a budget on cost no action has a negative one, got ${attributes['cost']}`,
      );
}
