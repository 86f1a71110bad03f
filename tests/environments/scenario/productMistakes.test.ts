import { describe, expect, it } from 'vitest';
import type { Mistake } from './mistake.ts';
import { marked, problemsIn, type Sections, smallScenario } from './smallScenario.ts';

const EVERYONE = 'this has to be the same for everyone; use parameters and numbers';
const product = (sections: Sections = {}): Sections => ({
  reward: 'reward: { r: 1 }',
  observe: 'observe: { mood: { value: mean(mood), bins: [0.2, 0.6] } }',
  metrics: '',
  checks: '',
  more: 'decision: product',
  ...sections,
});
const rewarded = (formula: string) => product({ reward: `reward: { r: ${formula} }` });
const by = (text: string) => product({ more: `decision: ${text}` });
const DIFFERS = 'it differs between users; use mean(x), share(condition) or total(x)';
const ONCE =
  'it is asked once for all users, in reward, observe, metrics and rates of a file with decision: product';
const WHO = 'decision: expected user, product, or { by: product, users, every }';

const PRODUCTS: readonly Mistake[] = [
  ['who decides is not known', by('«everyone»'), `${WHO}, got "everyone"`],
  ['a decision by something else', by('«»{ by: products }'), `${WHO}, got "{"by":"products"}"`],
  ['a key', by('{ by: product, «evry»: 7 }'), 'unknown key "evry"; did you mean "every"?'],
  [
    'no users',
    by('{ by: product, users: «0» }'),
    'decision.users: expected a whole number of users from 1 to 100000, got "0"',
  ],
  [
    'too many users',
    by('{ by: product, users: «100001» }'),
    'decision.users: expected a whole number of users from 1 to 100000, got "100001"',
  ],
  [
    'more than a year',
    by('{ by: product, every: «367» }'),
    'decision.every: expected a whole number of days from 1 to 366, got "367"',
  ],
  ['a reward by user', rewarded('2 * «mood»'), `reward.r: "mood" cannot be used here: ${DIFFERS}`],
  [
    'an unknown name in a figure',
    rewarded('mean(«moood»)'),
    'reward.r: unknown name "moood"; did you mean "mood"?',
  ],
  [
    'a figure with two arguments',
    rewarded('"«mean»(mood, 1)"'),
    'reward.r: mean takes 1 argument, got 2: mean(x), over the users who lived the day',
  ],
  ['a figure of a figure', rewarded('mean(«mean»(mood))'), `reward.r: mean() cannot be used here: ${ONCE}`],
  [
    'a draw in a figure',
    rewarded('"mean(«normal»(0, 1))"'),
    'reward.r: normal() cannot be used here: draw a variable in day, and take its mean, share or total',
  ],
  [
    'a stage that does not exist',
    rewarded('share(stage == «godn»)'),
    'reward.r: there is no stage "godn"; did you mean "gone"?',
  ],
  [
    'a metric by user',
    product({ metrics: 'metrics: { m: «visit» }' }),
    `metrics.m: "visit" cannot be used here: ${DIFFERS}`,
  ],
  [
    'a figure in the day',
    product({ day: 'day:\n  visit: bernoulli(rate)\n  mood: «mean»(mood)' }),
    `day.mood: mean() cannot be used here: ${ONCE}`,
  ],
  [
    'a variable named as a figure is',
    product({ state: 'state: { «mean»: 1, mood: 1 }' }),
    'the name "mean" is already a function; choose another',
  ],
  [
    'an action that is not for everyone',
    product({ actions: 'actions: { none: { pull: 0 }, coupon: { pull: 1, when: «mood > 1» } }' }),
    'with decision: product an action is for everyone; leave out when',
  ],
  [
    'a visit',
    product({ more: 'decision: product\n«visit»: visit' }),
    'with decision: product nobody is decided for by visits; leave out visit',
  ],
  [
    'a budget',
    product({ more: 'decision: product\n«budget»: { on: cost, limit: 1 }' }),
    'a budget is shared between users who are decided for one by one; leave out decision',
  ],
  [
    'a figure where users are decided for',
    { reward: 'reward: { r: «total»(mood) }' },
    `reward.r: total() cannot be used here: ${ONCE}`,
  ],
];

const budget = (text: string, actions?: string): Sections => ({
  more: `budget: ${text}`,
  ...(actions && { actions }),
});

const BUDGETS: readonly Mistake[] = [
  [
    'something else that is limited',
    budget('{ on: «costs», limit: 1 }'),
    'budget.on: expected one of cost, contacts, got "costs"; did you mean "cost"?',
  ],
  [
    'another period',
    budget('{ on: cost, limit: 1, per: «week» }'),
    'budget.per: expected one of day, episode, got "week"',
  ],
  ['no limit', budget('«»{ on: cost }'), 'budget.limit: this is required'],
  ['a negative limit', budget('{ on: cost, limit: «-1» }'), 'a limit is not negative, got -1'],
  [
    'an endless limit',
    budget('{ on: cost, limit: «1 / 0» }'),
    'budget.limit: expected a finite number, got Infinity',
  ],
  [
    'a limit by user',
    budget('{ on: cost, limit: «mood» }'),
    `budget.limit: "mood" cannot be used here: ${EVERYONE}`,
  ],
  [
    'a first action with a price',
    budget('{ on: cost, limit: 1 }', 'actions: { none: { pull: 0, cost: «1» }, coupon: { pull: 1 } }'),
    `with a budget on cost the first action costs nothing, as it is done where the budget does not suffice`,
  ],
  [
    'a first action that is not for everyone',
    budget(
      '{ on: contacts, limit: 1 }',
      'actions: { none: { pull: 0, when: «mood > 1» }, coupon: { pull: 1 } }',
    ),
    `with a budget the first action is for everyone, as it is done where the budget does not suffice; leave out when`,
  ],
  [
    'an action that brings money',
    budget('{ on: cost, limit: 1 }', 'actions: { none: { pull: 0 }, coupon: { pull: 1, cost: «-2» } }'),
    'with a budget on cost no action has a negative one, got -2',
  ],
];

describe.each([
  ['products', PRODUCTS],
  ['budgets', BUDGETS],
])('mistakes in %s are told with their place', (_, mistakes) => {
  it.each(mistakes)('%s', (__, sections, message) => {
    const { text, places } = marked(smallScenario(sections));
    expect(problemsIn(text)).toContain(`${places[0]}${message}`);
  });
});
