import { weekdayOn, yeardayOn } from '../../../../environments/scenario/calendar.ts';
import { checkFormula } from '../../../../environments/scenario/formula.ts';
import { lookUp } from '../../../../environments/scenario/lookUp.ts';
import { READ_ELEMENT } from '../../../../environments/scenario/nodes/element.ts';
import { READ_TABLE } from '../../../../environments/scenario/nodes/lookup.ts';
import { plainFunctions } from '../../../../environments/scenario/plainFunctions.ts';
import { channelNames, FAMILIES, type Program } from '../../../../environments/scenario/program.ts';
import { userScope } from '../../../../src/replay/conditions/conditionScope.ts';
import type { Replay } from '../../../../src/replay/replay.ts';
import type { FormulaNames } from '../../../environments/population/formulaText.ts';

/** What a random condition over users of a program may use. */
export function namesOf(program: Program): FormulaNames {
  const { names, members, attributes } = userScope(program);
  const shown = [...names].filter(([, { type }]) => type in members);
  const lists = shown.map(([name, { type }]) => ({ name, members: members[type as 'stage'] }));
  const plain = [...names].filter(([, { length }]) => length === undefined);
  const vectors = [...names].flatMap(([name, { length }]) => (length ? [{ name, length }] : []));
  return {
    numbers: [
      ...plain.filter(([, { type }]) => type === 'number').map(([name]) => name),
      ...attributes.map((name) => `action.${name}`),
      ...(program.arrivals ? ['channel.cost'] : []),
    ],
    booleans: plain.filter(([, { type }]) => type === 'boolean').map(([name]) => name),
    lists: [...lists, { name: 'action.family', members: FAMILIES }],
    draws: false,
    vectors,
  };
}

/** A formula over users evaluated by mathjs for one of them, with values that are looked up one by one. */
export function readWithMathjs(
  program: Program,
  text: string,
  replay: Replay,
  day: number,
  row: number,
): number | boolean {
  const formula = checkFormula(text, userScope(program), (_, message) => {
    throw new Error(`${text}: ${message}`);
  });
  if (!formula) throw new Error(text);
  const tables = new Map(program.tables.map((table) => [table.name, table]));
  const scope = new Map<string, unknown>([
    ...Object.entries(plainFunctions),
    ...valuesOf(program, replay, day, row),
  ]);
  scope.set(READ_TABLE, (name: string, ...places: number[]) => {
    const table = tables.get(name);
    return table ? lookUp(table, places.map(Number)) : Number.NaN;
  });
  scope.set(
    READ_ELEMENT,
    (name: string, _: number, place: number) => scope.get(`${name}[${Number(place)}]`) ?? Number.NaN,
  );
  return formula.math.compile().evaluate(scope as never) as number | boolean;
}

/** Later ones stand before earlier ones where they have the same name. */
function valuesOf(program: Program, replay: Replay, day: number, row: number): [string, unknown][] {
  const { stages, actions, rewards, bornOn = 0, leftOn, segment, channel } = replay.life(row);
  const evening = replay.evening(day);
  const product = program.decision ? Math.floor((row * evening.rewards.length) / replay.people) : row;
  const action = day > 0 && stages[day - 1] !== 255 ? actions[day] : 0;
  const reward = program.decision ? evening.rewards[product] : rewards[day];
  const columns = [...program.traits, ...program.state].map(({ name }): [string, number] => [
    name,
    evening.column(name)[row],
  ]);
  const value = evening.column('sum_return')[product];
  return [
    ...Object.entries({ reward, value, ltv: value, user: row, left: leftOn === day }),
    ['here', leftOn === undefined || leftOn > day],
    ['leaves', leftOn === undefined ? Number.POSITIVE_INFINITY : leftOn - day],
    ['moved', day > bornOn && stages[day] !== stages[day - 1]],
    ...seen(program, evening.observation.features, product),
    ...Object.entries({ day, tenure: day - bornOn, stage: stages[day], segment, channel, action }),
    ['weekday', weekdayOn(program.starts, day)],
    ['yearday', yeardayOn(program.starts?.number, day)],
    [
      'channel.cost',
      program.arrivals?.channels.find(({ name }) => name === channelNames(program.arrivals)[channel])?.cost ??
        0,
    ],
    ['action.family', FAMILIES.indexOf(program.actions[action].family)],
    ...Object.entries(program.actions[action].attributes).map(
      ([name, of]) => [`action.${name}`, of] as [string, number],
    ),
    ...columns,
    ...Object.entries(program.segments[segment].properties),
    ...program.parameters.map(({ name, value }): [string, number] => [name, value]),
  ];
}

function seen({ observe }: Program, features: Float32Array, decider: number): [string, unknown][] {
  const widths = observe.map(({ members }) => members?.length ?? 1);
  const width = widths.reduce((sum, one) => sum + one, 0);
  const own = features.subarray(decider * width, (decider + 1) * width);
  let at = 0;
  return observe.map(({ name, members }, k) => {
    const part = own.subarray(at, at + widths[k]);
    at += widths[k];
    return [name, members ? part.indexOf(1) : part[0]];
  });
}
