import { describe, expect, it } from 'vitest';
import { marked, problemsIn, type Sections, smallScenario } from './smallScenario.ts';

/** What is wrong, a scenario with it (« » mark where the message shall point), and the message. */
type Mistake = readonly [title: string, sections: Sections, message: string];

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

const FORMULAS: readonly Mistake[] = [
  [
    'a name that nobody knows, with the nearest one',
    inDay('mood + «gian» * 2'),
    'day.mood: unknown name "gian"; did you mean "gain"?',
  ],
  [
    'a name that nobody knows, in a quoted formula',
    inDay('"mood ? 1 : «moood»"'),
    'day.mood: unknown name "moood"; did you mean "mood"?',
  ],
  [
    'a name that begins with another',
    inDay('«moods» * 0 + mood'),
    'day.mood: unknown name "moods"; did you mean "mood"?',
  ],
  ['a name in capitals', inDay('1 + «Mood»'), 'day.mood: unknown name "Mood"; did you mean "mood"?'],
  [
    'an action attribute that no action has',
    inDay('2 * action.«pul»'),
    'day.mood: actions have no attribute "pul"; did you mean "pull"?',
  ],
  [
    'a function that nobody knows',
    inDay('1 - «logisitc»(mood)'),
    'day.mood: unknown function "logisitc"; did you mean "logistic"?',
  ],
  [
    'a function as a name',
    inDay('1 - «exp»'),
    'day.mood: "exp" cannot be used here: it is a function; give it arguments in ( )',
  ],
  [
    'a stage as a name',
    inDay('1 - «loyal»'),
    'day.mood: "loyal" cannot be used here: it is a stage; write stage == loyal',
  ],
  [
    'a stage that does not exist',
    inDay('stage == «loyl»'),
    'day.mood: there is no stage "loyl"; did you mean "loyal"?',
  ],
  [
    'a segment that does not exist, on the left',
    inDay('«oftn» != segment'),
    'day.mood: there is no segment "oftn"; did you mean "often"?',
  ],
  [
    'a family that does not exist',
    inDay('action.family == «promo»'),
    'day.mood: there is no family "promo"; valid here: none, recommendation, interaction, promotion',
  ],
  [
    'a stage compared with a segment',
    inDay('«stage» == segment'),
    'day.mood: a stage can only be compared with the name of a stage',
  ],
  [
    'arithmetic with a stage',
    inDay('2 * «stage»'),
    'day.mood: a stage is not a number; compare it: stage == name',
  ],
  [
    'a stage by itself',
    { reward: 'reward: { r: «stage» }' },
    'reward.r: a stage is not a number; compare it: stage == name',
  ],
  [
    'an assignment',
    inDay('«mood» = 3'),
    'day.mood: an assignment (=; compare with ==) cannot be used in a formula',
  ],
  [
    'a multiplication without a sign',
    inDay('1 + 2 «mood»'),
    'day.mood: write the multiplication in "2 mood" with *',
  ],
  ['a percentage', inDay('mood + «10»%'), 'day.mood: write a percentage as a part of 1: 0.1 for 10%'],
  [
    'too few arguments',
    inDay('"1 + «clamp»(mood, 0)"'),
    'day.mood: clamp takes 3 arguments, got 2: clamp(x, lowest, highest)',
  ],
  [
    'too many arguments',
    inDay('"1 + «bernoulli»(mood, 0)"'),
    'day.mood: bernoulli takes 1 argument, got 2: bernoulli(probability), true or false',
  ],
  [
    'an exponent that is not whole',
    inDay('mood ^ «0.5»'),
    'day.mood: an exponent is a whole number from 0 to 16; otherwise write exp(b * log(a))',
  ],
  [
    'an exponent that is too large',
    inDay('mood ^ «17»'),
    'day.mood: an exponent is a whole number from 0 to 16; otherwise write exp(b * log(a))',
  ],
  [
    'an exponent that is not a number',
    inDay('2 ^ «mood»'),
    'day.mood: an exponent is a whole number from 0 to 16; otherwise write exp(b * log(a))',
  ],
  [
    'an operator of mathjs that is not part of the language',
    inDay('1 + «mood»!'),
    'day.mood: the operator "!" cannot be used in a formula',
  ],
  ['a text', inDay(`"1 + '«abc»'"`), 'day.mood: expected a number, got "abc"'],
  ['a number too large to be one', inDay('mood * «1e999»'), 'day.mood: numbers must be finite, got Infinity'],
  ['a formula that ends too early', inDay('1 +« »'), 'day.mood: not a formula: Unexpected end of expression'],
  ['a bracket too many', inDay('(1 + mood)«)»'), 'day.mood: not a formula: Unexpected operator )'],
  [
    'a comment in a formula',
    inDay('"mood «#» yesterday"'),
    'day.mood: a comment (#) cannot stand in a formula',
  ],
];

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

