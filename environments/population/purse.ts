import { drawKey, drawWord } from '../random/keyedDraw.ts';
import { purposeOf } from '../random/purpose.ts';
import type { Program } from '../scenario/program.ts';
import { replaceUnavailable } from './firstAvailable.ts';
import type { Shape } from './shape.ts';

const BUDGET_PURPOSE = purposeOf('budget');

/** What spending needs to know of a day. */
export interface Spending {
  readonly actions: Uint8Array;
  readonly active: Uint8Array;
  /** users × actions; undefined where every action always is available */
  readonly available: Uint8Array | undefined;
  readonly births: Int32Array;
  readonly day: number;
  /** key of the world's random stream */
  readonly seedKey: number;
}

/** Keeps what all users together are given within a budget. */
export class Purse {
  /** currency units or contacts, of all users together, since `refill` */
  spent = 0;
  /** what each action takes from the budget */
  readonly prices: readonly number[];
  readonly #limit: number;
  readonly #perDay: boolean;

  /** @param shape of the population; the budget has its limit for each user at the start */
  constructor(
    { actions }: Pick<Program, 'actions'>,
    budget: NonNullable<Program['budget']>,
    { founders, rows }: Pick<Shape, 'founders' | 'rows'>,
  ) {
    if (rows > ROWS) throw new RangeError(`at most ${ROWS} users share a budget, got room for ${rows}`);
    const price = (cost: number, index: number) => (budget.on === 'cost' ? cost : Number(index > 0));
    this.prices = actions.map(({ attributes }, index) => price(attributes['cost'], index));
    this.#limit = budget.limit * founders;
    this.#perDay = budget.per === 'day';
  }

  /** What may be spent today. */
  get left(): number {
    return this.#perDay ? this.#limit : Math.max(this.#limit - this.spent, 0);
  }

  /**
   * The actions that are available and can be paid for, in an array of their own. Where the money does not suffice,
   * lots are drawn: in an order of chance each user is given its action if it can still be paid, else the first action.
   * A policy that has the budget spent otherwise must not ask for more than there is.
   */
  spend({ actions, active, available, births, day, seedKey }: Spending): Uint8Array {
    const { left, prices } = this;
    const given = Uint8Array.from(actions);
    if (available) replaceUnavailable(given, available, prices.length);
    const cost = (user: number) => (active[user] === 1 ? prices[given[user]] : 0);
    let total = 0;
    for (let user = 0; user < given.length; user++) total += cost(user);
    if (total <= left * (1 + ROUNDING)) {
      this.spent += total;
      return given;
    }
    let rest = left * (1 + ROUNDING);
    for (const lot of this.#lots({ actions: given, active, births, day, seedKey })) {
      const user = lot % ROWS;
      if (cost(user) <= rest) rest -= cost(user);
      else given[user] = 0;
    }
    this.spent += left * (1 + ROUNDING) - rest;
    return given;
  }

  /** Everyone who asks for something, in the order of this day's lots: lot × ROWS + user. */
  #lots({ actions, active, births, day, seedKey }: Omit<Spending, 'available'>): Float64Array {
    const { a, b } = drawKey(seedKey, day, BUDGET_PURPOSE);
    const lots = new Float64Array(actions.length);
    let count = 0;
    for (let user = 0; user < actions.length; user++) {
      if (active[user] === 0 || this.prices[actions[user]] === 0) continue;
      lots[count++] = (drawWord(births[user], a, b) >>> 0) * ROWS + user;
    }
    return lots.subarray(0, count).sort();
  }
}

/** A lot of 32 bits and the number of a row fit one whole number. */
const ROWS = 2 ** 21;
/** A sum of prices that is the limit but for its last digits is within it. */
const ROUNDING = 1e-9;
