import { expect } from 'vitest';
import { UNBORN } from '../../../environments/population/people.ts';
import type { PopulationEnvironment } from '../../../environments/population/populationEnvironment.ts';
import { drawKey, drawWord, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { samplers } from '../../../environments/random/samplers.ts';
import type { ExplainedDay } from '../../../environments/scenario/explain.ts';

interface Expected {
  readonly birth: number;
  readonly segment: number;
  readonly channel: number;
  readonly referrer: number | undefined;
  readonly root: number;
}

/**
 * Works out who comes on an evening from the explained day and the rates, and expects them in the next free rows.
 *
 * @returns how many found no place
 */
export function expectedNewcomers(
  environment: PopulationEnvironment,
  lived: readonly (ExplainedDay | undefined)[],
  rates: readonly (readonly number[])[],
  day: number,
): number {
  const { program, shape, births, segments, stages, bornOn, channels } = environment;
  if (!program.arrivals) return 0;
  let turnedAway = 0;
  for (let group = 0; group < shape.groups; group++) {
    const expected = [
      ...byChannels(environment, group, rates[group], day),
      ...byReferral(environment, group, lived, day),
    ];
    const first = group * shape.places;
    for (let place = 0; place < shape.founders; place++)
      expect(environment.roots?.[first + place]).toBe(group * shape.founders + place);
    const rows = Array.from({ length: shape.places }, (_, place) => first + place);
    const before = rows.filter((row) => stages[row] !== UNBORN && bornOn[row] < day).length;
    const settled = expected.slice(0, shape.places - before);
    turnedAway += expected.length - settled.length;
    expect(environment.populated(group) - before, `evening ${day}, group ${group}`).toBe(settled.length);
    for (const [k, { birth, segment, channel, referrer, root }] of settled.entries()) {
      const row = first + before + k;
      const got = [
        births[row],
        segments[row],
        channels?.[row],
        environment.referrerOf(row),
        environment.roots?.[row],
      ];
      expect(got, `evening ${day}, row ${row}`).toEqual([birth, segment, channel, referrer, root]);
    }
  }
  return turnedAway;
}

function byChannels(
  { program, shape, births, seedKey }: PopulationEnvironment,
  group: number,
  rates: readonly number[],
  day: number,
): Expected[] {
  const { channels, founders } = program.arrivals!;
  return channels.flatMap(({ name, shares }, k) => {
    const { a, b } = drawKey(seedKey, day, purposeOf(`arrivals.${name}`));
    return Array.from({ length: shape.founders }, (_, place) => place).flatMap((place) => {
      const beside = births[group * shape.places + place];
      const count = samplers.poisson(beside, a, b, rates[k] / founders);
      const number = group * shape.founders + place;
      return Array.from({ length: count }, (_, order): Expected => {
        const key = drawKey(purposeOf(`arrivals.${name}`), day, order);
        const birth = drawWord(number, key.a, key.b);
        const segment = drawn(shares, uniformOf(seedKey, birth, 'segment'));
        return { birth, segment, channel: k + 1, referrer: undefined, root: number };
      });
    });
  });
}

function byReferral(
  { program, shape, births, segments, roots, seedKey }: PopulationEnvironment,
  group: number,
  lived: readonly (ExplainedDay | undefined)[],
  day: number,
): Expected[] {
  const { refer, likeness, channels } = program.arrivals!;
  if (!refer) return [];
  const rows = Array.from({ length: shape.places }, (_, place) => group * shape.places + place);
  return rows.flatMap((referrer) => {
    const asked = lived[referrer]?.metrics.find(({ name }) => name === 'refer')?.value ?? 0;
    const count = Math.trunc(Math.min(Math.max(asked, 0), 255)) || 0;
    return Array.from({ length: count }, (_, order): Expected => {
      const { a, b } = drawKey(purposeOf('arrivals.refer'), day, order);
      const birth = drawWord(births[referrer], a, b);
      const alike = uniformOf(seedKey, birth, 'arrivals.likeness.segment') < likeness;
      const shares = program.segments.map(({ share }) => share);
      const segment = alike ? segments[referrer] : drawn(shares, uniformOf(seedKey, birth, 'segment'));
      return { birth, segment, channel: channels.length + 1, referrer, root: roots![referrer] };
    });
  });
}

function uniformOf(seedKey: number, birth: number, purpose: string): number {
  const { a, b } = drawKey(seedKey, 0, purposeOf(purpose));
  return uniformDraw(birth, a, b);
}

/** Index of the share that holds a uniform draw. */
function drawn(shares: readonly number[], uniform: number): number {
  const total = shares.reduce((sum, share) => sum + share, 0);
  let rest = uniform * total;
  const index = shares.findIndex((share) => (rest -= share) < 0);
  return index < 0 ? shares.length - 1 : index;
}
