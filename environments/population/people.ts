import { drawKey, uniformDraw } from '../random/keyedDraw.ts';
import { purposeOf } from '../random/purpose.ts';
import type { Program } from '../scenario/program.ts';
import { founderKeys } from './birthKeys.ts';
import { type KernelOutput, outputColumns, outputOf } from './kernelOutput.ts';
import { type Layout, layOut } from './layout.ts';
import { type BoundKernel, birthKernel, dayKernel, kernelColumns } from './populationKernel.ts';
import { runKernel, type Stretch } from './runKernel.ts';
import { cumulativeShares, segmentAt } from './segmentShares.ts';
import type { Shape } from './shape.ts';

/** Stage of a row in which nobody has been born yet. */
export const UNBORN = 255;

const SEGMENT_PURPOSE = purposeOf('segment');

/** Who the users of a population are. */
export interface PeopleOptions {
  /** number of the first founding user */
  readonly firstUser: number;
  /** number of the user in a row as errors tell it; undefined: from `firstUser` on */
  readonly numberOf: ((row: number) => number) | undefined;
  /** keep sums of return, cost, contacts and metrics */
  readonly measured: boolean;
}

/** The users of a population: their columns, and the kernels of a birth and of a day over them. */
export class People {
  readonly layout: Layout;
  /** rows of each group in which somebody was born */
  readonly born: Int32Array;
  /** number of the first founding user, from the next birth on */
  firstUser: number;
  readonly #numberOf: ((row: number) => number) | undefined;
  readonly #program: Program;
  readonly #shape: Shape;
  readonly #outputs: readonly [KernelOutput, KernelOutput];
  readonly #birth: BoundKernel;
  readonly #referredBirth: BoundKernel | undefined;
  readonly #live: BoundKernel;
  readonly #shares: readonly number[];

  constructor(program: Program, shape: Shape, { firstUser, numberOf, measured }: PeopleOptions) {
    this.#program = program;
    this.#shape = shape;
    this.firstUser = firstUser;
    this.#numberOf = numberOf;
    this.layout = layOut([...kernelColumns(program, { measured }), ...outputColumns(program)], shape.rows);
    this.born = new Int32Array(shape.groups);
    this.#outputs = [outputOf(this.layout, 0), outputOf(this.layout, 1)];
    this.#birth = birthKernel(program, this.layout);
    this.#referredBirth = program.arrivals?.refer && birthKernel(program, this.layout, { referred: true });
    this.#live = dayKernel(program, this.layout, { measured });
    this.#shares = cumulativeShares(program.segments);
  }

  get stages(): Uint8Array {
    return this.layout.u8('stage');
  }

  get segments(): Uint8Array {
    return this.layout.u8('segment');
  }

  get births(): Int32Array {
    return this.layout.i32('birth');
  }

  /** What the kernels wrote on the evening of a day. */
  output(day: number): KernelOutput {
    return this.#outputs[day % 2];
  }

  /** Number of a founding user among all there could be, by group and place. */
  founderNumber(group: number, place: number): number {
    return this.firstUser + group * this.#shape.founders + place;
  }

  /** Bears the founding users, with a birth key from how they came and a segment. */
  found(seedKey: number): void {
    const { groups, founders, places } = this.#shape;
    const { births, segments } = this;
    const root = this.layout.find('root');
    new Uint8Array(this.layout.buffer).fill(0);
    this.born.fill(0);
    if (this.#program.arrivals) this.stages.fill(UNBORN);
    const keyOf = founderKeys();
    const segmentOf = this.segmentDraw(seedKey);
    for (let group = 0; group < groups; group++) {
      for (let place = 0; place < founders; place++) {
        const row = group * places + place;
        births[row] = keyOf(this.founderNumber(group, place));
        segments[row] = segmentOf(births[row], this.#shares);
        if (root) root[row] = group * founders + place;
      }
    }
    for (let group = 0; group < groups; group++) this.bear(group, founders, seedKey, 0);
  }

  /** Draws the segment of a user by its birth key, from cumulative shares. */
  segmentDraw(seedKey: number): (birth: number, shares: readonly number[]) => number {
    const { a, b } = drawKey(seedKey, 0, SEGMENT_PURPOSE);
    return (birth, shares) => segmentAt(shares, uniformDraw(birth, a, b));
  }

  /**
   * Gives the next `count` rows of a group traits, state and a first observation; how they came is in their columns.
   *
   * @param referred whether other users brought them
   */
  bear(group: number, count: number, seedKey: number, day: number, referred = false): void {
    const from = group * this.#shape.places + this.born[group];
    const kernel = referred && this.#referredBirth ? this.#referredBirth : this.#birth;
    this.born[group] += count;
    runKernel(kernel, { from, to: from + count, day, seedKey }, NO_ACTIONS, this.output(day), this);
  }

  /** Lives one day of everyone who was born; one action for each row. */
  live(actions: Uint8Array, seedKey: number, day: number): void {
    for (const [group, count] of this.born.entries()) {
      const from = group * this.#shape.places;
      this.liveRows({ from, to: from + count, day, seedKey }, actions);
    }
  }

  /** Lives one day of some who were born. */
  liveRows(stretch: Stretch, actions: Uint8Array): void {
    runKernel(this.#live, stretch, actions, this.output(stretch.day), this);
  }

  /** Finds out from restored columns who was born. */
  recount(): void {
    const { groups, places } = this.#shape;
    for (let group = 0; group < groups; group++) {
      const stages = this.stages.subarray(group * places, (group + 1) * places);
      const first = this.#program.arrivals ? stages.indexOf(UNBORN) : -1;
      this.born[group] = first < 0 ? places : first;
    }
  }

  /** Where a state or reward stopped being a finite number, in words. */
  notFinite(day: number): string {
    const { traits, state, name: scenario } = this.#program;
    const columns = [...traits, ...state].map(({ name }) => ({ name, values: this.layout.f32(`c_${name}`) }));
    for (const { name, values } of [...columns, { name: 'reward', values: this.output(day).rewards }]) {
      const row = values.findIndex((value) => !Number.isFinite(value));
      if (row < 0) continue;
      const user = this.#numberOf?.(row) ?? this.firstUser + row;
      const where = `scenario ${scenario}, day ${day}, user ${user}`;
      return `${where}: ${name} became ${values[row]}; keep it finite with clamp, min or max`;
    }
    return `scenario ${scenario}, day ${day}: a value is not finite`;
  }
}

const NO_ACTIONS = new Uint8Array(0);
