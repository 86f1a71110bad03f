import { describe, expect, it } from 'vitest';
import type { Mistake } from './mistake.ts';
import { marked, problemsIn, type Sections, smallScenario } from './smallScenario.ts';

const more = (text: string): Sections => ({ more: text });
const channel = (text: string, rest = '') => more(`arrivals: { channels: { web: ${text} }${rest} }`);
const came = (reward: string): Sections => ({
  ...channel('{ rate: 1 }'),
  reward: `reward: { r: ${reward} }`,
});

const EVERYONE = 'this has to be the same for everyone; use parameters and numbers';
const ROOM = 'arrivals.room: expected 0 to 50 places for each user at the start, got';
const CHANNELS = Array.from({ length: 33 }, (_, k) => `c${k}: { rate: 1 }`).join(', ');

const ARRIVALS: readonly Mistake[] = [
  [
    'nobody comes any way',
    more('«arrivals»: { channels: {} }'),
    'new users come by channels, by refer, or by both; neither is given',
  ],
  ['no channels', more('arrivals: «»{ refer: 1 }'), 'arrivals.channels: this is required'],
  [
    'a key in arrivals',
    more('arrivals: { channels: {}, refer: 1, «likness»: 1 }'),
    'unknown key "likness"; did you mean "likeness"?',
  ],
  ['a key in a channel', channel('{ rate: 1, «cots»: 2 }'), 'unknown key "cots"; did you mean "cost"?'],
  ['a channel without a rate', channel('«»{ cost: 1 }'), 'arrivals.channels.web.rate: this is required'],
  [
    'a rate by user',
    channel('{ rate: «mood» }'),
    `arrivals.channels.web.rate: "mood" cannot be used here: ${EVERYONE}`,
  ],
  [
    'a rate by an unknown name',
    channel('{ rate: 2 * «gian» }'),
    'arrivals.channels.web.rate: unknown name "gian"; did you mean "gain"?',
  ],
  [
    'a drawn rate',
    channel('{ rate: 2 * «poisson»(3) }'),
    'arrivals.channels.web.rate: poisson() cannot be used here: how many come is drawn around the rate already',
  ],
  [
    'a cost by user',
    channel('{ rate: 1, cost: «mood» }'),
    `arrivals.channels.web.cost: "mood" cannot be used here: ${EVERYONE}`,
  ],
  [
    'a mix with an unknown segment',
    channel('{ rate: 1, segments: { «rar»: 1 } }'),
    'there is no segment "rar"; did you mean "rare"?',
  ],
  [
    'a mix that is not whole',
    channel('{ rate: 1, «segments»: { rare: 0.5 } }'),
    'shares add up to 1, these to 0.5',
  ],
  [
    'a negative share',
    channel('{ rate: 1, segments: { rare: «-0.5», often: 1.5 } }'),
    'a share is not negative, got -0.5',
  ],
  [
    'a channel named as founders are',
    more('arrivals: { channels: { «founders»: { rate: 1 } } }'),
    '"founders" is a channel of every scenario with arrivals; choose another name',
  ],
  [
    'a channel named as referral is',
    more('arrivals: { channels: { «referral»: { rate: 1 } } }'),
    '"referral" is a channel of every scenario with arrivals; choose another name',
  ],
  [
    'a channel with a strange name',
    more('arrivals: { channels: { «we-b»: { rate: 1 } } }'),
    'a name is a letter followed by letters, digits or _ (at most 40), got "we-b"',
  ],
  [
    'a channel named as objects have it',
    more('arrivals: { channels: { «constructor»: { rate: 1 } } }'),
    '"constructor" cannot be used as a name',
  ],
  [
    'a likeness above 1',
    channel('{ rate: 1 }', ', likeness: «1.5»'),
    'likeness is a probability, 0 to 1, got 1.5',
  ],
  [
    'a likeness by user',
    channel('{ rate: 1 }', ', likeness: «mood»'),
    `arrivals.likeness: "mood" cannot be used here: ${EVERYONE}`,
  ],
  ['room beyond the limit', channel('{ rate: 1 }', ', room: «51»'), `${ROOM} "51"`],
  ['negative room', channel('{ rate: 1 }', ', room: «-1»'), `${ROOM} "-1"`],
  [
    'half a founder',
    channel('{ rate: 1 }', ', founders: «1.5»'),
    'arrivals.founders: expected a whole number of users from 1 to 10000000, got "1.5"',
  ],
  [
    'too many founders',
    channel('{ rate: 1 }', ', founders: «10000001»'),
    'arrivals.founders: expected a whole number of users from 1 to 10000000, got "10000001"',
  ],
  [
    'a reference to nothing',
    channel('{ rate: 1 }', ', refer: «moood» > 0.2'),
    'arrivals.refer: unknown name "moood"; did you mean "mood"?',
  ],
  [
    'an unknown draw',
    channel('{ rate: 1 }', ', refer: «bernouli»(0.1)'),
    'arrivals.refer: unknown function "bernouli"; did you mean "bernoulli"?',
  ],
  [
    'too many channels',
    more(`arrivals: { «channels»: { ${CHANNELS} } }`),
    'a scenario has at most 32 channels, this one has 33',
  ],
  [
    'a channel that does not exist',
    came('channel == «wbe»'),
    'reward.r: there is no channel "wbe"; did you mean "web"?',
  ],
  [
    'a channel as a name',
    came('1 + «web»'),
    'reward.r: "web" cannot be used here: it is a channel; write channel == web',
  ],
  [
    'a channel as a number',
    came('«channel» + 1'),
    'reward.r: a channel is not a number; compare it: channel == name',
  ],
  [
    'an attribute no channel has',
    came('«channel».cots'),
    'reward.r: channels have no attribute "cots"; did you mean "cost"?',
  ],
  [
    'a channel where everyone is there from the start',
    { reward: 'reward: { r: «channel».cost }' },
    'reward.r: "channel" cannot be used here: everyone is there from the start; the file has no arrivals',
  ],
];

describe.each([['arrivals', ARRIVALS]])('mistakes in %s are told with their place', (_, mistakes) => {
  it.each(mistakes)('%s', (__, sections, message) => {
    const { text, places } = marked(smallScenario(sections));
    expect(problemsIn(text)).toContain(`${places[0]}${message}`);
  });
});
