import { describe, expect, it } from 'vitest';
import { startDate, weekdayOn, yeardayOn } from '../../../environments/scenario/calendar.ts';
import { explainDay } from '../../../environments/scenario/explain.ts';
import { load, problemsIn, smallScenario } from './smallScenario.ts';

const DAY = 86_400_000;

/** The same day as JavaScript tells it. */
function slowly(start: string, day: number): { weekday: number; yearday: number } {
  const date = new Date(Date.parse(`${start}T00:00:00Z`) + (day - 1) * DAY);
  const yearday = (date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY + 1;
  return { weekday: date.getUTCDay() || 7, yearday };
}

describe('the calendar', () => {
  it.each(['2026-09-07', '2024-02-28', '1999-12-31', '1970-01-01', '1969-12-31', '1899-06-15', '2100-02-27'])(
    'from %s on is that of the world',
    (start) => {
      const starts = startDate(start)!;
      expect(starts.number).toBe(Date.parse(start) / DAY);
      for (let day = 1; day <= 1_600; day++) {
        const { weekday, yearday } = slowly(start, day);
        expect([weekdayOn(starts, day), yeardayOn(starts.number, day)], `day ${day}`).toEqual([
          weekday,
          yearday,
        ]);
      }
    },
  );

  it('without a date begins on day 1, with years of 365 days', () => {
    const days = [1, 7, 8, 365, 366, 730];
    expect(days.map((day) => weekdayOn(undefined, day))).toEqual([1, 7, 1, 1, 2, 2]);
    expect(days.map((day) => yeardayOn(undefined, day))).toEqual([1, 7, 8, 365, 1, 365]);
  });

  it('is 0 at birth', () => {
    const starts = startDate('2026-09-10')!;
    expect([weekdayOn(starts, 0), yeardayOn(starts.number, 0), weekdayOn(undefined, 0)]).toEqual([0, 0, 0]);
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-05-00'])('has no %s', (date) => {
    expect(startDate(date)).toBeUndefined();
  });
});

describe('starts', () => {
  const user = {
    seedKey: 1,
    birth: 2,
    tenure: 3,
    segment: 0,
    stage: 0,
    action: 0,
    values: { mood: 0, recency: 0, frailty: 0 },
  };
  const told = (starts: string, day: number) => {
    const text = smallScenario({
      more: starts,
      day: 'day: { visit: weekday, season: yearday }',
      metrics: '',
      checks: '',
    });
    return explainDay(load(text), { ...user, day }).day.map(({ value }) => value);
  };

  it('gives weekday and yearday their values', () => {
    expect(told('starts: 2026-09-07', 1)).toEqual([1, 250]);
    expect(told('starts: 2026-09-12', 2)).toEqual([7, 256]);
    expect(told('', 366)).toEqual([2, 1]);
  });

  it('is kept in the program', () => {
    expect(load(smallScenario({ more: 'starts: "2026-09-07"' })).starts).toEqual({
      date: '2026-09-07',
      number: 20_703,
    });
    expect(load(smallScenario())).not.toHaveProperty('starts');
  });

  it.each([
    ['2026-02-30', 'starts: there is no day 2026-02-30'],
    ['7 September', 'starts: expected a date as 2026-09-07, got "7 September"'],
    ['2026', 'starts: expected a date as 2026-09-07, got "2026"'],
  ])('refuses %s', (date, message) => {
    expect(problemsIn(smallScenario({ horizon: `horizon: 10\nstarts: ${date}` }))).toEqual([
      `test.yaml:4:9: ${message}`,
    ]);
  });

  it('is told with all other mistakes', () => {
    const text = smallScenario({ horizon: 'horizon: 10\nstarts: soon', day: 'day: { visit: moood }' });
    expect(problemsIn(text).join('\n')).toMatch(/expected a date[\s\S]*unknown name "moood"/);
  });
});
