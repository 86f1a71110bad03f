import { typeOf } from '../../../environments/scenario/expression.ts';
import type {
  AggregateScope,
  FormulaScope,
  VisibleName,
} from '../../../environments/scenario/formulaScope.ts';
import { channelNames, FAMILIES, type Program } from '../../../environments/scenario/program.ts';

/** What a condition may ask of a user besides the scenario's own names, with what it means. */
export const USER_WORDS = {
  user: 'the user’s number, from 0',
  reward: 'of the day',
  value: 'rewards from birth to this evening in sum, as the scenario counts them',
  ltv: 'the same as value',
  left: 'whether it left for good today',
  here: 'whether it has not left',
  moved: 'whether its stage this evening is another than this morning',
  leaves: 'days until it leaves for good, infinity if it never does; looked up in the days to come',
} as const;

/** What a condition may ask of a day, with what it means. */
export const DAY_WORDS = {
  day: 'from 0, birth, on',
  churn: 'part of those there in the morning who left for good today',
  left: 'users who left for good today',
  active: 'users there in the morning',
  retention: 'part of all who ever came that has not left',
  reward: 'mean of the day per active user',
} as const;

type Names = Map<string, VisibleName>;

const NO_DRAWS = 'a condition asks what happened; nothing is drawn';
const NUMBER = { type: 'number' } as const;

/** The names of a condition over users. Where the scenario has a name of its own that is one of ours, it is meant. */
export function userScope(program: Program): FormulaScope {
  const names: Names = new Map();
  const add = (name: string, visible: VisibleName) => names.has(name) || names.set(name, visible);
  for (const { name } of program.parameters) add(name, { source: 'parameter', ...NUMBER });
  for (const name of program.segmentProperties) add(name, { source: 'segment', ...NUMBER });
  for (const [source, list] of [['trait', program.traits] as const, ['state', program.state] as const])
    for (const { name, element } of list)
      add(element?.vector ?? name, { source, ...NUMBER, length: element?.length });
  for (const name of ['day', 'weekday', 'yearday', 'tenure']) add(name, { source: 'builtin', ...NUMBER });
  for (const type of ['stage', 'segment', 'action'] as const) add(type, { source: 'builtin', type });
  if (program.arrivals) add('channel', { source: 'builtin', type: 'channel' });
  for (const { name, element, formula } of program.observe) {
    const type = typeOf(formula.expression);
    add(element?.vector ?? name, { source: 'observed', type, length: element?.length });
  }
  for (const name of Object.keys(USER_WORDS)) {
    const type = name === 'left' || name === 'here' || name === 'moved' ? 'boolean' : 'number';
    add(name, { source: 'variable', type });
  }
  return { ...scopeOf(program, names, forgotten(program, names)), attributes: program.actionAttributes };
}

/**
 * The names of a condition over a day.
 *
 * @param extras names of further numbers of a day
 * @param aggregates what asks users
 */
export function dayScope(
  program: Program,
  extras: readonly string[],
  add: AggregateScope['add'],
): FormulaScope {
  const users = userScope(program);
  const names: Names = new Map();
  for (const { name } of program.parameters) names.set(name, { source: 'parameter', ...NUMBER });
  for (const name of [...Object.keys(DAY_WORDS), ...extras])
    names.set(name, { source: 'variable', ...NUMBER });
  const own = [...users.names.keys()].filter((name) => !names.has(name));
  const eachUsers = 'it differs between users; use share(condition), mean(x) or total(x)';
  const unavailable = new Map([...users.unavailable, ...own.map((name) => [name, eachUsers] as const)]);
  return { ...scopeOf(program, names, unavailable), attributes: [], aggregates: { users, add } };
}

function scopeOf(program: Program, names: Names, unavailable: FormulaScope['unavailable']) {
  const list = (of: readonly { readonly name: string }[]) => of.map(({ name }) => name);
  return {
    place: 'condition',
    names,
    unavailable,
    members: {
      stage: list(program.stages),
      segment: list(program.segments),
      action: list(program.actions),
      family: FAMILIES,
      channel: channelNames(program.arrivals),
    },
    tables: new Map(program.tables.map((table) => [table.name, table])),
    noDraws: NO_DRAWS,
  };
}

/** What was computed during the day and is in no column. */
function forgotten({ day, tables }: Program, names: Names): Map<string, string> {
  const gone = day.filter(({ name, isState }) => !isState && !names.has(name));
  return new Map([
    ...tables.map(({ name }): [string, string] => [name, `it is a table; read ${name}[…]`]),
    ...gone.map(({ name, element }): [string, string] => [
      element?.vector ?? name,
      'it is forgotten overnight; there are traits, state and what the policy sees',
    ]),
  ]);
}
