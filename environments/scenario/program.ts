import type { ActionFamily } from '../contract.ts';
import type { StartDate } from './calendar.ts';
import type { Formula } from './formula.ts';
import type { ElementOf } from './vectors.ts';

/** A checked scenario with its parameters set: what every reading starts from. */
export interface Program {
  /** the file's name without its ending */
  readonly name: string;
  /** names of the scenarios that it extends, one after the other */
  readonly extends?: readonly string[];
  readonly title: string;
  readonly story: string;
  readonly phenomenon: string | undefined;
  readonly sources: readonly string[];
  /** days in an episode */
  readonly horizon: number;
  /** the date of day 1, where the file gives one */
  readonly starts?: StartDate;
  readonly objective: Objective;
  readonly parameters: readonly Parameter[];
  readonly tables: readonly Table[];
  readonly segments: readonly Segment[];
  /** names of the properties that every segment has, `share` left out */
  readonly segmentProperties: readonly string[];
  /** how new users come; undefined: everyone is there from the start */
  readonly arrivals: Arrivals | undefined;
  /** who is decided for; undefined: each user */
  readonly decision: ProductDecision | undefined;
  /** figures over the users of a product, which its reward, observation and metrics are made of */
  readonly aggregates: readonly Aggregate[];
  readonly budget: Budget | undefined;
  readonly traits: readonly Definition[];
  readonly state: readonly StateVariable[];
  readonly actions: readonly Action[];
  /** names of the attributes that every action has, `family` left out */
  readonly actionAttributes: readonly string[];
  readonly day: readonly DayFormula[];
  readonly stages: readonly Stage[];
  readonly reward: readonly Definition[];
  /** whether today counts as a visit: neither 0 nor NaN; undefined where the file does not say what a visit is */
  readonly visit: Definition | undefined;
  readonly observe: readonly Observed[];
  readonly metrics: readonly Metric[];
  readonly rules: readonly Rule[];
  readonly checks: readonly Check[];
}

/** What a life is worth, where something has to be maximised. */
export interface Objective {
  /**
   * `horizon`: rewards up to the horizon; `discounted` and `total`: without end, with a discount below 1 or with a
   * life that ends by itself; `average`: reward per day in the long run
   */
  readonly criterion: 'horizon' | 'discounted' | 'total' | 'average';
  /** γ: what a reward is worth one day later, above 0 and at most 1 */
  readonly discount: number;
}

export interface Parameter {
  readonly name: string;
  readonly value: number;
  readonly range: readonly [number, number] | undefined;
  readonly about: string | undefined;
}

/** Numbers that formulas read by their place: table[i], or table[row, column], both from 1 on. */
export interface Table {
  readonly name: string;
  /** numbers in a row; undefined: there is one index only */
  readonly columns: number | undefined;
  /** row by row */
  readonly values: readonly number[];
}

export interface Segment {
  readonly name: string;
  /** part of the population; shares add up to 1 */
  readonly share: number;
  readonly properties: Readonly<Record<string, number>>;
}

/** How new users come while an episode runs. */
export interface Arrivals {
  /** users at the start of the product that the rates are given for */
  readonly founders: number;
  /** places for newcomers, for each user at the start */
  readonly room: number;
  readonly channels: readonly Channel[];
  /** new users that a user brings today; undefined: nobody brings anybody */
  readonly refer: Definition | undefined;
  /** probability that a referred user has a drawn trait, or the segment, of the referrer; 0 to 1 */
  readonly likeness: number;
}

/** A way in which new users come. */
export interface Channel extends Definition {
  /** currency units for each newcomer */
  readonly cost: number;
  /** part of each segment among those who come this way, in the order of `segments`; adds up to 1 */
  readonly shares: readonly number[];
  readonly about: string | undefined;
}

/** One decision for all users of a product. */
export interface ProductDecision {
  /** users of each product at the start */
  readonly users: number;
  /** days from one decision to the next */
  readonly every: number;
}

/** A figure over the users of a product who lived the day. Its name is its text, as `mean(satisfaction)`. */
export interface Aggregate extends Definition {
  /**
   * `mean`: over those users, 0 where there are none; `share`: the part of them for whom a condition holds; `total`:
   * their sum, for each user at the start
   */
  readonly over: 'mean' | 'share' | 'total';
}

/** What may be spent on all users together. */
export interface Budget {
  readonly on: 'cost' | 'contacts';
  /** currency units or contacts, for each user at the start */
  readonly limit: number;
  readonly per: 'day' | 'episode';
}

export interface Definition {
  /** of an element of a vector, with its place: "affinity[3]" */
  readonly name: string;
  readonly formula: Formula;
  /** where it is an element of a vector; the elements stand together, in order */
  readonly element?: ElementOf;
}

export interface StateVariable extends Definition {
  /** all values it may take, rising, where the file declares them */
  readonly domain: readonly number[] | undefined;
  readonly about: string | undefined;
}

export interface DayFormula extends Definition {
  /** whether it sets a variable that is carried to the next day */
  readonly isState: boolean;
}

export interface Action {
  readonly name: string;
  readonly family: ActionFamily;
  readonly about: string | undefined;
  readonly attributes: Readonly<Record<string, number>>;
  /** whom it may be given to today; undefined: everyone */
  readonly when: Formula | undefined;
}

export interface Stage {
  readonly name: string;
  /** nobody comes back from here: left for good */
  readonly absorbing: boolean;
  readonly transitions: readonly Transition[];
}

export interface Transition {
  /** index of the stage it leads to */
  readonly to: number;
  /** daily probability; a condition counts as 1 or 0 */
  readonly formula: Formula;
}

export interface Observed extends Definition {
  /** rising edges; undefined: not part of the tabular state */
  readonly bins: readonly number[] | undefined;
  /** names of the members where a stage, segment, action or family is observed: one feature each */
  readonly members: readonly string[] | undefined;
  readonly about: string | undefined;
}

export interface Metric extends Definition {
  readonly over: 'sum' | 'mean' | 'last';
  readonly about: string | undefined;
}

export interface Rule {
  readonly name: string;
  readonly about: string;
  readonly choices: readonly Choice[];
}

/** A line of a rule. */
export interface Choice {
  readonly when: Formula | undefined;
  /** probability of each action, in the order of `actions`; adds up to 1 */
  readonly probabilities: readonly number[];
}

export interface Check {
  readonly policy: string;
  readonly metric: string;
  readonly statistic: 'mean' | 'sd' | 'cv' | 'zeros';
  readonly per: string | undefined;
  readonly minus: string | undefined;
  readonly day: number;
  readonly between: readonly [number, number];
  readonly source: string | undefined;
}

/** Index in `stages` of the first stage; everyone is born there. */
export const FIRST_STAGE = 0;

/** The channels of those who are there from the start (first of all channels) and of who was referred (last). */
export const FOUNDERS = 'founders';
export const REFERRAL = 'referral';

/** Names of all the ways in which a user may have come, in the order of their numbers. */
export function channelNames(
  arrivals: { readonly channels: readonly { readonly name: string }[] } | undefined,
): string[] {
  return arrivals ? [FOUNDERS, ...arrivals.channels.map(({ name }) => name), REFERRAL] : [];
}

export const FAMILIES: readonly ActionFamily[] = ['none', 'recommendation', 'interaction', 'promotion'];
