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

const PLACES: readonly Mistake[] = [
  [
    'a name that is set further down',
    { day: 'day:\n  mood: 0 + «visit»\n  visit: bernoulli(rate)' },
    'day.mood: "visit" cannot be used here: it is computed further down',
  ],
  [
    'a trait that sees one below it',
    { traits: 'traits: { frailty: 2 * «other», other: 1 }' },
    'traits.frailty: "other" cannot be used here: it is set further down',
  ],
  [
    'a trait that sees itself',
    { traits: 'traits: { frailty: 2 * «frailty» }' },
    'traits.frailty: "frailty" cannot be used here: it is set further down',
  ],
  [
    'the day at birth',
    { traits: 'traits: { frailty: 2 * «day» }' },
    'traits.frailty: "day" cannot be used here: it is known only during the day',
  ],
  [
    'an action at birth',
    { traits: 'traits: { frailty: «action».pull }' },
    'traits.frailty: "action" cannot be used here: it is known only during the day',
  ],
  [
    'state where everything has to be the same for everyone',
    { actions: 'actions: { none: { pull: 0 }, coupon: { pull: 2 * «mood» } }' },
    'actions.coupon.pull: "mood" cannot be used here: this has to be the same for everyone; use parameters and numbers',
  ],
  [
    'a draw where everything has to be the same for everyone',
    { actions: 'actions: { none: { pull: 0 }, coupon: { pull: "«uniform»(0, 1)" } }' },
    'actions.coupon.pull: uniform() cannot be used here: this has to be the same for everyone',
  ],
  [
    'a rule that looks behind the scenes',
    { rules: 'rules: { r: { about: x, choose: [{ when: 1 < «frailty», do: coupon }] } }' },
    'rules.r.choose.0.when: "frailty" cannot be used here: rules see only what agents see; add it to observe',
  ],
  [
    'a rule that draws',
    { rules: 'rules: { r: { about: x, choose: [{ when: «bernoulli»(0.5), do: coupon }] } }' },
    'rules.r.choose.0.when: bernoulli() cannot be used here: a rule decides by what agents see',
  ],
  [
    'a rule that reads attributes of an action that is observed',
    {
      observe: 'observe: { mood: mood, action: action }',
      rules: 'rules: { r: { about: x, choose: [{ when: «action».family == promotion, do: coupon }] } }',
    },
    'rules.r.choose.0.when: "action" cannot be used here: rules see only what agents see; add it to observe',
  ],
  [
    'a day variable in whom an action may be given to',
    whenCoupon('2 * «visit» > 1'),
    'actions.coupon.when: "visit" cannot be used here: it is forgotten overnight; keep it in state',
  ],
  [
    'a draw in whom an action may be given to',
    whenCoupon('«bernoulli»(mood)'),
    'actions.coupon.when: bernoulli() cannot be used here: what may be done is known, not drawn; draw a state variable in day',
  ],
  [
    'an unknown name in whom an action may be given to',
    whenCoupon('«moood» > 0.5'),
    'actions.coupon.when: unknown name "moood"; did you mean "mood"?',
  ],
  [
    'a stage that does not exist in whom an action may be given to',
    whenCoupon('stage == «loyl»'),
    'actions.coupon.when: there is no stage "loyl"; did you mean "loyal"?',
  ],
  [
    'a stage as a condition',
    whenCoupon('«stage»'),
    'actions.coupon.when: a stage is not a number; compare it: stage == name',
  ],
  [
    'an unknown name in what a visit is',
    { more: 'visit: visit or «moood» > 0.5' },
    'visit: unknown name "moood"; did you mean "mood"?',
  ],
  [
    'a stage as what a visit is',
    { more: 'visit: «stage»' },
    'visit: a stage is not a number; compare it: stage == name',
  ],
  [
    'the condition of an action as its attribute',
    inDay('2 * action.«when»'),
    'day.mood: actions have no attribute "when"; valid here: cost, pull, family',
  ],
  [
    'a rule that takes an unknown action with some probability',
    doing('{ none: 0.5, «cupon»: 0.5 }'),
    'there is no action "cupon"; did you mean "coupon"?',
  ],
  [
    'a probability that depends on what agents see',
    doing('{ none: 0.5, coupon: 1 - «mood» }'),
    'rules.r.choose.0.do.coupon: "mood" cannot be used here: this has to be the same for everyone; use parameters and numbers',
  ],
  [
    'a discount that depends on the user',
    { more: 'objective: { discount: 1 - «mood» }' },
    'objective.discount: "mood" cannot be used here: this has to be the same for everyone; use parameters and numbers',
  ],
  [
    'a rule that takes an unknown action',
    { rules: 'rules: { r: { about: x, choose: [{ do: «cupon» }] } }' },
    'there is no action "cupon"; did you mean "coupon"?',
  ],
  [
    'a rule named as a policy of every scenario',
    { rules: 'rules: { «none»: { about: x, choose: [{ do: coupon }] } }' },
    '"none" is a policy of every scenario',
  ],
];

describe('a mistake of the place of a name', () => {
  it.each(PLACES)('%s', (_title, sections, message) => expectMistake(sections, message));
});
