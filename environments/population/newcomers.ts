import { exp } from '../random/exp.ts';
import { drawKey, uniformDraw } from '../random/keyedDraw.ts';
import { purposeOf } from '../random/purpose.ts';
import { samplers } from '../random/samplers.ts';
import type { Arrivals, Program } from '../scenario/program.ts';
import { channelKey, referralKey } from './birthKeys.ts';
import type { People } from './people.ts';
import { cumulative, cumulativeShares } from './segmentShares.ts';
import type { Shape } from './shape.ts';
import { SimulationError } from './simulationError.ts';

/** The evening on which newcomers come to one group. */
export interface Evening {
  readonly group: number;
  readonly day: number;
  /** key of the world's random stream */
  readonly seedKey: number;
}

/** Somebody on the way to a row. */
interface Newcomer {
  readonly birth: number;
  readonly segment: number;
  /** number of the way it came */
  readonly channel: number;
  /** row of who brought it; −1 for nobody */
  readonly referrer: number;
  /** index of the founding user it counts with */
  readonly root: number;
}

/** Newcomers by a channel beside each founding user on one day, at most: more is a mistake in the rate. */
const MOST_A_DAY = 100;

function tooMany(channel: string, rate: number, { founders }: Arrivals): string {
  return `arrivals.channels.${channel}.rate became ${rate} a day for ${founders} founding users; it may be at most ${MOST_A_DAY} for each`;
}

/**
 * Lets new users come to a population: by channels, as a Poisson stream beside each founding user, and brought by
 * other users.
 */
export class Newcomers {
  /** who found no place since `reset` */
  turnedAway = 0;
  readonly #arrivals: Arrivals;
  readonly #people: People;
  readonly #shape: Shape;
  readonly #mixes: readonly (readonly number[])[];
  readonly #mix: readonly number[];

  constructor({ segments }: Program, arrivals: Arrivals, people: People, shape: Shape) {
    this.#arrivals = arrivals;
    this.#people = people;
    this.#shape = shape;
    this.#mixes = arrivals.channels.map(({ shares }) => cumulative(shares));
    this.#mix = cumulativeShares(segments);
  }

  /**
   * Bears tonight's newcomers of a group.
   *
   * @param rates newcomers a day by each channel, of a product with `arrivals.founders` users at the start
   * @returns what they cost, currency units
   */
  come(evening: Evening, rates: ArrayLike<number>): number {
    // Who came by a channel cannot bring anybody before having lived a day.
    const room = this.#shape.places - this.#people.born[evening.group];
    const came = this.#byChannels(evening, rates, room);
    const referred = this.#referred(evening, room - came.length);
    return this.#settle(came, evening, false) + this.#settle(referred, evening, true);
  }

  #byChannels(evening: Evening, rates: ArrayLike<number>, room: number): Newcomer[] {
    const came: Newcomer[] = [];
    for (const k of this.#arrivals.channels.keys()) this.#byChannel(k, evening, rates[k], came, room);
    return came;
  }

  /** Most days nobody comes beside a founding user: then one draw is all there is to do. */
  #byChannel(
    k: number,
    { group, day, seedKey }: Evening,
    rate: number,
    came: Newcomer[],
    room: number,
  ): void {
    const { founders, places } = this.#shape;
    const { births } = this.#people;
    const { name } = this.#arrivals.channels[k];
    const mean = rate / this.#arrivals.founders;
    if (!(mean <= MOST_A_DAY)) throw new SimulationError(tooMany(name, rate, this.#arrivals));
    const nobody = exp(-mean);
    if (nobody === 1) return;
    const segmentOf = this.#people.segmentDraw(seedKey);
    const { a, b } = drawKey(seedKey, day, purposeOf(`arrivals.${name}`));
    for (let place = 0; place < founders; place++) {
      const beside = births[group * places + place];
      if (uniformDraw(beside, a, b) < nobody) continue;
      const count = samplers.poisson(beside, a, b, mean);
      for (let order = 0; order < count; order++) {
        if (came.length >= room) {
          this.turnedAway++;
          continue;
        }
        const birth = channelKey(name, day, this.#people.founderNumber(group, place), order);
        const segment = segmentOf(birth, this.#mixes[k]);
        came.push({ birth, segment, channel: k + 1, referrer: -1, root: group * founders + place });
      }
    }
  }

  #referred({ group, day, seedKey }: Evening, room: number): Newcomer[] {
    if (!this.#arrivals.refer) return [];
    const { births, segments, layout, born } = this.#people;
    const [refers, roots] = [layout.u8('refers'), layout.i32('root')];
    const segmentOf = this.#people.segmentDraw(seedKey);
    const { a, b } = drawKey(seedKey, 0, purposeOf('arrivals.likeness.segment'));
    const channel = this.#arrivals.channels.length + 1;
    const first = group * this.#shape.places;
    const came: Newcomer[] = [];
    for (let referrer = first; referrer < first + born[group]; referrer++) {
      for (let order = 0; order < refers[referrer]; order++) {
        if (came.length >= room) {
          this.turnedAway++;
          continue;
        }
        const birth = referralKey(births[referrer], day, order);
        const alike = uniformDraw(birth, a, b) < this.#arrivals.likeness;
        const segment = alike ? segments[referrer] : segmentOf(birth, this.#mix);
        came.push({ birth, segment, channel, referrer, root: roots[referrer] });
      }
    }
    return came;
  }

  /** Gives newcomers the next rows of their group. */
  #settle(settled: readonly Newcomer[], { group, day, seedKey }: Evening, referred: boolean): number {
    const { layout, births, segments, born } = this.#people;
    const { places } = this.#shape;
    const first = group * places + born[group];
    const costs = layout.find('sum_cost');
    let total = 0;
    for (const [k, { birth, segment, channel, referrer, root }] of settled.entries()) {
      const row = first + k;
      births[row] = birth;
      segments[row] = segment;
      layout.i32('born')[row] = day;
      layout.u8('channel')[row] = channel;
      layout.i32('referrer')[row] = referrer;
      layout.i32('root')[row] = root;
      const cost = this.#arrivals.channels[channel - 1]?.cost ?? 0;
      if (costs) costs[row] = cost;
      total += cost;
    }
    if (settled.length > 0) this.#people.bear(group, settled.length, seedKey, day, referred);
    return total;
  }
}
