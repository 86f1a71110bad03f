import { describe, expect, it } from 'vitest';
import { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import type { Program } from '../../../environments/scenario/program.ts';
import { compatible } from '../../support/chiSquare.ts';
import { poissonProbabilities } from '../random/laws.ts';
import { load } from '../scenario/smallScenario.ts';

/** Newcomers are counted by the founding user they came beside: a world in which nothing else happens. */
function world(arrivals: string, horizon = 30): Program {
  return load(`
title: t
story: s
horizon: ${horizon}
segments: { one: { share: 0.5 }, two: { share: 0.3 }, three: { share: 0.2 } }
traits: { taste: "normal(1, 2)", kind: "categorical(1, 2, 1)", luck: "uniform(0, 1)", both: taste + luck, half: 0.5 }
actions: { none: {} }
arrivals: ${arrivals}
reward: { r: 0 }
observe: {}
`);
}

interface Person {
  readonly day: number;
  readonly channel: number;
  readonly root: number;
  readonly segment: number;
  readonly birth: number;
  readonly referrer: number | undefined;
  readonly traits: Readonly<Record<string, number>>;
}

function everybody(program: Program, users: number, seed = 'laws'): Person[] {
  const environment = new PopulationEnvironment(program, { users });
  environment.reset(seed);
  const { rows } = environment.shape;
  for (let day = 1; day <= program.horizon; day++) environment.step(new Uint8Array(rows));
  expect(environment.turnedAway).toBe(0);
  return Array.from({ length: environment.populated(0) }, (_, row) => ({
    day: environment.bornOn[row],
    channel: environment.channels![row],
    root: environment.roots![row],
    segment: environment.segments[row],
    birth: environment.births[row],
    referrer: environment.referrerOf(row),
    traits: Object.fromEntries(program.traits.map(({ name }) => [name, environment.column(name)[row]])),
  }));
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function correlation(x: readonly number[], y: readonly number[]): number {
  const [a, b] = [mean(x), mean(y)];
  const over = (f: (k: number) => number) => mean(x.map((_, k) => f(k)));
  const covariance = over((k) => (x[k] - a) * (y[k] - b));
  return covariance / Math.sqrt(over((k) => (x[k] - a) ** 2) * over((k) => (y[k] - b) ** 2));
}

const USERS = 600;
const DAYS = 30;
const CHANNELS = world(
  '{ founders: 100, room: 50, channels: { a: { rate: 20 }, b: { rate: "weekday == 7 ? 140 : 0", segments: { two: 0.25, three: 0.75 } } } }',
);
const came = everybody(CHANNELS, USERS).filter(({ channel }) => channel > 0);
const MEANS = [0.2, 1.4];

/** How many of `cells` have 0, 1, 2, … in them. */
function histogram(counts: readonly number[], most: number): number[] {
  return Array.from({ length: most + 1 }, (_, k) => counts.filter((c) => Math.min(c, most) === k).length);
}

describe('arrivals by channels', () => {
  it.each([1, 2])(
    'are Poisson beside every founding user on every day with the stated mean: channel %d',
    (channel) => {
      const days = Array.from({ length: DAYS }, (_, k) => k + 1).filter(
        (day) => channel === 1 || day % 7 === 0,
      );
      const counts = new Map(
        days.flatMap((day) => Array.from({ length: USERS }, (_, u) => [`${day} ${u}`, 0])),
      );
      for (const p of came.filter((person) => person.channel === channel)) {
        const cell = `${p.day} ${p.root}`;
        expect(counts.has(cell), cell).toBe(true);
        counts.set(cell, counts.get(cell)! + 1);
      }
      const law = poissonProbabilities(MEANS[channel - 1], 7).slice(0, 7);
      const expected = [...law, 1 - law.reduce((sum, p) => sum + p, 0)].map((p) => p * counts.size);
      expect(compatible(histogram([...counts.values()], 7), expected)).toBe(true);
      for (const of of [0, 1]) {
        // Summed over days, or over users, counts are Poisson again if they are independent.
        const sums = new Map<string, number>();
        for (const [cell, count] of counts) {
          const key = cell.split(' ')[of];
          sums.set(key, (sums.get(key) ?? 0) + count);
        }
        const values = [...sums.values()];
        const index = values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0) / mean(values);
        const z = (index - (values.length - 1)) / Math.sqrt(2 * (values.length - 1));
        expect(Math.abs(z)).toBeLessThan(4.5);
      }
    },
  );

  it('of one day tell nothing of those of the next, nor those of one channel of the other', () => {
    const counts = (channel: number, day: number) => {
      const list = new Array<number>(USERS).fill(0);
      for (const p of came) if (p.channel === channel && p.day === day) list[p.root]++;
      return list;
    };
    const pairs = [
      [1, 3, 1, 4],
      [1, 7, 2, 7],
      [2, 7, 2, 14],
      [1, 10, 1, 17],
    ] as const;
    for (const [a, on, b, then] of pairs)
      expect(Math.abs(correlation(counts(a, on), counts(b, then)))).toBeLessThan(4.5 / Math.sqrt(USERS));
  });

  it.each([
    [1, [0.5, 0.3, 0.2]],
    [2, [0, 0.25, 0.75]],
  ])('are of the segments that channel %d brings', (channel, shares) => {
    const people = came.filter((person) => person.channel === channel);
    const counts = shares.map((_, segment) => people.filter((p) => p.segment === segment).length);
    expect(
      compatible(
        counts,
        shares.map((share) => share * people.length),
      ),
    ).toBe(true);
  });

  it('have birth keys of their own, but for as many as chance makes alike', () => {
    const crowd = world('{ founders: 1, room: 50, channels: { a: { rate: 8 }, b: { rate: 8 } } }', 3);
    const births = everybody(crowd, 2_000).map(({ birth }) => birth);
    const alike = births.length - new Set(births).size;
    const expected = births.length ** 2 / 2 ** 33;
    expect(births.length).toBeGreaterThan(90_000);
    expect(Math.abs(alike - expected)).toBeLessThan(1 + 5 * Math.sqrt(expected));
  });
});

describe('arrivals by referral', () => {
  const likeness = 0.6;
  const people = everybody(
    world(`{ founders: 100, room: 20, channels: {}, refer: "bernoulli(0.05)", likeness: ${likeness} }`),
    1_200,
  );
  const pairs = people.flatMap((p) => (p.referrer === undefined ? [] : [[people[p.referrer], p] as const]));

  it('come later than who brought them, and count with the same founding user', () => {
    expect(pairs.length).toBeGreaterThan(3_000);
    for (const [referrer, p] of pairs) {
      expect(p.day).toBeGreaterThan(referrer.day);
      expect([p.root, p.channel]).toEqual([referrer.root, 1]);
    }
    expect(pairs.length).toBe(people.filter(({ channel }) => channel > 0).length);
  });

  it('keep the law of every drawn trait and of the segment', () => {
    const referred = pairs.map(([, p]) => p);
    const kinds = [1, 2, 3].map((kind) => referred.filter(({ traits }) => traits['kind'] === kind).length);
    // Who was referred by the same people is alike, so these vary more than independent people's would.
    for (const [k, share] of [0.25, 0.5, 0.25].entries())
      expect(Math.abs(kinds[k] / referred.length - share)).toBeLessThan(0.06);
    expect(Math.abs(mean(referred.map(({ traits }) => traits['taste'])) - 1)).toBeLessThan(0.3);
    expect(Math.abs(mean(referred.map(({ segment }) => Number(segment === 0))) - 0.5)).toBeLessThan(0.06);
  });

  it.each(['taste', 'kind', 'luck'])('share the drawn trait %s as often as the likeness says', (trait) => {
    const [theirs, own] = [0, 1].map((k) => pairs.map((pair) => pair[k].traits[trait]));
    expect(Math.abs(correlation(theirs, own) - likeness)).toBeLessThan(0.08);
    const same = theirs.filter((value, k) => value === own[k]).length / pairs.length;
    const byChance = trait === 'kind' ? 0.375 : 0;
    expect(Math.abs(same - (likeness + (1 - likeness) * byChance))).toBeLessThan(0.04);
  });

  it('share traits one by one, and the segment likewise', () => {
    const alike = (trait: string) => pairs.map(([a, b]) => Number(a.traits[trait] === b.traits[trait]));
    const bound = 4.5 / Math.sqrt(pairs.length);
    expect(Math.abs(correlation(alike('taste'), alike('luck')))).toBeLessThan(bound);
    const segments = pairs.map(([a, b]) => Number(a.segment === b.segment));
    expect(Math.abs(mean(segments) - (likeness + (1 - likeness) * 0.38))).toBeLessThan(0.04);
    expect(Math.abs(correlation(segments, alike('luck')))).toBeLessThan(bound);
  });

  it('compute derived traits from their own', () => {
    for (const { traits } of people)
      expect(Math.abs(traits['both'] - (traits['taste'] + traits['luck']))).toBeLessThan(1e-5);
    expect(people.every(({ traits }) => traits['half'] === 0.5)).toBe(true);
  });
});
