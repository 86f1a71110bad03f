import { describe, expect, it } from 'vitest';
import { drawKey, uniformDraw } from '../../../environments/random/keyedDraw.ts';
import { purposeOf } from '../../../environments/random/purpose.ts';
import { explainBirth, explainDay } from '../../../environments/scenario/explain.ts';
import { load, smallScenario } from './smallScenario.ts';

const USER = {
  seedKey: 77,
  birth: -123456,
  day: 9,
  tenure: 9,
  segment: 1,
  stage: 0,
  action: 1,
  values: { frailty: 0.5, mood: 0.25, recency: 3 },
};

function uniform(purpose: string, day = USER.day): number {
  const { a, b } = drawKey(USER.seedKey, day, purposeOf(purpose));
  return uniformDraw(USER.birth, a, b);
}

describe('explainDay(program, user)', () => {
  const explained = explainDay(load(smallScenario()), USER);

  it('gives every formula of the day with its text, inputs and draws', () => {
    const u = uniform('day.visit/0');
    expect(explained.day[0]).toEqual({
      name: 'visit',
      text: 'bernoulli(rate)',
      value: u < 0.6 ? 1 : 0,
      inputs: [{ name: 'rate', value: 0.6 }],
      draws: [{ distribution: 'bernoulli', arguments: [0.6], uniform: u, value: u < 0.6 ? 1 : 0 }],
    });
    expect(explained.day[1]).toMatchObject({ name: 'mood', value: 0.75, draws: [] });
  });

  it('sums the transitions in their order and compares the sums with one draw', () => {
    const lifecycle = 'lifecycle: { new: { loyal: 0.25, gone: 0.125 }, loyal: { gone: 0 }, gone: {} }';
    const { transitions, uniform: drawn, stage } = explainDay(load(smallScenario({ lifecycle })), USER);
    expect(transitions.map(({ name, to, value, upTo }) => [name, to, value, upTo])).toEqual([
      ['loyal', 1, 0.25, 0.25],
      ['gone', 2, 0.125, 0.375],
    ]);
    expect(drawn).toBe(uniform('lifecycle'));
    expect(stage).toBe(drawn < 0.25 ? 1 : drawn < 0.375 ? 2 : 0);
  });

  it('takes no transition of negative probability, and each of the others with its own', () => {
    const stageFor = (ways: string, birth: number) => {
      const lifecycle = `lifecycle: { new: ${ways}, loyal: { gone: 0 }, gone: {} }`;
      return explainDay(load(smallScenario({ lifecycle })), { ...USER, birth }).stage;
    };
    const births = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect(new Set(births.map((birth) => stageFor('{ loyal: -1, gone: 0 }', birth)))).toEqual(new Set([0]));
    expect(new Set(births.map((birth) => stageFor('{ loyal: -1, gone: 1 }', birth)))).toEqual(new Set([2]));
    expect(new Set(births.map((birth) => stageFor('{ loyal: true, gone: 1 }', birth)))).toEqual(new Set([1]));
  });

  it('sums the parts of the reward', () => {
    const [visit, cost] = explained.reward.map(({ value }) => value);
    expect(cost).toBe(-0.1);
    expect(explained.total).toBe(visit + cost);
  });

  it('gives whether the day was a visit, in the evening stage, where the scenario says what a visit is', () => {
    expect(explained.visit).toBeUndefined();
    const lifecycle = 'lifecycle: { new: { loyal: 1, gone: 0 }, loyal: { gone: 0 }, gone: {} }';
    const more = 'visit: stage == loyal and mood > 0.5';
    const { visit } = explainDay(load(smallScenario({ lifecycle, more })), USER);
    const inputs = [
      { name: 'stage', value: 1 },
      { name: 'mood', value: 0.75 },
    ];
    expect(visit).toEqual({ name: 'visit', text: more.slice(7), value: 1, inputs, draws: [] });
  });

  it('gives reward, metrics and observation in the evening stage', () => {
    const seen = explained.observe.find(({ name }) => name === 'phase');
    expect(seen?.value).toBe(explained.stage);
    expect(explained.metrics[0].value).toBe(explained.day[0].value);
  });

  it('gives traits and state as the columns hold them', () => {
    expect(explained.values).toEqual({ frailty: 0.5, mood: 0.75, recency: 3 });
    const third = explainDay(load(smallScenario({ day: 'day: { visit: true, mood: 1 / 3 }' })), USER);
    expect(third.values['mood']).toBe(Math.fround(1 / 3));
  });

  it('reports a draw that is read twice, in a < x < b, once', () => {
    const day = 'day: { visit: "0.2 < uniform(0, 1) < 0.8" }';
    const { draws } = explainDay(load(smallScenario({ day })), USER).day[0];
    expect(draws).toHaveLength(1);
  });

  it('reports only draws that were made, with the uniform where there is one', () => {
    const day = 'day:\n  visit: false\n  mood: "visit ? normal(0, 1) : gamma(2, 3) + exponential(1)"';
    const { draws } = explainDay(load(smallScenario({ day })), USER).day[1];
    expect(draws.map((draw) => [draw.distribution, draw.arguments, draw.uniform])).toEqual([
      ['gamma', [2, 3], undefined],
      ['exponential', [1], uniform('day.mood/2')],
    ]);
  });
});

