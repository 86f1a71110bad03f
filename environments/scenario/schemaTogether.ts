/** The sections that are about all users together. */

import { z } from 'zod';
import { about, formula, LIMITS, name, record } from './schemaParts.ts';

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

/** How new users come. */
export const arrivals = z
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

/** Who is decided for. */
export const decision = z
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

/** What may be spent. */
export const budget = z
  .strictObject({
    on: z
      .enum(['cost', 'contacts'])
      .describe('what is limited: the cost of actions, or actions but the first'),
    limit: formula.describe('currency units or contacts, for each user at the start; over parameters'),
    per: z.enum(['day', 'episode']).optional().describe('default: day'),
  })
  .describe('what may be spent on all users together; what exceeds it is not done');
