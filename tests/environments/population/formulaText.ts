import fc, { type GeneratorValue } from 'fast-check';

/** What a random formula may use. */
export interface FormulaNames {
  readonly numbers: readonly string[];
  readonly booleans: readonly string[];
  /** closed lists: how to read one, and its members */
  readonly lists: readonly { readonly name: string; readonly members: readonly string[] }[];
  readonly draws: boolean;
  /** vectors, with their numbers of elements */
  readonly vectors: readonly Vector[];
}

export interface Vector {
  readonly name: string;
  readonly length: number;
}

type Write = (g: GeneratorValue, names: FormulaNames, depth: number) => string;

/** A random formula that gives a number or a condition. */
export function formulaText(g: GeneratorValue, names: FormulaNames, depth: number): string {
  return chance(g, 25) ? condition(g, names, depth) : number(g, names, depth);
}

/** A random formula whose value is a condition. */
export function conditionText(g: GeneratorValue, names: FormulaNames, depth: number): string {
  return condition(g, names, depth);
}

const pick = <T>(g: GeneratorValue, list: readonly T[]): T => list[g(fc.nat, list.length - 1)];
const chance = (g: GeneratorValue, percent: number): boolean => g(fc.nat, 99) < percent;

const LITERALS = ['0', '1', '2', '-1', '0.5', '-0.25', '3.7', '1e-3', '12', '-0', '1e3', '0.1'] as const;
const INFINITIES = ['(1 / 0)', '(-1 / 0)'] as const;

const number: Write = (g, names, depth) => {
  if (depth <= 0) return leaf(g, names);
  return pick(g, names.draws ? [...NUMBERS, draw, draw] : NUMBERS)(g, names, depth - 1);
};

const condition: Write = (g, names, depth) => {
  if (depth <= 0) return conditionLeaf(g, names);
  return pick(g, CONDITIONS)(g, names, depth - 1);
};

/** A number, or a condition where a number is expected. */
const value: Write = (g, names, depth) =>
  chance(g, 15) ? condition(g, names, depth) : number(g, names, depth);

/** A condition, or a number where a condition is expected. */
const test: Write = (g, names, depth) =>
  chance(g, 15) ? number(g, names, depth) : condition(g, names, depth);

function leaf(g: GeneratorValue, { numbers }: FormulaNames): string {
  if (chance(g, 1)) return pick(g, INFINITIES);
  return numbers.length > 0 && chance(g, 70) ? pick(g, numbers) : pick(g, LITERALS);
}

function conditionLeaf(g: GeneratorValue, names: FormulaNames): string {
  const kinds = [
    () => pick(g, ['true', 'false']),
    () => `(${leaf(g, names)} ${pick(g, COMPARISONS)} ${leaf(g, names)})`,
    ...(names.booleans.length > 0 ? [() => pick(g, names.booleans), () => pick(g, names.booleans)] : []),
    ...(names.lists.length > 0 ? [() => listText(g, names), () => listText(g, names)] : []),
  ];
  return pick(g, kinds)();
}

function listText(g: GeneratorValue, { lists }: FormulaNames): string {
  const { name, members } = pick(g, lists);
  const sides = [name, pick(g, members)];
  return `(${(chance(g, 30) ? sides.reverse() : sides).join(pick(g, [' == ', ' != ']))})`;
}

const COMPARISONS = ['<', '<=', '>', '>=', '==', '!='] as const;

/** Kept where logarithms, roots and quotients are finite, but for one time in ten. */
const positive: Write = (g, names, depth) =>
  chance(g, 10) ? value(g, names, depth) : `(abs(${value(g, names, depth)}) + 0.1)`;

/** Tables that every random scenario has. */
export const TABLES = {
  line: [3, -1, 0.5],
  grid: [
    [1, 2],
    [0, 4],
    [0.25, -6],
  ],
} as const;

/** An index of a table or vector, inside of it but for one time in a hundred. */
function place(g: GeneratorValue, names: FormulaNames, depth: number, count: number): string {
  const inner = value(g, names, depth);
  return chance(g, 1) ? `0 + ${inner}` : `1 + floor(clamp(${inner}, 0, ${count - 1}))`;
}

/** One element, or something of all elements, of one of the vectors. */
const ofVectors: Write = (g, names, depth) => {
  if (names.vectors.length === 0) return leaf(g, names);
  const { name, length } = pick(g, names.vectors);
  const { line } = TABLES;
  const alike = [...names.vectors, { name: 'line', length: line.length }].filter((v) => v.length === length);
  return pick(g, [
    () => `${name}[${place(g, names, depth, length)}]`,
    () => `${name}[${place(g, names, depth, length)}]`,
    () => `${name}[${1 + g(fc.nat, length - 1)}]`,
    () => `${pick(g, ['sum', 'min', 'max'])}(${name})`,
    () => `dot(${name}, ${pick(g, alike).name})`,
  ])();
};

