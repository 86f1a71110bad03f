import { describe, it } from 'vitest';
import { expectMistake, type Mistake } from './mistake.ts';
import type { Sections } from './smallScenario.ts';

/** The day with another formula for the mood. */
const inDay = (formula: string): Sections => ({ day: `day:\n  visit: bernoulli(rate)\n  mood: ${formula}` });

/** Another condition for whom a coupon may be given to. */
const whenCoupon = (when: string): Sections => ({
  actions: `actions: { none: { pull: 0 }, coupon: { pull: 1, when: ${when} } }`,
});

/** A rule with a single line. */
const doing = (choice: string): Sections => ({
  rules: `rules: { r: { about: x, choose: [{ do: ${choice} }] } }`,
});

const SHAPES: readonly Mistake[] = [
  ['a misspelled key', { more: '«metrcs»: {}' }, 'unknown key "metrcs"; did you mean "metrics"?'],
  [
    'a misspelled key further in',
    { rules: 'rules: { r: { about: x, «chose»: [] , choose: [{ do: none }] } }' },
    'unknown key "chose"; did you mean "choose"?',
  ],
  ['a key that is missing', { horizon: '', title: '«»title: x' }, 'horizon: this is required'],
  [
    'a horizon that is not whole',
    { horizon: 'horizon: «1.5»' },
    'horizon: expected a whole number of days from 1 to 100000, got "1.5"',
  ],
  [
    'a section that is a number',
    { state: 'state: «5»' },
    'state: expected names with what belongs to each, got "5"',
  ],
  [
    'an action that is a number',
    { actions: 'actions: { none: «5» }' },
    'actions.none: expected { family, cost, and the attributes of the action }, got "5"',
  ],
  [
    'a family that does not exist',
    { actions: 'actions: { none: { pull: 0 }, coupon: { family: «promo», pull: 1 } }' },
    'actions.coupon.family: expected one of none, recommendation, interaction, promotion, got "promo"',
  ],
  [
    'a line of a rule that does neither one action nor one of several',
    doing('«[none]»'),
    'rules.r.choose.0.do: expected the name of an action, or { action: probability, … }, got "["none"]"',
  ],
  [
    'a condition that is a list',
    whenCoupon('«[1, 2]»'),
    'actions.coupon.when: expected a formula (at most 2000 characters), a finite number, true or false, got "[1,2]"',
  ],
  [
    'a visit that is a list',
    { more: 'visit: «[1, 2]»' },
    'visit: expected a formula (at most 2000 characters), a finite number, true or false, got "[1,2]"',
  ],
  ['a misspelled visit', { more: '«visits»: visit' }, 'unknown key "visits"; did you mean "visit"?'],
  [
    'a criterion that does not exist',
    { more: 'objective: { criterion: «averag» }' },
    'objective.criterion: expected one of horizon, discounted, total, average, got "averag"; did you mean "average"?',
  ],
  [
    'a misspelled key of the objective',
    { more: 'objective: { «discout»: 0.9 }' },
    'unknown key "discout"; did you mean "discount"?',
  ],
  [
    'a name with a dash',
    { state: 'state: { «my-mood»: 0, mood: 0, recency: 0 }' },
    'a name is a letter followed by letters, digits or _ (at most 40), got "my-mood"',
  ],
  [
    'an attribute with a dash',
    { actions: 'actions: { none: { pull: 0, «p-q»: 1 }, coupon: { pull: 0, pq: 1 } }' },
    'a name is a letter followed by letters, digits or _ (at most 40), got "p-q"',
  ],
  [
    'a key that stands twice',
    { state: 'state: { mood: 0, recency: 0, «mood»: 1 }' },
    '"mood" stands here twice',
  ],
  [
    'a formula with commas inside { }',
    { day: 'day: { mood: max(0, «1)» }' },
    'a name is a letter followed by letters, digits or _ (at most 40), got "1)"; a formula with commas inside { } needs quotes',
  ],
  [
    'a conditional without quotes',
    { day: 'day:\n  visit: true\n  mood: «mood» ? 1 : 0' },
    'not valid YAML: Nested mappings are not allowed in compact mappings; a formula with ": " in it needs quotes',
  ],
  ['a section that stands twice', { more: '«title»: again' }, '"title" stands here twice'],
  [
    'a formula that is nothing',
    inDay('«~»'),
    'day.mood: expected a formula (at most 2000 characters), a finite number, true or false, or { length, value }, got "null"',
  ],
];

describe('a mistake of shape', () => {
  it.each(SHAPES)('%s', (_title, sections, message) => expectMistake(sections, message));
});
