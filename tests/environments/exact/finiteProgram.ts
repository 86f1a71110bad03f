import fc, { type GeneratorValue } from 'fast-check';

const pick = <T>(g: GeneratorValue, list: readonly T[]): T => list[g(fc.nat, list.length - 1)];
const chance = (g: GeneratorValue, percent: number): boolean => g(fc.nat, 99) < percent;
const whole = (g: GeneratorValue, min: number, max: number): number => g(fc.integer, { min, max });
const quarter = (g: GeneratorValue): number => whole(g, -12, 12) / 4;

/** What formulas of a program may use, at some point of its day. */
interface Names {
  /** variables with whole numbers */
  readonly wholes: readonly string[];
  readonly conditions: readonly string[];
  readonly draws: boolean;
}

function condition(g: GeneratorValue, names: Names): string {
  const options = [
    () => `${number(g, names, 0)} ${pick(g, ['<', '<=', '>', '==', '!='])} ${whole(g, -1, 3)}`,
    () => `not (${number(g, names, 0)} == ${whole(g, 0, 2)})`,
    () => `${number(g, names, 0)} < ${number(g, names, 0)} <= ${whole(g, 1, 3)}`,
    ...(names.conditions.length > 0
      ? [() => pick(g, names.conditions), () => pick(g, names.conditions)]
      : []),
    ...(names.draws ? [() => `bernoulli(${probability(g, names)})`] : []),
  ];
  return `(${pick(g, options)()})`;
}

function probability(g: GeneratorValue, names: Names): string {
  const plain = { ...names, draws: false };
  return pick(g, [
    () => String(whole(g, 0, 8) / 8),
    () => `logistic(${number(g, plain, 1)} / 2)`,
    () => `0.3 * ${condition(g, plain)} + 0.2`,
    () => `0.2 * ${number(g, plain, 0)}`,
  ])();
}

/** A formula whose values are whole numbers. */
function number(g: GeneratorValue, names: Names, depth: number): string {
  if (depth === 0)
    return names.wholes.length > 0 && chance(g, 75) ? pick(g, names.wholes) : String(whole(g, -1, 2));
  const part = () => number(g, names, depth - 1);
  const options = [
    () => `(${part()} + ${part()})`,
    () => `(${part()} - ${part()})`,
    () => `(${condition(g, names)} * ${part()})`,
    () => `(${condition(g, names)} ? ${part()} : ${part()})`,
    () => `max(${part()}, ${part()})`,
    () => `abs(${part()})`,
    ...(names.draws ? [() => draw(g, names), () => draw(g, names)] : []),
  ];
  return pick(g, options)();
}

function draw(g: GeneratorValue, names: Names): string {
  return pick(g, [
    () => `bernoulli(${probability(g, names)})`,
    () => `(categorical(${whole(g, 0, 2)}, 1, ${whole(g, 0, 3) / 2}) - 2)`,
    () => `floor(uniform(${quarter(g)}, ${whole(g, 0, 3) + 0.5}))`,
    () => `(${condition(g, names)} ? categorical(1, 3) : floor(uniform(0, 2)))`,
  ])();
}

/** A formula kept within a range of whole numbers. */
function within(g: GeneratorValue, names: Names, high: number): string {
  const text = number(g, names, 2);
  return pick(g, [
    `clamp(${text}, 0, ${high})`,
    `(${text}) mod ${high + 1}`,
    `min(max(${text}, 0), ${high})`,
  ]);
}

