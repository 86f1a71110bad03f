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

/** A name that formulas may use. */
export const name = z.string().regex(NAME, { error: NAME_RULE });
/** Text for people. */
export const text = z
  .string()
  .min(1)
  .max(4_000, { error: 'expected at most 4000 characters' })
  .regex(/^(?:[\t\n]|\P{Cc})*$/u, { error: 'expected text without control characters' });
export const number = z.number();
export const FORMULA_RULE = `expected a formula (at most ${LIMITS.formulaLength} characters), a finite number, true or false`;
export const formula = z
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
export const about = text.optional().describe('one sentence for people');

/** Names with what belongs to each. */
export const record = <T extends z.ZodType>(value: T, what: string) =>
  z.record(name, value, { error: 'expected names with what belongs to each' }).describe(what);
