import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { loadScenario, readScenarioFile } from '../../../environments/scenario/loadScenario.ts';
import { marksOf } from '../../../src/replay/marks.ts';
import type { Recording } from '../../../src/replay/recording.ts';
import { openReplay } from '../../../src/replay/replay.ts';
import { playedBy } from './playedBy.ts';
import { budgetShop, RECORDINGS } from './replayFixtures.ts';

function scenario(name: string) {
  const file = new URL(`../../../scenarios/${name}.yaml`, import.meta.url);
  return loadScenario(readScenarioFile(fileURLToPath(file)));
}

/** Everybody is given one action, and from some day on every third user another one. */
function switched(name: string, users: number, day: number, action: number, seed = 's'): Recording {
  const program = scenario(name);
  const actions = new Uint8Array(users * program.horizon);
  for (let k = (day - 1) * users; k < actions.length; k++) if (k % 3 === 0) actions[k] = action;
  return { program, users, seed, actions, label: name };
}

describe('marksOf()', () => {
  it('finds next to nothing where nothing changes and nothing makes a difference', () => {
    const marks = Array.from({ length: 24 }, (_, k) => {
      const recording = switched('no-difference', 100 * (1 + (k % 4)), 1, 0, `seed ${k}`);
      recording.actions.fill(k % recording.program.actions.length);
      return marksOf(openReplay(recording));
    });
    expect(marks.flat().length).toBeLessThanOrEqual(1);
  });

  it('finds the day from which on coupons are given, and those who leave for it', () => {
    const marks = marksOf(openReplay(switched('coupon-trap', 600, 90, 3)));
    const [policy, ...others] = marks.filter(({ kind }) => kind === 'policy');
    expect(policy).toMatchObject({ day: 90, about: expect.stringMatching(/^coupon 0 % → 3\d %$/) });
    expect(others).toEqual([]);
    const waves = marks.filter(({ kind }) => kind === 'churn').map(({ day }) => day);
    expect(waves).toHaveLength(1);
    expect(waves[0]).toBeGreaterThan(90);
    expect(waves[0]).toBeLessThan(115);
  });

  it('finds the first day, on which most founding users of a leaky product leave', () => {
    const marks = marksOf(playedBy(scenario('leaky-growth'), 'cheapestChannel', 20).replay);
    const [first] = marks.filter(({ kind }) => kind === 'churn');
    expect(first).toMatchObject({ day: 1, about: expect.stringMatching(/^\d+ left, usually \d+$/) });
    const [left, usual] = (first.about.match(/\d+/g) ?? []).map(Number);
    expect(left).toBeGreaterThan(800);
    expect(usual).toBeLessThan(300);
  });

  it('marks only days on which somebody left as waves: a bot that answers first', () => {
    const { replay } = playedBy(scenario('unresolved-questions'), 'botFirst', 1000);
    const waves = marksOf(replay).filter(({ kind }) => kind === 'churn');
    expect(waves.length).toBeGreaterThan(0);
    for (const { day } of waves) {
      const near = [-1, 1].map((by) => replay.frame(day + by).left);
      expect(replay.frame(day).left).toBeGreaterThan(0);
      expect(replay.frame(day).left).toBeGreaterThanOrEqual(Math.max(...near));
    }
  });

  it('finds when a budget was spent', () => {
    const budgets = (budget: string) =>
      marksOf(openReplay(budgetShop(budget))).filter(({ kind }) => kind === 'budget');
    expect(budgets('limit: 0.004')[0]).toMatchObject({ day: 1, about: expect.stringMatching(/^the day’s/) });
    expect(budgets('limit: 0.1, per: episode')).toEqual([
      expect.objectContaining({ about: 'the budget is spent' }),
    ]);
    expect(budgets('limit: 0.1, per: episode')[0].day).toBeGreaterThan(1);
  });

  it.each(RECORDINGS)('is in order of day, with at most 12 of a kind: %s', (_, make) => {
    const replay = openReplay(make());
    const marks = marksOf(replay);
    const days = marks.map(({ day }) => day);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(days.every((day) => day >= 1 && day <= replay.days)).toBe(true);
    for (const kind of ['churn', 'policy', 'budget'])
      expect(marks.filter((mark) => mark.kind === kind).length).toBeLessThanOrEqual(12);
  });

  it('keeps the strongest of many', () => {
    const recording = switched('coupon-trap', 200, 1, 0);
    const { users, actions } = recording;
    // Every 8 days another action for all, but in the first 40 days for a third of them.
    for (let k = 0; k < actions.length; k++) {
      const [day, user] = [1 + Math.floor(k / users), k % users];
      if (Math.floor((day - 1) / 8) % 2 === 1 && (day > 40 || user % 3 === 0)) actions[k] = 1;
    }
    const marks = marksOf(openReplay(recording)).filter(({ kind }) => kind === 'policy');
    expect(marks.length).toBe(12);
    expect(marks[0].day).toBe(41);
  });
});
