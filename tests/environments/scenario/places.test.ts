import { describe, expect, it } from 'vitest';
import { marked, problemsIn, smallScenario } from './smallScenario.ts';

/** Ways to write the day's formulas, with an unknown name in each. */
const WRITINGS: Readonly<Record<string, string>> = {
  'a plain formula': 'day:\n  visit: bernoulli(rate)\n  mood: mood + «bad»',
  'a plain formula in a flow map': 'day: { visit: bernoulli(rate), mood: mood + «bad» }',
  'a formula in double quotes': 'day: { visit: bernoulli(rate), mood: "max(mood, «bad»)" }',
  'a formula in single quotes': "day: { visit: bernoulli(rate), mood: 'max(mood, «bad»)' }",
  'a formula after a comment': '# mood: bad\nday:\n  visit: bernoulli(rate) # bad\n  mood: «bad» + mood',
  'a formula on the line below its key': 'day:\n  visit: bernoulli(rate)\n  mood:\n    mood + «bad»',
  'a formula in a block': 'day:\n  visit: bernoulli(rate)\n  mood: |-\n    mood + «bad»',
  'a formula whose key is quoted': 'day:\n  visit: bernoulli(rate)\n  "mood": mood + «bad»',
  'a name in letters of another script': 'day:\n  visit: bernoulli(rate)\n  mood: mood + «größe»',
};

describe('a message points', () => {
  it.each(Object.entries(WRITINGS))('at the name in %s', (_, day) => {
    const { text, places } = marked(smallScenario({ day }));
    const problems = problemsIn(text);
    expect(problems).toHaveLength(1);
    expect(problems[0].slice(0, places[0].length)).toBe(places[0]);
  });

  it('at the same place where lines end as on Windows', () => {
    const { text, places } = marked(smallScenario({ day: WRITINGS['a plain formula'] as string }));
    expect(problemsIn(text.replaceAll('\n', '\r\n'))[0].slice(0, places[0].length)).toBe(places[0]);
  });

  it('at the start of a formula that is folded over lines', () => {
    const { text, places } = marked(
      smallScenario({ day: 'day:\n  visit: bernoulli(rate)\n  mood: «»>-\n    mood +\n    nowhere' }),
    );
    expect(problemsIn(text)).toEqual([`${places[0]}day.mood: unknown name "nowhere"`]);
  });

  it('at each use of a name that stands there several times', () => {
    const { text, places } = marked(
      smallScenario({ day: 'day: { visit: true, mood: «nowhere» + mood * «nowhere» - (mood > «nowhere») }' }),
    );
    expect(problemsIn(text)).toEqual(places.map((place) => `${place}day.mood: unknown name "nowhere"`));
  });

  it('at the name after numbers, attributes and refused parts that contain the same name', () => {
    const { text, places } = marked(
      smallScenario({ day: 'day: { visit: true, mood: 2 * action.pull - 2 «bad» + «bad» ^ «2.5» }' }),
    );
    const found = problemsIn(text).map((problem) => problem.split('day.mood')[0]);
    expect(new Set(found)).toEqual(new Set(places));
  });
});

describe('several mistakes', () => {
  it('of names and formulas are reported at once, in the order of the file', () => {
    const { text, places } = marked(
      smallScenario({
        segments: '«segments»: { rare: { share: 0.5, rate: 0 }, often: { share: 0.25, rate: 0 } }',
        day: 'day:\n  visit: bernoulli(«rat»)\n  mood: «mod» + «gan»',
        observe: 'observe: { mood: { value: mood, bins: «[2, 1]» } }',
        checks: 'checks: [{ policy: «non», metric: visits, between: [0, 1] }]',
      }),
    );
    expect(problemsIn(text)).toEqual([
      `${places[0]}shares add up to 1, these to 0.75`,
      `${places[1]}day.visit: unknown name "rat"; did you mean "rate"?`,
      `${places[2]}day.mood: unknown name "mod"; did you mean "mood"?`,
      `${places[3]}day.mood: unknown name "gan"; did you mean "gain"?`,
      `${places[4]}bins are rising edges, got [2, 1]`,
      `${places[5]}there is no policy "non"; did you mean "none"?`,
    ]);
  });

  it('of shape are reported at once, in the order of the file', () => {
    const { text, places } = marked(
      smallScenario({ horizon: 'horizon: «0.5»', state: 'state: «no»', more: '«chcks»: []' }),
    );
    expect(problemsIn(text).map((problem, i) => problem.startsWith(places[i]))).toEqual([true, true, true]);
  });

  it('beyond fifty are left out', () => {
    const wrong = Array.from({ length: 200 }, (_, i) => `  v${i}: nothing${i}`).join('\n');
    expect(problemsIn(smallScenario({ day: `day:\n  visit: true\n${wrong}` }))).toHaveLength(50);
  });
});
