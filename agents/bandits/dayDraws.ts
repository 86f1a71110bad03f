import { drawKey, drawWord, uniformDraw } from '../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../environments/random/purpose.ts';

/** The draws of one purpose: each day and number has its own luck, in whatever order it is asked for. */
export class DayDraws {
  /** the two words that the day of the last draw contributes to it */
  a = 0;
  b = 0;
  readonly #key: number;
  readonly #purpose: number;
  #day = -1;

  /**
   * @param key 32-bit key of the agent's random stream
   * @param name of the purpose
   */
  constructor(key: number, name: string) {
    this.#key = key;
    this.#purpose = purposeOf(name);
  }

  /** Makes `a` and `b` those of a day. */
  of(day: number): this {
    if (day === this.#day) return this;
    ({ a: this.a, b: this.b } = drawKey(this.#key, day, this.#purpose));
    this.#day = day;
    return this;
  }

  /** A random 32-bit word. */
  word(day: number, number: number): number {
    this.of(day);
    return drawWord(number, this.a, this.b);
  }

  /** Uniform in [0, 1). */
  uniform(day: number, number: number): number {
    this.of(day);
    return uniformDraw(number, this.a, this.b);
  }
}