const PROGRAMS: readonly Mistake[] = [
  [
    'shares that do not add up to 1',
    { segments: '«segments»: { rare: { share: 0.75, rate: 0 }, often: { share: 0.5, rate: 0 } }' },
    'shares add up to 1, these to 1.25',
  ],
  [
    'a negative share',
    { segments: 'segments: { rare: { share: 1.5, rate: 0 }, often: { share: «-0.5», rate: 0 } }' },
    'a share is not negative, got -0.5',
  ],
  [
    'a share that cannot be computed, whatever the sum is then',
    { segments: 'segments: { rare: { share: 0.75, rate: 0 }, often: { share: 1 - «gian», rate: 0 } }' },
    'segments.often.share: unknown name "gian"; did you mean "gain"?',
  ],
  [
    'a segment without a property of the others',
    { segments: 'segments: { rare: { share: 0.5, rate: 0 }, «often»: { share: 0.5 } }' },
    'every segment has the same properties; "often" lacks rate',
  ],
  [
    'an action without an attribute of the others',
    { actions: 'actions: { «none»: {}, coupon: { pull: 1 } }' },
    'every action has the same properties; "none" lacks pull',
  ],
  [
    'an attribute that is not finite',
    { actions: 'actions: { none: { pull: 0 }, coupon: { pull: «1 / 0» } }' },
    'actions.coupon.pull: expected a finite number, got Infinity',
  ],
  [
    'no action',
    {
      actions: '«actions»: {}',
      day: 'day: { visit: true }',
      reward: 'reward: { r: 0 }',
      rules: '',
    },
    'a scenario has at least one action',
  ],
  ['no part of the reward', { reward: '«reward»: {}' }, 'a reward has at least one part'],
  [
    'a transition to a stage that does not exist',
    { lifecycle: 'lifecycle: { new: { «loyl»: visit, gone: 0.1 }, loyal: { gone: 0.01 }, gone: {} }' },
    'there is no stage "loyl"; did you mean "loyal"?',
  ],
  [
    'a first stage that everyone has left',
    { lifecycle: 'lifecycle: { «present»: {} }' },
    'everyone is born in the first stage, and a stage without a way out means left for good; where nobody leaves, give it { gone: 0 } and a stage gone: {}',
  ],
  ['no stage', { lifecycle: '«lifecycle»: {}' }, 'a scenario has at least one stage'],
  [
    'a day variable named as a trait',
    { traits: 'traits: { frailty: 0, again: 1 }', day: 'day: { «again»: 1, visit: true }' },
    'the name "again" is already a trait; choose another',
  ],
  [
    'a state variable named as a segment property',
    { state: 'state: { mood: 0, recency: 0, «rate»: 0 }' },
    'the name "rate" is already a segment property; choose another',
  ],
  [
    'a state variable named as a built-in symbol',
    { state: 'state: { mood: 0, recency: 0, «tenure»: 0 }' },
    'the name "tenure" is already a built-in symbol; choose another',
  ],
  [
    'a trait named as a function',
    { traits: 'traits: { frailty: 0, «min»: 0 }' },
    'the name "min" is already a function; choose another',
  ],
  [
    'a state variable named as a sum that is kept for every user',
    { state: 'state: { mood: 0, recency: 0, «sum_visits_»: 0 }' },
    'the name "sum_visits_" is already a sum over the days of each user; choose another',
  ],
  [
    'probabilities that do not add up to 1',
    doing('«{ none: 0.5, coupon: 0.25 }»'),
    'probabilities add up to 1, these to 0.75',
  ],
  ['no probability at all', doing('«{}»'), 'probabilities add up to 1, these to 0'],
  [
    'a negative probability',
    doing('{ none: 1.5, coupon: «-0.5» }'),
    'a probability is not negative, got -0.5',
  ],
  [
    'a probability that is not finite',
    doing('{ none: 0.5, coupon: «1 / 0» }'),
    'rules.r.choose.0.do.coupon: expected a finite number, got Infinity',
  ],
  [
    'a discount above 1',
    { more: 'objective: { discount: «1.01» }' },
    'a discount is above 0 and at most 1, got 1.01',
  ],
  [
    'a discount of 0',
    { more: 'objective: { criterion: total, discount: «0» }' },
    'a discount is above 0 and at most 1, got 0',
  ],
  [
    'a discounted criterion without a discount',
    { more: 'objective: { criterion: «discounted» }' },
    'the criterion discounted needs a discount below 1',
  ],
  [
    'a discounted criterion with a discount of 1',
    { more: 'objective: { criterion: «discounted», discount: 2 * gain }' },
    'the criterion discounted needs a discount below 1',
  ],
  [
    'a total with a discount',
    { more: 'objective: { criterion: total, discount: «0.9» }' },
    'the criterion total goes with a discount of 1, got 0.9',
  ],
  [
    'an average with a discount',
    { more: 'objective: { criterion: average, discount: «1 - gain» }' },
    'the criterion average goes with a discount of 1, got 0.5',
  ],
  [
    'bins that do not rise',
    { observe: 'observe: { mood: { value: mood, bins: «[1, 1]» }, phase: stage }' },
    'bins are rising edges, got [1, 1]',
  ],
  [
    'bins on a closed list',
    { observe: 'observe: { mood: mood, phase: { value: stage, bins: «[1, 2]» } }' },
    'a stage has a bin for each name already',
  ],
  [
    'more values than there may be bins',
    {
      state: 'state: { mood: 0, recency: { value: 0, range: [0, 1000] } }',
      observe: 'observe: { mood: mood, r: «recency» }',
    },
    '"recency" has 1001 values; give at most 255 edges as bins',
  ],
  [
    'more tabular states than there may be',
    {
      observe: `«observe»: { mood: mood, ${['a', 'b', 'c'].map((n) => `${n}: { value: mood, bins: [${Array.from({ length: 100 }, (_, i) => i)}] }`).join(', ')} }`,
    },
    'the bins make 1030301 tabular states, a scenario has at most 1000000',
  ],
  [
    'a range that falls',
    { state: 'state: { mood: 0, recency: { value: 0, range: «[5, 0]» } }' },
    'a range rises and has at most 100000 values, got [5, 0]',
  ],
  [
    'values and a range',
    { state: 'state: { mood: 0, recency: «{ value: 0, range: [0, 1], values: [0, 1] }» }' },
    'give either values or range, not both',
  ],
  [
    'a default outside its range',
    { parameters: 'parameters: { gain: { value: «1.5», range: [0, 1] } }' },
    'expected parameter "gain" to be between 0 and 1, got 1.5',
  ],
  [
    'a parameter range that falls',
    { parameters: 'parameters: { gain: { value: 0.5, range: «[1, 0]» } }' },
    'a range rises, got [1, 0]',
  ],
  [
    'a metric named as one of every scenario',
    { metrics: 'metrics: { visits: 1, «retention»: 1 }' },
    '"retention" is a metric of every scenario; choose another name',
  ],
  [
    'a check of an unknown policy',
    { checks: 'checks: [{ policy: «carefull», metric: visits, between: [0, 1] }]' },
    'there is no policy "carefull"; did you mean "careful"?',
  ],
  [
    'a check against an unknown policy',
    { checks: 'checks: [{ policy: none, minus: "«always:cupon»", metric: visits, between: [0, 1] }]' },
    'there is no policy "always:cupon"; did you mean "always:coupon"?',
  ],
  [
    'a check of an unknown metric',
    { checks: 'checks: [{ policy: none, metric: «visit», between: [0, 1] }]' },
    'there is no metric "visit"; did you mean "visits"?',
  ],
  [
    'a check of the share of an unknown stage',
    { checks: 'checks: [{ policy: none, metric: «share.loyl», between: [0, 1] }]' },
    'there is no metric "share.loyl"; did you mean "share.loyal"?',
  ],
  [
    'a check after the end',
    { checks: 'checks: [{ policy: none, metric: visits, day: «11», between: [0, 1] }]' },
    'the horizon is 10 days, got 11',
  ],
  [
    'a check with bounds that fall',
    { checks: 'checks: [{ policy: none, metric: visits, between: «[1, 0]» }]' },
    'bounds rise, got [1, 0]',
  ],
  [
    'a check of the spread of something that has none',
    { checks: 'checks: [{ policy: none, metric: retention, statistic: «sd», between: [0, 1] }]' },
    'only the mean of retention can be checked',
  ],
];

describe.each([
  ['formula', FORMULAS],
  ['place of a name', PLACES],
  ['shape', SHAPES],
  ['program', PROGRAMS],
] as const)('a mistake of %s', (_, mistakes) => {
  it.each(mistakes)('%s', (_title, sections, message) => {
    const { text, places } = marked(smallScenario(sections));
    expect(places).toHaveLength(1);
    expect(problemsIn(text)).toEqual([places[0] + message]);
  });
});
