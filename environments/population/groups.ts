import { drawKey, drawWord } from '../random/keyedDraw.ts';
import { purposeOf } from '../random/purpose.ts';
import type { Program } from '../scenario/program.ts';
import { figureColumn } from './groupGraph.ts';
import { type KernelOutput, outputColumns, outputOf } from './kernelOutput.ts';
import { type ColumnSpec, type Layout, layOut } from './layout.ts';
import type { People } from './people.ts';
import { type BoundKernel, bind } from './populationKernel.ts';
import { printGroup } from './printGroup.ts';
import { runKernel } from './runKernel.ts';
import type { Shape } from './shape.ts';

const PRODUCT_PURPOSE = purposeOf('product');

/**
 * What there is once for each group of users: how many come, and where one decision is taken for a whole product, its
 * figures, reward and observation.
 */
export class Groups {
  readonly layout: Layout;
  readonly #program: Program;
  readonly #shape: Shape;
  readonly #outputs: readonly [KernelOutput, KernelOutput];
  readonly #kernel: BoundKernel;
  readonly #earned: Float64Array;
  #worth = 1;

  constructor(program: Program, shape: Shape, { measured }: { readonly measured: boolean }) {
    this.#program = program;
    this.#shape = shape;
    this.layout = layOut(groupColumns(program, measured), shape.groups);
    this.#outputs = [outputOf(this.layout, 0), outputOf(this.layout, 1)];
    this.#earned = new Float64Array(shape.groups);
    this.#kernel = bind(printGroup(program, { measured }), this.layout);
  }

  /** What the last day wrote to one of the two sets. */
  output(set: 0 | 1): KernelOutput {
    return this.#outputs[set];
  }

  /** Newcomers a day by each channel of a group; a view. */
  rates(group: number): Float64Array {
    const count = this.#program.arrivals?.channels.length ?? 0;
    return count === 0 ? NO_RATES : this.layout.f64('rates').subarray(group * count, (group + 1) * count);
  }

  /** Begins an episode: products are born, and nothing was earned yet. */
  found(firstGroup: number, people: People, seedKey: number): void {
    new Uint8Array(this.layout.buffer).fill(0);
    const births = this.layout.i32('birth');
    const { a, b } = drawKey(PRODUCT_PURPOSE, 0, 0);
    for (let group = 0; group < births.length; group++) births[group] = drawWord(firstGroup + group, a, b);
    if (!this.#program.decision) return;
    this.evening(people, new Uint8Array(births.length), 0, seedKey, 0);
    this.#outputs[0].rewards.fill(0);
    for (const name of sumNames(this.#program)) this.layout.find(name)?.fill(0);
  }

  /** A step of one or more days begins. */
  openStep(): void {
    this.#earned.fill(0);
    this.#worth = 1;
  }

  /** Adds a day's rewards to those of the step, worth what they are on its first day. */
  earn(set: 0 | 1, discount: number): void {
    const { rewards } = this.#outputs[set];
    for (let group = 0; group < rewards.length; group++) this.#earned[group] += this.#worth * rewards[group];
    this.#worth *= discount;
  }

  /** The step's rewards take the place of the last day's. */
  closeStep(set: 0 | 1): void {
    this.#outputs[set].rewards.set(this.#earned);
  }

  /** Computes what follows a day of the people, one action for each group. */
  evening(people: People, actions: Uint8Array, day: number, seedKey: number, set: 0 | 1): void {
    if (this.#program.decision) this.#gather(people);
    const stretch = { from: 0, to: this.#shape.groups, day, seedKey };
    runKernel(this.#kernel, stretch, actions, this.#outputs[set], this);
  }

  /** What a group spent on winning newcomers, for each user at its start. */
  pay(group: number, cost: number): void {
    const costs = this.layout.find('sum_cost');
    if (costs) costs[group] += cost / this.#shape.founders;
  }

  notFinite(day: number): string {
    const where = `scenario ${this.#program.name}, day ${day}`;
    return `${where}: a rate of arrivals or the reward of a product is not finite`;
  }

  /** Figures over the users who lived the day, in the order of their rows. */
  #gather({ layout, born }: People): void {
    const { aggregates } = this.#program;
    const { founders, places } = this.#shape;
    const width = aggregates.length + 1;
    const values = layout.f32('aggregates');
    const sums = new Float64Array(width);
    for (const [group, count] of born.entries()) {
      sums.fill(0);
      const end = (group * places + count) * width;
      for (let at = group * places * width; at < end; at += width)
        for (let k = 0; k < width; k++) sums[k] += values[at + k];
      for (const [k, { over }] of aggregates.entries()) {
        const of = over === 'total' ? founders : Math.max(sums[0], 1);
        this.layout.f64(`c_${figureColumn(k)}`)[group] = sums[k + 1] / of;
      }
    }
  }
}

const NO_RATES = new Float64Array(0);

function sumNames({ metrics }: Program): string[] {
  return ['return', 'cost', 'contacts', ...metrics.map(({ name }) => `${name}_`)].map(
    (name) => `sum_${name}`,
  );
}

function groupColumns(program: Program, measured: boolean): ColumnSpec[] {
  const { decision, aggregates, arrivals } = program;
  const channels = arrivals?.channels.length ?? 0;
  const sums = measured ? sumNames(program) : [];
  return [
    ...(decision ? sums.map((name): ColumnSpec => ({ name, type: 'f64' })) : []),
    ...aggregates.map((_, k): ColumnSpec => ({ name: `c_${figureColumn(k)}`, type: 'f64' })),
    ...(channels > 0 ? [{ name: 'rates', type: 'f64', width: channels } as const] : []),
    ...(decision ? outputColumns(program) : []),
    { name: 'birth', type: 'i32' },
  ];
}
