import { z } from 'zod';

/** Bounds that keep an untrusted file from asking for more than a machine has. */
export const LIMITS = {
  horizonDays: 100_000,
  actions: 64,
  stages: 64,
  segments: 64,
  /** traits, state and day variables together */
  variables: 256,
  /** of one vector */
  vectorLength: 64,
  /** of all vectors in traits, state and day; and of all that are observed */
  elements: 1_024,
  /** numbers in one table */
  tableNumbers: 100_000,
  /** files that one extends, one after the other */
  bases: 8,
  /** of every other section, and of one action's or segment's properties */
  entries: 256,
  /** edges of one observed variable */
  bins: 255,
  /** product of the numbers of bins */
  tabularStates: 1_000_000,
  formulaLength: 2_000,
  /** channels that bring new users */
  channels: 32,
  /** places for newcomers, for each user who is there from the start */
  room: 50,
  /** users of one product that is decided for as a whole */
  usersPerProduct: 100_000,
  /** of all formulas, those of vectors written out for each element */
  operations: 400_000,
} as const;

const NAME = /^[a-zA-Z][a-zA-Z0-9_]{0,39}$/;

/** What a name has to look like, in words. */
export const NAME_RULE = 'a name is a letter followed by letters, digits or _ (at most 40)';

export function isName(text: string): boolean {
  return NAME.test(text);
}

const name = z.string().regex(NAME, { error: NAME_RULE });
const text = z
  .string()
  .min(1)
  .max(4_000, { error: 'expected at most 4000 characters' })
  .regex(/^(?:[\t\n]|\P{Cc})*$/u, { error: 'expected text without control characters' });
const number = z.number();
const FORMULA_RULE = `expected a formula (at most ${LIMITS.formulaLength} characters), a finite number, true or false`;
const formula = z
  .union(
    [
      z
        .string()
        .min(1)
        .max(LIMITS.formulaLength, { error: `a formula has at most ${LIMITS.formulaLength} characters` }),
      number,
      z.boolean(),
    ],
    { error: FORMULA_RULE },
  )
  .describe('a formula in mathjs syntax, or a number');
const about = text.optional().describe('one sentence for people');

const LENGTH_RULE = `expected a whole number of elements from 1 to ${LIMITS.vectorLength}`;
const length = z
  .int({ error: LENGTH_RULE })
  .min(1, { error: LENGTH_RULE })
  .max(LIMITS.vectorLength, { error: LENGTH_RULE })
  .describe('declares a vector of so many elements; in its formula, index is the place of each, from 1 on');

const trait = z.union(
  [formula, z.strictObject({ length, draw: formula.describe('drawn for each element by itself') })],
  { error: `${FORMULA_RULE}, or { length, draw }` },
);

const dayVariable = z.union(
  [formula, z.strictObject({ length, value: formula.describe('of each element') })],
  { error: `${FORMULA_RULE}, or { length, value }` },
);

const DATE_RULE = 'expected a date as 2026-09-07';

const objective = z
  .strictObject({
    criterion: z
      .enum(['horizon', 'discounted', 'total', 'average'])
      .optional()
      .describe(
        'horizon: rewards up to the horizon (default); discounted, total: without end; average: reward per day in the long run',
      ),
    discount: formula
      .optional()
      .describe('what a reward is worth one day later, above 0 and at most 1 (default); over parameters'),
  })
  .describe('what is to be maximised');

const parameter = z.union(
  [
    number,
    z.strictObject({
      value: number.describe('the default'),
      range: z.tuple([number, number]).optional().describe('lowest and highest value that --set accepts'),
      about,
    }),
  ],
  { error: 'expected a finite number, or { value, range, about }' },
);

const table = z
  .union([z.array(number).min(1), z.array(z.array(number).min(1)).min(1)], {
    error: 'expected a list of numbers, or a list of rows of numbers',
  })
  .describe('numbers that formulas read by their place, from 1 on: fare[town], or next[state, action.kind]');

