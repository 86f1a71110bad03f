import { z } from 'zod';
import { about, FORMULA_RULE, formula, LIMITS, name, number, record, text } from './schemaParts.ts';
import { arrivals, budget, decision } from './schemaTogether.ts';

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
