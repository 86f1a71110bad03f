import type { Environment, EnvironmentSpec, TimeStep } from '../contract.ts';
import { drawKey, drawWord, uniformDraw } from '../random/keyedDraw.ts';
import { purposeOf } from '../random/purpose.ts';
import { streamKey } from '../random/streams.ts';
import type { Program } from '../scenario/program.ts';
import { type KernelOutput, observationOf, outputColumns, outputOf } from './kernelOutput.ts';
import { type Layout, layOut } from './layout.ts';
import { type BoundKernel, birthKernel, dayKernel, kernelColumns } from './populationKernel.ts';
import { cumulativeShares, segmentAt } from './segmentShares.ts';
import { specOf } from './specOf.ts';

/** How a population is set up. */
export interface PopulationOptions {
  /** number of users */
  readonly users: number;
  /** number of the first user: a population can be lived in parts that give the same lives; default 0 */
  readonly firstUser?: number;
  /** keep sums of return, cost, contacts and metrics per user; default false */
  readonly measured?: boolean;
}

/** A snapshot of a population between two days. */
export interface PopulationSnapshot {
  readonly day: number;
  readonly seed: string;
  readonly bytes: ArrayBuffer;
}

/** A state or reward stopped being a finite number. */
export class SimulationError extends Error {
  override name = 'SimulationError';
}

/** Name of the channel of the founding population; part of its birth keys. */
const FOUNDERS = 'founders';
const SEGMENT_PURPOSE = purposeOf('segment');

/**
 * The world of a scenario: every user's day, over typed arrays.
 *
 * The same seed gives the same people with the same luck, whatever is done to others, in whatever parts the
 * population is lived.
 */
export class PopulationEnvironment implements Environment {
  readonly spec: EnvironmentSpec;
  readonly program: Program;
  readonly bytesPerUser: number;
  readonly #layout: Layout;
  readonly #outputs: readonly [KernelOutput, KernelOutput];
  readonly #birth: BoundKernel;
  readonly #live: BoundKernel;
  readonly #firstUser: number;
  #seed = '';
  #seedKey = 0;
  #day = -1;

  constructor(program: Program, { users, firstUser = 0, measured = false }: PopulationOptions) {
    if (!Number.isInteger(users) || users < 1)
      throw new RangeError(`expected users to be a whole number of at least 1, got ${users}`);
    this.program = program;
    this.#firstUser = firstUser;
    this.#layout = layOut([...kernelColumns(program, { measured }), ...outputColumns(program)], users);
    this.bytesPerUser = this.#layout.bytesPerUser;
    this.#outputs = [outputOf(this.#layout, 0), outputOf(this.#layout, 1)];
    this.#birth = birthKernel(program, this.#layout);
    this.#live = dayKernel(program, this.#layout, { measured });
    this.spec = specOf(program, users);
  }