const segment = z
  .object(
    { share: formula.describe('part of the population, 0 to 1') },
    { error: 'expected { share, and the properties of the segment }' },
  )
  .catchall(formula);

const action = z
  .object(
    {
      family: z.enum(['none', 'recommendation', 'interaction', 'promotion']).optional(),
      cost: formula.optional().describe('currency units per use'),
      when: formula.optional().describe('whom it may be given to; asked in the evening, for the next day'),
      about,
    },
    { error: 'expected { family, cost, and the attributes of the action }' },
  )
  .catchall(formula);

const stateVariable = z.union(
  [
    formula,
    z.strictObject({
      length: length.optional(),
      value: formula.describe('value at birth'),
      values: z.array(number).min(1).max(1_000).optional().describe('declares a finite domain: these values'),
      range: z
        .tuple([z.int(), z.int()])
        .optional()
        .describe('declares a finite domain: these whole numbers, both ends in'),
      about,
    }),
  ],
  { error: 'expected a formula, or { length, value, values or range, about }' },
);

const record = <T extends z.ZodType>(value: T, what: string) =>
  z.record(name, value, { error: 'expected names with what belongs to each' }).describe(what);

/** A whole number with its bounds in the error. */
function whole(least: number, most: number, what: string) {
  const error = `expected a whole number of ${what} from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

const ROOM = `expected 0 to ${LIMITS.room} places for each user at the start`;

const channel = z.strictObject({
  rate: formula.describe('newcomers a day, of a product that starts with `founders` users'),
  cost: formula.optional().describe('currency units for each newcomer; default 0'),
  segments: z
    .record(name, formula)
    .optional()
    .describe('part of each segment among those who come this way; default: as in the population'),
  about,
});

const arrivals = z
  .strictObject({
    founders: whole(1, 10_000_000, 'users')
      .optional()
      .describe('users at the start of the product that the rates are given for; default 1000'),
    room: z
      .number({ error: ROOM })
      .min(0, { error: ROOM })
      .max(LIMITS.room, { error: ROOM })
      .optional()
      .describe('places for newcomers, for each user at the start; who finds none is turned away; default 1'),
    channels: record(channel, 'ways in which new users come'),
    refer: formula
      .optional()
      .describe('new users that a user brings today: a count or a condition, asked with the reward'),
    likeness: formula
      .optional()
      .describe(
        "probability, for each drawn trait and the segment, that who was referred has the referrer's; default 0",
      ),
  })
  .describe('how new users come while the episode runs');

const decision = z
  .union(
    [
      z.strictObject({
        by: z.literal('product'),
        users: whole(1, LIMITS.usersPerProduct, 'users')
          .optional()
          .describe('users of each product at the start; default 200'),
        every: whole(1, 366, 'days').optional().describe('days from one decision to the next; default 1'),
      }),
      z.enum(['user', 'product']),
    ],
    { error: 'expected user, product, or { by: product, users, every }' },
  )
  .describe('user (default): one decision a day for each user; product: one for all users of a product');

const budget = z
  .strictObject({
    on: z
      .enum(['cost', 'contacts'])
      .describe('what is limited: the cost of actions, or actions but the first'),
    limit: formula.describe('currency units or contacts, for each user at the start; over parameters'),
    per: z.enum(['day', 'episode']).optional().describe('default: day'),
  })
  .describe('what may be spent on all users together; what exceeds it is not done');

const observed = z.union(
  [
    formula,
    z.strictObject({
      length: length.optional(),
      value: formula,
      bins: z
        .array(number)
        .min(1)
        .max(LIMITS.bins)
        .optional()
        .describe('rising edges: bin k holds values from edge k on'),
      about,
    }),
  ],
  { error: 'expected a formula, or { length, value, bins, about }' },
);

const metric = z.union(
  [
    formula,
    z.strictObject({
      value: formula,
      over: z
        .enum(['sum', 'mean', 'last'])
        .optional()
        .describe(
          "how a user's days are put together: sum (default), mean over all days of the horizon, or the last day",
        ),
      about,
    }),
  ],
  { error: 'expected a formula, or { value, over, about }' },
);

const chosen = z
  .union([z.string(), z.record(name, formula)], {
    error: 'expected the name of an action, or { action: probability, … }',
  })
  .describe('an action, or the probability of each action that may be drawn');

const rule = z.strictObject({
  about: text.describe('who would act like this, and why'),
  choose: z
    .array(z.strictObject({ when: formula.optional(), do: chosen }))
    .min(1)
    .max(64)
    .describe('the first line whose condition holds is taken; none: the first action'),
  score: formula
    .optional()
    .describe('where a budget does not suffice: what the action is worth to a user, for the order'),
});

const check = z
  .strictObject({
    policy: z.string().describe('none, random, always:<action> or a rule of this file'),
    metric: z.string().describe('retention, return, cost, contacts, share.<stage> or a metric of this file'),
    statistic: z
      .enum(['mean', 'sd', 'cv', 'zeros'])
      .optional()
      .describe('over users: mean (default), standard deviation, sd / mean, or the part that is 0'),
    per: z.string().optional().describe('divide by this metric: a ratio of means'),
    minus: z
      .string()
      .optional()
      .describe('subtract the value under this policy: the gain of `policy` over it'),
    day: z.int().min(1).optional().describe('default: the horizon'),
    between: z.tuple([number, number]),
    source: text.optional().describe('where the numbers come from'),
  })
  .describe('a sanity test of the scenario, run by `tenure check`');

/** The shape of a scenario file. Formulas are checked afterwards, by `checkProgram`. */
export const scenarioSchema = z
  .strictObject(
    {
      extends: z
        .string()
        .optional()
        .describe('the scenario that this one is a variant of: its name, or a file in the same folder'),
      title: text,
      story: text.describe('what happens here, in plain words'),
      phenomenon: text.optional().describe('what a naive policy gets wrong'),
      sources: z.array(text).max(64).optional(),
      horizon: z
        .int({ error: `expected a whole number of days from 1 to ${LIMITS.horizonDays}` })
        .min(1)
        .max(LIMITS.horizonDays)
        .describe('days in an episode'),
      starts: z
        .string({ error: DATE_RULE })
        .regex(/^\d{4}-\d{2}-\d{2}$/, { error: DATE_RULE })
        .optional()
        .describe('the date of day 1, as 2026-09-07: gives weekday and yearday their true values'),
      objective: objective.optional(),
      parameters: record(parameter, 'what --set may override').default({}),
      tables: record(table, 'numbers that formulas read by their place').default({}),
      segments: record(segment, 'kinds of users; each has the same properties').default({}),
      traits: record(trait, 'drawn once, at birth').default({}),
      state: record(stateVariable, 'carried from day to day').default({}),
      arrivals: arrivals.optional(),
      decision: decision.optional(),
      budget: budget.optional(),
      actions: record(
        action,
        'what may be done to a user; the first available one is taken for whoever is not decided for',
      ),
      day: record(
        dayVariable,
        'computed from top to bottom, every day, for everyone who has not left',
      ).default({}),
      lifecycle: record(
        z.record(name, formula),
        'daily transition probabilities by stage, tried in order with one draw; the rest stays. {}: left for good',
      ).default({ present: { gone: 0 }, gone: {} }),
      reward: record(formula, 'named parts of the daily reward, summed'),
      visit: formula
        .optional()
        .describe(
          'on which days a user counts as having visited: a condition over the day, asked with the reward',
        ),
      observe: record(observed, 'what agents may see; bins make the tabular state'),
      metrics: record(metric, 'what tables show besides return and retention').default({}),
      rules: record(rule, 'simple policies a practitioner would use, over observed values').default({}),
      checks: z.array(check).max(200).default([]),
    },
    { error: 'expected a scenario: title, story, horizon, actions, reward, observe' },
  )
  .describe("A Tenure scenario: a small program about one user's day");

/** A scenario file's content, its shape checked. */
export type ScenarioFile = z.infer<typeof scenarioSchema>;