describe('explainDay(program, user), where not everyone may be given everything', () => {
  const explain = (actions: string, action: number, day = USER.day) => {
    const reward = 'reward: { pull: action.pull }';
    const program = load(smallScenario({ actions: `actions: ${actions}`, reward }));
    return explainDay(program, { ...USER, action, day, tenure: day });
  };

  it('takes the action that was chosen where it was available', () => {
    const { action, offered, total } = explain(
      '{ none: { pull: 1 }, coupon: { pull: 2, when: mood < 0.5 } }',
      1,
    );
    expect([action, total]).toEqual([1, 2]);
    const inputs = [{ name: 'mood', value: 0.25 }];
    expect(offered).toEqual([{ name: 'coupon', text: 'mood < 0.5', value: 1, inputs, draws: [] }]);
  });

  it('takes the first available action where it was not, and the first of all where none was', () => {
    const some =
      '{ none: { pull: 1, when: mood > 0.5 }, coupon: { pull: 2 }, call: { pull: 3, when: false } }';
    const none =
      '{ none: { pull: 1, when: false }, coupon: { pull: 2, when: false }, call: { pull: 3, when: 0 } }';
    expect([explain(some, 2).action, explain(some, 2).total]).toEqual([1, 2]);
    expect([explain(some, 0).action, explain(none, 2).action, explain(none, 2).total]).toEqual([1, 0, 1]);
    expect(explain(some, 2).offered.map(({ name, value }) => [name, value])).toEqual([
      ['none', 0],
      ['call', 0],
    ]);
  });

  it('asks with the day before, and at birth with 0', () => {
    const actions = (when: string) => `{ none: { pull: 1 }, coupon: { pull: 2, when: ${when} } }`;
    expect(explain(actions('day == 8 and weekday == 1 and tenure == 8'), 1).action).toBe(1);
    expect(explain(actions('day == 0 and weekday == 0 and tenure == 0'), 1, 1).action).toBe(1);
    expect(explain(actions('day == 9'), 1).action).toBe(0);
  });
});

describe('explainBirth(program, user)', () => {
  it('gives traits and state with their draws, of day 0', () => {
    const traits = 'traits: { frailty: "uniform(0, 2)", doubled: 2 * frailty }';
    const {
      traits: explained,
      state,
      values,
    } = explainBirth(load(smallScenario({ traits })), { ...USER, day: 0 });
    const u = uniform('traits.frailty/0', 0);
    expect(explained.map(({ name, value }) => [name, value])).toEqual([
      ['frailty', 2 * u],
      ['doubled', 4 * u],
    ]);
    expect(state.map(({ name, value }) => [name, value])).toEqual([
      ['mood', 0.5],
      ['recency', 0],
    ]);
    expect(values).toEqual({ frailty: 2 * u, doubled: 4 * u, mood: 0.5, recency: 0 });
  });
});