const NUMBERS: readonly Write[] = [
  ofVectors,
  ofVectors,
  leaf,
  (g, n, d) => `(${value(g, n, d)} ${pick(g, ['+', '-', '*'])} ${value(g, n, d)})`,
  (g, n, d) => `(${value(g, n, d)} ${pick(g, ['+', '-', '*'])} ${value(g, n, d)})`,
  (g, n, d) => `(${value(g, n, d)} ${pick(g, ['/', 'mod', '%'])} ${positive(g, n, d)})`,
  (g, n, d) => `(${value(g, n, d)}) ^ ${g(fc.nat, 4)}`,
  (g, n, d) => `(${pick(g, ['-', '+'])}${value(g, n, d)})`,
  (g, n, d) => `(${condition(g, n, d)} * ${value(g, n, d)})`,
  (g, n, d) => `(${value(g, n, d)} * ${condition(g, n, d)})`,
  (g, n, d) => `(${test(g, n, d)} ? ${value(g, n, d)} : ${value(g, n, d)})`,
  (g, n, d) => `((${test(g, n, d)} ? ${number(g, n, d)} : ${condition(g, n, d)}) * ${leaf(g, n)})`,
  (g, n, d) => `${pick(g, ['abs', 'floor', 'logistic'])}(${value(g, n, d)})`,
  (g, n, d) => `${pick(g, ['sqrt', 'log'])}(${positive(g, n, d)})`,
  (g, n, d) => `exp(min(${value(g, n, d)}, 20))`,
  (g, n, d) => `${pick(g, ['min', 'max'])}(${value(g, n, d)}, ${value(g, n, d)}, ${leaf(g, n)})`,
  (g, n, d) => `${pick(g, ['min', 'max'])}(${value(g, n, d)}, ${leaf(g, n)})`,
  (g, n, d) => `clamp(${value(g, n, d)}, ${leaf(g, n)}, ${leaf(g, n)})`,
  (g, n, d) => `line[${place(g, n, d, 3)}]`,
  (g, n, d) => `grid[${place(g, n, d, 3)}, ${place(g, n, d, 2)}]`,
];

const CONDITIONS: readonly Write[] = [
  conditionLeaf,
  conditionLeaf,
  (g, n, d) => `(${value(g, n, d)} ${pick(g, COMPARISONS)} ${value(g, n, d)})`,
  (g, n, d) =>
    `(${leaf(g, n)} ${pick(g, COMPARISONS)} ${value(g, n, d)} ${pick(g, COMPARISONS)} ${leaf(g, n)})`,
  (g, n, d) => `(${test(g, n, d)} ${pick(g, ['and', 'or', 'xor'])} ${test(g, n, d)})`,
  (g, n, d) => `(not ${test(g, n, d)})`,
  (g, n, d) => `(${test(g, n, d)} ? ${condition(g, n, d)} : ${condition(g, n, d)})`,
  (g, n, d) => (n.draws ? `bernoulli(${probability(g, n, d)})` : conditionLeaf(g, n)),
  (g, n, d) => (n.draws ? `bernoulli(${probability(g, n, d)})` : conditionLeaf(g, n)),
];

const probability: Write = (g, n, d) =>
  pick(g, [
    () => value(g, n, d),
    () => pick(g, ['0.5', '0', '1', '0.2']),
    () => `logistic(${value(g, n, d)})`,
    () => `${condition(g, n, d)} * logistic(${value(g, n, d)})`,
    () => `${value(g, n, d)} * 0.3`,
  ])();

const draw: Write = (g, n, d) =>
  pick(g, [
    () => `normal(${value(g, n, d)}, ${value(g, n, d)})`,
    () => `lognormal(min(${value(g, n, d)}, 5), ${leaf(g, { ...n, numbers: [] })})`,
    () => `uniform(${value(g, n, d)}, ${value(g, n, d)})`,
    () => `poisson(min(${value(g, n, d)}, 50))`,
    () => `exponential(${positive(g, n, d)})`,
    () => `gamma(${positive(g, n, d)}, ${positive(g, n, d)})`,
    () => `beta(${positive(g, n, d)}, ${positive(g, n, d)})`,
    () => `categorical(${value(g, n, d)}, ${value(g, n, d)}, ${leaf(g, n)})`,
    () => `categorical(${leaf(g, n)}, ${value(g, n, d)})`,
    () => `bernoulli(${probability(g, n, d)})`,
  ])();