/** A random scenario that is a finite decision process, as YAML (in its JSON form). */
export function finiteProgram(g: GeneratorValue): string {
  const segments = chance(g, 40) ? { few: { share: 0.25, lean: 1 }, many: { share: 0.75, lean: 0 } } : {};
  const lean = Object.keys(segments).length > 0 ? ['lean'] : [];
  const traits = chance(g, 40)
    ? {
        habit: pick(g, [
          'bernoulli(0.25)',
          'categorical(1, 2) - 1',
          `2 * ${lean[0] ?? 1}`,
          'floor(uniform(0, 2.5))',
        ]),
      }
    : {};
  const born: Names = { wholes: [...lean, ...Object.keys(traits)], conditions: [], draws: true };
  const highs: Record<string, number> = Object.fromEntries(
    ['x', 'y'].slice(0, whole(g, 1, 2)).map((name) => [name, whole(g, 1, 3)]),
  );
  const share = chance(g, 30);
  const vector = chance(g, 20) ? ['vector[1]', 'vector[2 - (x > 0)]', 'sum(vector)'] : [];
  const state = {
    ...Object.fromEntries(
      Object.entries(highs).map(([name, high]) => [name, { value: within(g, born, high), range: [0, high] }]),
    ),
    ...(vector.length > 0 && {
      vector: { length: 2, value: `index - ${whole(g, 1, 2)} > 0`, range: [0, 1] },
    }),
    ...(share && { part: { value: 0.25, values: [-0.5, 0.25, 0.7] } }),
  };
  const weekly = chance(g, 25) ? [pick(g, ['weekday', 'weekday', '(yearday mod 3)'])] : [];
  const overnight: Names = {
    wholes: [...born.wholes, ...Object.keys(highs), ...vector, ...weekly],
    conditions: share ? ['part > 0.5'] : [],
    draws: false,
  };
  const stages = chance(g, 50) ? ['fresh', 'known', 'gone'] : ['here', 'gone'];
  const actions = ['none', 'push', 'pull'].slice(0, whole(g, 1, 3));
  const when = () => pick(g, [condition(g, overnight), condition(g, overnight), `stage == ${stages[0]}`]);
  const morning: Names = {
    wholes: [...overnight.wholes, 'action.by'],
    conditions: [
      ...overnight.conditions,
      `stage == ${stages[0]}`,
      `action == ${actions[actions.length - 1]}`,
    ],
    draws: true,
  };
  const visit = `bernoulli(${probability(g, morning)})`;
  const count = draw(g, { ...morning, conditions: [...morning.conditions, 'visit'] });
  const today: Names = {
    ...morning,
    wholes: [...morning.wholes, 'count'],
    conditions: [...morning.conditions, 'visit'],
  };
  const evening: Names = {
    ...today,
    conditions: today.conditions.filter((text) => !text.startsWith('stage')),
    draws: chance(g, 50),
  };
  const watched = pick(g, [['x'], ['x', 'seen'], ['seen', 'phase'], ['x', 'doing'], ['x', 'weekly']]);
  return JSON.stringify({
    title: 'finite',
    story: 'a random finite program',
    horizon: whole(g, 1, 7),
    ...(chance(g, 50) && { starts: pick(g, ['2024-12-29', '2026-09-10']) }),
    objective: { criterion: 'horizon', discount: pick(g, [1, 1, 0.9, 0.5]) },
    segments,
    traits,
    state,
    actions: Object.fromEntries(
      actions.map((name, k) => [
        name,
        { by: k === 0 ? 0 : whole(g, -1, 2), cost: k / 2, ...(chance(g, 30) && { when: when() }) },
      ]),
    ),
    day: {
      visit,
      count,
      ...Object.fromEntries(Object.entries(highs).map(([name, high]) => [name, within(g, today, high)])),
      ...(vector.length > 0 && {
        vector: within(g, { ...evening, wholes: ['index', 'count', 'vector[3 - index]'], draws: false }, 1),
      }),
      ...(share && { part: `visit ? 0.7 : ${condition(g, today)} ? -0.5 : part` }),
      spend: pick(g, [
        'visit * lognormal(0, 0.5)',
        'normal(count, 2)',
        'exponential(2) + visit',
        'poisson(1 + visit)',
        'gamma(2, 2) * count',
      ]),
    },
    lifecycle: {
      ...Object.fromEntries(
        stages.slice(0, -1).map((name, k) => [
          name,
          {
            [stages[k + 1]]: `0.4 * ${condition(g, evening)}`,
            ...(stages.length === 3 && { [k === 0 ? 'gone' : 'fresh']: '0.1 * visit + 0.05' }),
          },
        ]),
      ),
      gone: {},
    },
    reward: {
      plain: number(g, evening, 2),
      spend: `${quarter(g)} * spend`,
      ...(share && { part: 'part * count' }),
      stay: `0.5 * (stage != gone)`,
      cost: '-action.cost',
    },
    observe: {
      x: 'x',
      ...(watched.includes('seen') && { seen: { value: '0.75 * visit + count', bins: [0, 0.75, 1] } }),
      ...(watched.includes('phase') && { phase: 'stage' }),
      ...(watched.includes('doing') && { doing: 'action' }),
      ...(watched.includes('weekly') && { weekly: { value: 'weekday', bins: [1, 6] } }),
    },
    rules: {
      sure: { about: 'by x', choose: [{ when: `x > ${whole(g, 0, 1)}`, do: actions[actions.length - 1] }] },
      drawn: {
        about: 'by chance',
        choose: [
          { when: 'x == 0', do: Object.fromEntries(actions.map((name) => [name, `1 / ${actions.length}`])) },
          { do: actions[0] },
        ],
      },
    },
  });
}
