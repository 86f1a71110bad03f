import fc, { type GeneratorValue } from 'fast-check';
import { conditionText, type FormulaNames, formulaText } from './formulaText.ts';
import { scenarioText } from './scenarioText.ts';

const pick = <T>(g: GeneratorValue, list: readonly T[]): T => list[g(fc.nat, list.length - 1)];
const chance = (g: GeneratorValue, percent: number): boolean => g(fc.nat, 99) < percent;

type Section = Record<string, unknown>;
/** A scenario file, as far as it is rewritten here. */
interface File extends Record<string, unknown> {
  readonly parameters: Section;
  readonly segments: Readonly<Record<string, Section>>;
  readonly traits: Section;
  readonly state: Section;
  readonly actions: Readonly<Record<string, Section>>;
  readonly lifecycle: Section;
  readonly reward: Section;
  readonly observe: Section;
  readonly metrics: Section;
}

/** A random valid scenario in which new users come, read by `channel`; some are decided for as whole products. */
export function openText(g: GeneratorValue): string {
  const file = JSON.parse(scenarioText(g)) as File;
  const product = chance(g, 50);
  const channels = ['search', 'social', 'letters'].slice(0, g(fc.nat, 3));
  const names = namesOf(file, channels);
  const everyday = { ...names.calendar, draws: false };
  const asked = product ? productNames(g, names.user, names.calendar) : names.user;
  const number = (of: FormulaNames) => formulaText(g, of, 2);
  const part = () => `clamp(${number(asked)}, -20, 20)`;
  const open = {
    ...file,
    traits: {
      ...file.traits,
      seen: formulaText(g, names.birth, 2),
      copied: 'normal(0, 1)',
      derived: '2 * copied',
    },
    reward: product ? { part: part(), other: part() } : { ...file.reward, part: part() },
    observe: product
      ? {
          figure: number(asked),
          held: conditionText(g, asked, 1),
          binned: { value: number(asked), bins: [0, 1] },
        }
      : { ...file.observe, way: 'channel', figure: number(asked) },
    metrics: product ? { figure: number(asked) } : { ...file.metrics, figure: number(asked) },
    arrivals: {
      founders: pick(g, [2, 6]),
      room: pick(g, [0, 0.5, 3]),
      likeness: pick(g, [0, 0.5, 1, '1 / 3']),
      channels: Object.fromEntries(
        channels.map((name) => [name, channel(g, file, product ? asked : everyday)]),
      ),
      ...(channels.length === 0 || chance(g, 60) ? { refer: `min(${number(names.user)}, 2)` } : {}),
    },
  };
  return JSON.stringify(product ? wholeProduct(open) : open);
}

function namesOf(file: File, channels: readonly string[]) {
  const [parameters, actions] = [Object.keys(file.parameters), Object.keys(file.actions)];
  const segments = Object.keys(file.segments);
  const ofSegment = { name: 'segment', members: segments.length > 0 ? segments : ['everyone'] };
  const ofChannel = { name: 'channel', members: ['founders', ...channels, 'referral'] };
  const calendar = [...parameters, 'day', 'weekday'];
  const user = [...scalarsOf(file.traits), ...scalarsOf(file.state), 'tenure', 'channel.cost', 'action.cost'];
  const vectors = [...vectorsOf(file.traits), ...vectorsOf(file.state)];
  const lists = [
    ...[ofSegment, ofChannel, { name: 'stage', members: Object.keys(file.lifecycle) }],
    { name: 'action', members: actions },
  ];
  return {
    calendar: { numbers: calendar, booleans: [], lists: [], vectors: [], draws: true },
    birth: {
      numbers: [...parameters, 'channel.cost'],
      booleans: [],
      lists: [ofSegment, ofChannel],
      vectors: [],
      draws: true,
    },
    user: {
      numbers: [...calendar, ...user, 'seen', 'copied', 'derived'],
      booleans: [],
      lists,
      vectors,
      draws: true,
    },
  } as const;
}

function vectorsOf(section: Readonly<Record<string, unknown>>): { name: string; length: number }[] {
  return Object.entries(section).flatMap(([name, given]) => {
    const length = (given as { length?: unknown } | null)?.length;
    return typeof given === 'object' && typeof length === 'number' ? [{ name, length }] : [];
  });
}

function scalarsOf(section: Readonly<Record<string, unknown>>): string[] {
  const vectors = vectorsOf(section).map(({ name }) => name);
  return Object.keys(section).filter((name) => !vectors.includes(name));
}

/** What is known of a whole product: some figures over its users. */
function productNames(g: GeneratorValue, user: FormulaNames, calendar: FormulaNames): FormulaNames {
  const plain = { ...user, draws: false };
  const figures = Array.from({ length: 4 }, () =>
    chance(g, 40)
      ? `share(${chance(g, 40) ? formulaText(g, plain, 2) : conditionText(g, plain, 2)})`
      : `${pick(g, ['mean', 'total'])}(clamp(${formulaText(g, plain, 2)}, -50, 50))`,
  );
  const lists = user.lists.filter(({ name }) => name === 'action');
  return { ...calendar, numbers: [...calendar.numbers, 'action.cost', ...figures], lists };
}

function channel(g: GeneratorValue, { segments }: File, names: FormulaNames): unknown {
  const known = Object.keys(segments);
  const [first, last] = [known[0], known[known.length - 1]];
  const mix = pick(g, [{ [first]: 1 }, first === last ? { [first]: 1 } : { [first]: 0.25, [last]: 0.75 }]);
  return {
    rate: `clamp(${formulaText(g, { ...names, draws: false }, 2)}, -1, 4)`,
    ...(chance(g, 60) ? { cost: pick(g, [0.5, 2, '1 / 3']) } : {}),
    ...(known.length > 0 && chance(g, 50) ? { segments: mix } : {}),
  };
}

function wholeProduct({ visit: _, ...file }: File & Record<string, unknown>): unknown {
  const actions = Object.entries(file.actions).map(([name, { when: __, ...action }]) => [name, action]);
  return { ...file, actions: Object.fromEntries(actions), decision: { by: 'product', users: 3, every: 2 } };
}
