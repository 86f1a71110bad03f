import { lengthOf } from './checkVectors.ts';
import type { AggregateScope, FormulaScope, VisibleName } from './formulaScope.ts';
import { BUILTINS } from './functions.ts';
import { decidesForProduct, type Names, sections } from './names.ts';

type Scope = Pick<FormulaScope, 'place' | 'members' | 'tables'> & {
  names: Map<string, VisibleName>;
  unavailable: Map<string, string>;
};

/** Words that depend on the moment: `segment` and `channel` are fixed at birth. */
const DAILY = Object.keys(BUILTINS).filter((name) => name !== 'segment' && name !== 'channel');

/** What is the same for everyone may use parameters only: segment properties, action attributes. */
export function fileScope(place: string, all: Names): FormulaScope {
  const scope = withParameters(place, all);
  const others = sections(all).flatMap(({ key, names }) =>
    ['parameters', 'tables'].includes(key) ? [] : names,
  );
  hide(
    scope,
    [...others, ...Object.keys(BUILTINS)],
    'this has to be the same for everyone; use parameters and numbers',
  );
  return { ...scope, attributes: [], noDraws: 'this has to be the same for everyone' };
}

/** Traits and the state at birth see parameters, the segment, and what is set above them. */
export function birthScope(section: 'traits' | 'state', name: string, all: Names): FormulaScope {
  const scope = withParameters(`${section}.${name}`, all);
  withSegment(scope, all);
  const traits = Object.keys(all.file.traits);
  const state = Object.keys(all.file.state);
  const order = [...traits, ...state];
  const here = order.indexOf(name);
  for (const n of order.slice(0, here))
    scope.names.set(
      n,
      traits.includes(n) ? variable('trait', all.file.traits[n]) : variable('state', all.file.state[n]),
    );
  hide(scope, order.slice(here), 'it is set further down');
  hide(scope, [...dayVariables(all), ...DAILY], 'it is known only during the day');
  return { ...scope, attributes: [], noDraws: undefined };
}

/**
 * Formulas of the day and of what follows it see everything but what is computed further down.
 *
 * @param place first part of the names of the formula's draws
 */
export function dayScope(place: string, all: Names): FormulaScope {
  const scope = withParameters(place, all);
  withSegment(scope, all);
  for (const [name, given] of Object.entries(all.file.traits))
    scope.names.set(name, variable('trait', given));
  for (const [name, given] of Object.entries(all.file.state)) scope.names.set(name, variable('state', given));
  withDay(scope);
  scope.names.set('tenure', variable('builtin', undefined));
  scope.names.set('stage', { source: 'builtin', type: 'stage' });
  scope.names.set('action', { source: 'builtin', type: 'action' });
  hide(scope, dayVariables(all), 'it is computed further down');
  for (const [name, visible] of all.today) scope.names.set(name, visible);
  return { ...scope, attributes: all.attributes, noDraws: undefined };
}

/**
 * Whether an action is available is asked in the evening, for the decision of the next day: by what is carried to it.
 */
export function availabilityScope(action: string, all: Names): FormulaScope {
  const { names, ...scope } = dayScope(`actions.${action}.when`, all);
  const carried = [...names].filter(([, { source }]) => source !== 'variable');
  const unavailable = new Map(scope.unavailable);
  for (const name of dayVariables(all)) unavailable.set(name, 'it is forgotten overnight; keep it in state');
  return {
    ...scope,
    names: new Map(carried),
    unavailable,
    noDraws: 'what may be done is known, not drawn; draw a state variable in day',
  };
}

const EACH_USERS = 'it differs between users; use mean(x), share(condition) or total(x)';

/**
 * What is asked once for all users of a product, in the evening: parameters, the day, the action, and figures over
 * users, who are asked as `dayScope` allows.
 *
 * @param place first part of the names of the formula's draws
 */
export function productScope(place: string, all: Names): FormulaScope {
  const scope = withParameters(place, all);
  const others = sections(all).flatMap(({ key, names }) =>
    ['parameters', 'tables'].includes(key) ? [] : names,
  );
  hide(scope, [...others, ...Object.keys(BUILTINS)], EACH_USERS);
  withDay(scope);
  scope.names.set('action', { source: 'builtin', type: 'action' });
  const users = {
    ...dayScope(place, all),
    noDraws: 'draw a variable in day, and take its mean, share or total',
  };
  const add: AggregateScope['add'] = (aggregate) => all.aggregates.set(aggregate.name, aggregate);
  return { ...scope, attributes: all.attributes, noDraws: undefined, aggregates: { users, add } };
}

/** What is asked in the evening, of each user or of the whole product. */
export function eveningScope(place: string, all: Names): FormulaScope {
  return decidesForProduct(all.file) ? productScope(place, all) : dayScope(place, all);
}

/** How many come is asked once a day: by the calendar, and for a product also by its action and its users. */
export function rateScope(channel: string, all: Names): FormulaScope {
  const place = `arrivals.channels.${channel}.rate`;
  const noDraws = 'how many come is drawn around the rate already';
  if (decidesForProduct(all.file)) return { ...productScope(place, all), noDraws };
  const scope = { ...fileScope(place, all), names: new Map(fileScope(place, all).names) };
  withDay(scope);
  return { ...scope, noDraws };
}

/** Rules see what agents see, and parameters. */
export function ruleScope(
  place: string,
  observed: ReadonlyMap<string, VisibleName>,
  all: Names,
): FormulaScope {
  const scope = withParameters(place, all);
  const hidden = sections(all).flatMap(({ key, names }) =>
    ['parameters', 'tables'].includes(key) ? [] : names,
  );
  hide(scope, [...hidden, ...Object.keys(BUILTINS)], 'rules see only what agents see; add it to observe');
  for (const [name, visible] of observed) scope.names.set(name, visible);
  return { ...scope, attributes: [], noDraws: 'a rule decides by what agents see' };
}

/** A number, or a vector of numbers where what a file gives it has a length. */
function variable(source: VisibleName['source'], given: unknown): VisibleName {
  return { source, type: 'number', length: lengthOf(given) };
}

function withParameters(place: string, { file, members, tables }: Names): Scope {
  const names = Object.keys(file.parameters).map((n): [string, VisibleName] => [
    n,
    { source: 'parameter', type: 'number' },
  ]);
  const unavailable = new Map([...tables.keys()].map((name) => [name, `it is a table; read ${name}[…]`]));
  return { place, members, tables, names: new Map(names), unavailable };
}

function withSegment({ names, unavailable }: Scope, { file, segmentProperties }: Names): void {
  for (const name of segmentProperties) names.set(name, { source: 'segment', type: 'number' });
  names.set('segment', { source: 'builtin', type: 'segment' });
  if (file.arrivals) names.set('channel', { source: 'builtin', type: 'channel' });
  else unavailable.set('channel', 'everyone is there from the start; the file has no arrivals');
}

/** The calendar. */
function withDay({ names }: Pick<Scope, 'names'>): void {
  for (const name of ['day', 'weekday', 'yearday']) names.set(name, { source: 'builtin', type: 'number' });
}

function hide({ unavailable }: Scope, names: readonly string[], reason: string): void {
  for (const name of names) unavailable.set(name, reason);
}

function dayVariables({ file }: Names): string[] {
  return Object.keys(file.day).filter((name) => !Object.hasOwn(file.state, name));
}
