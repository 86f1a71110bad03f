import { describe, it } from 'vitest';
import { expectMistake, type Mistake } from './mistake.ts';
import type { Sections } from './smallScenario.ts';

/** The day with another formula for the mood. */
const inDay = (formula: string): Sections => ({ day: `day:\n  visit: bernoulli(rate)\n  mood: ${formula}` });

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

describe('a mistake of a formula', () => {
  it.each(FORMULAS)('%s', (_title, sections, message) => expectMistake(sections, message));
});