  reset(seed: string): TimeStep {
    this.#seed = seed;
    this.#seedKey = streamKey(seed, 'population');
    this.#day = 0;
    new Uint8Array(this.#layout.buffer).fill(0);
    this.#arrive();
    this.#run(this.#birth, new Uint8Array(0));
    return this.#timeStep('first');
  }

  step(actions: Uint8Array): TimeStep {
    if (this.#day < 0) throw new Error('reset must be called before step');
    if (this.#day >= this.spec.horizon) throw new Error(`the episode ended on day ${this.#day}; call reset`);
    this.#checkActions(actions);
    this.#day++;
    this.#run(this.#live, actions);
    return this.#timeStep(this.#day === this.spec.horizon ? 'last' : 'mid');
  }

  /** Days lived since reset. */
  get day(): number {
    return this.#day;
  }

  /** A trait, state variable or per-user sum ("sum_return", "sum_<metric>_"); a view that changes with the days. */
  column(name: string): Float32Array | Float64Array {
    const column = this.#layout.find(`c_${name}`) ?? (name.startsWith('sum_') && this.#layout.find(name));
    if (!column) throw new RangeError(`there is no trait, state variable or sum "${name}"`);
    return column as Float32Array | Float64Array;
  }

  /** Stage index of every user; a view that changes with the days. */
  get stages(): Uint8Array {
    return this.#layout.u8('stage');
  }

  /** Segment index of every user. */
  get segments(): Uint8Array {
    return this.#layout.u8('segment');
  }

  /** Birth key of every user. */
  get births(): Int32Array {
    return this.#layout.i32('birth');
  }

  /** Key of the world's random stream in this episode. */
  get seedKey(): number {
    return this.#seedKey;
  }

  /** Copies everything, to come back to this evening later. */
  snapshot(): PopulationSnapshot {
    if (this.#day < 0) throw new Error('reset must be called before snapshot');
    return { day: this.#day, seed: this.#seed, bytes: this.#layout.buffer.slice(0) };
  }

  /** Comes back to the evening of a snapshot, which has to be of the same scenario and number of users. */
  restore(snapshot: PopulationSnapshot): TimeStep {
    const { byteLength } = this.#layout.buffer;
    if (snapshot.bytes.byteLength !== byteLength)
      throw new RangeError(`expected a snapshot of ${byteLength} bytes, got ${snapshot.bytes.byteLength}`);
    this.#seed = snapshot.seed;
    this.#seedKey = streamKey(snapshot.seed, 'population');
    this.#day = snapshot.day;
    new Uint8Array(this.#layout.buffer).set(new Uint8Array(snapshot.bytes));
    const { horizon } = this.spec;
    return this.#timeStep(this.#day === 0 ? 'first' : this.#day === horizon ? 'last' : 'mid');
  }

  /** Gives everyone a birth key, from how they came, and a segment. */
  #arrive(): void {
    const births = this.births;
    const arrival = drawKey(purposeOf(FOUNDERS), 0, 0);
    const segment = drawKey(this.#seedKey, 0, SEGMENT_PURPOSE);
    const shares = cumulativeShares(this.program.segments);
    for (let i = 0; i < births.length; i++) {
      births[i] = drawWord(this.#firstUser + i, arrival.a, arrival.b);
      this.segments[i] = segmentAt(shares, uniformDraw(births[i], segment.a, segment.b));
    }
  }

  #run({ run, purposes }: BoundKernel, actions: Uint8Array): void {
    const keys = new Int32Array(2 * purposes.length);
    for (const [k, name] of purposes.entries()) {
      const { a, b } = drawKey(this.#seedKey, this.#day, purposeOf(name));
      keys[2 * k] = a;
      keys[2 * k + 1] = b;
    }
    const check = run(0, this.spec.users, this.#day, keys, actions, this.#outputs[this.#day % 2]);
    if (Number.isNaN(check)) throw this.#notFinite();
  }

  #notFinite(): SimulationError {
    const { rewards } = this.#outputs[this.#day % 2];
    const named = [...this.program.traits, ...this.program.state].map(({ name }) => ({
      name,
      values: this.column(name),
    }));
    for (const { name, values } of [...named, { name: 'reward', values: rewards }]) {
      const user = values.findIndex((value) => !Number.isFinite(value));
      if (user >= 0) {
        const message = `scenario ${this.program.name}, day ${this.#day}, user ${this.#firstUser + user}: ${name} became ${values[user]}`;
        return new SimulationError(`${message}; keep it finite with clamp, min or max`);
      }
    }
    return new SimulationError(`scenario ${this.program.name}, day ${this.#day}: a value is not finite`);
  }

  #checkActions(actions: Uint8Array): void {
    const { users, actions: choices } = this.spec;
    if (actions.length !== users) throw new RangeError(`expected ${users} actions, got ${actions.length}`);
    let largest = 0;
    for (let i = 0; i < users; i++) if (actions[i] > largest) largest = actions[i];
    if (largest >= choices.length)
      throw new RangeError(`expected actions from 0 to ${choices.length - 1}, got ${largest}`);
  }

  #timeStep(stepType: TimeStep['stepType']): TimeStep {
    const output = this.#outputs[this.#day % 2];
    const { rewards, discounts, visits } = output;
    const step = { stepType, day: this.#day, observation: observationOf(output), rewards, discounts };
    return visits ? { ...step, visits } : step;
  }
}
