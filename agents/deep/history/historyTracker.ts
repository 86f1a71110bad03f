import type { Tensor2D } from '@tensorflow/tfjs-core';
import type { Observation } from '../../../environments/contract.ts';
import type { Backend } from '../backend.ts';
import type { Encoder } from './encoder.ts';
import type { EventScale } from './eventScale.ts';

/** Rows that are read at once. */
const CHUNK = 4096;
/** How fast the pooled memory follows: about so many days count. */
const POOLED_DAYS = 10;

/**
 * What the encoder remembers of every user of one episode. An observation then shows, beside what it showed before,
 * the memory of the latest day and the memory pooled over the days, as an exponential mean.
 */
export class HistoryTracker {
  readonly #backend: Pick<Backend, 'tf'>;
  readonly #encoder: Encoder;
  readonly #scale: EventScale;
  #memory = new Float32Array(0);
  #pooled = new Float32Array(0);
  #before: Pick<Observation, 'features' | 'active'> | undefined;
  /** the array that the day read last came in; environments take another one every day */
  #shown: Float32Array | undefined;
  #current: Observation | undefined;

  constructor(backend: Pick<Backend, 'tf'>, encoder: Encoder, scale: EventScale) {
    this.#backend = backend;
    this.#encoder = encoder;
    this.#scale = scale;
  }

  /** Names of the columns that are added to an observation. */
  static featureNames(units: number): string[] {
    const named = (name: string) => Array.from({ length: units }, (_, k) => `${name} ${k + 1}`);
    return [...named('latest'), ...named('pooled')];
  }

  /** What was made of the day that was read last, if it showed these features. */
  made(features: Float32Array): Observation | undefined {
    return this.#shown === features ? this.#current : undefined;
  }

  /** Forgets everyone: another episode begins. */
  reset(): void {
    this.#before = undefined;
    this.#shown = undefined;
  }

  /**
   * Reads one more day of everyone.
   *
   * @param actions taken since the day before; undefined on the first day
   */
  read(observation: Observation, actions: Uint8Array | undefined): Observation {
    const { features, active } = observation;
    const { units } = this.#encoder;
    if (this.#before === undefined) {
      this.#memory = new Float32Array(active.length * units);
      this.#pooled = new Float32Array(active.length * units);
    } else if (actions) this.#advance(observation, this.#before, actions);
    this.#before = { features: features.slice(), active: active.slice() };
    this.#shown = features;
    this.#current = { ...observation, features: this.#joined(observation) };
    return this.#current;
  }

  /** Who came this evening has not lived a day to be remembered. */
  #advance(
    { features, active }: Observation,
    before: Pick<Observation, 'features' | 'active'>,
    actions: Uint8Array,
  ): void {
    const { shape } = this.#encoder;
    const users: number[] = [];
    const events = new Float32Array(Math.min(CHUNK, active.length) * shape.width);
    for (let i = 0; i < active.length; i++) {
      if (active[i] === 1 && before.active[i] === 1) {
        const at = users.length * shape.width;
        events.fill(0, at, at + shape.width);
        events[at + actions[i]] = 1;
        this.#scale.write(before.features, features, i * shape.features, events, at + shape.levels);
        users.push(i);
      }
      if (users.length === CHUNK || (i === active.length - 1 && users.length > 0)) {
        this.#remember(users, events);
        users.length = 0;
      }
    }
  }

  #remember(users: readonly number[], events: Float32Array): void {
    const { tf } = this.#backend;
    const { units, shape } = this.#encoder;
    const rows = users.length;
    const memory = new Float32Array(rows * units);
    for (const [k, user] of users.entries())
      memory.set(this.#memory.subarray(user * units, (user + 1) * units), k * units);
    const next = tf.tidy(() => {
      const day: Tensor2D = tf.tensor2d(events.subarray(0, rows * shape.width), [rows, shape.width]);
      return this.#encoder.next(day, tf.tensor2d(memory, [rows, units])).dataSync<'float32'>();
    });
    for (const [k, user] of users.entries()) {
      for (let u = 0; u < units; u++) {
        const [from, to] = [k * units + u, user * units + u];
        this.#memory[to] = next[from];
        this.#pooled[to] += (next[from] - this.#pooled[to]) / POOLED_DAYS;
      }
    }
  }

  /** What was seen, the latest memory and the pooled one, side by side. */
  #joined({ features, active }: Observation): Float32Array {
    const { units, shape } = this.#encoder;
    const width = shape.features + 2 * units;
    const joined = new Float32Array(active.length * width);
    for (let i = 0; i < active.length; i++) {
      if (active[i] === 0) continue;
      for (let k = 0; k < shape.features; k++) joined[i * width + k] = features[i * shape.features + k];
      for (let u = 0; u < units; u++) {
        joined[i * width + shape.features + u] = this.#memory[i * units + u];
        joined[i * width + shape.features + units + u] = this.#pooled[i * units + u];
      }
    }
    return joined;
  }
}
