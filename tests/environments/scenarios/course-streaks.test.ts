import { describe, expect, it } from 'vitest';
import { gainOf } from './played.ts';

describe('the scenario course-streaks', () => {
  it('makes reminders cost practice only where practice leans on them', () => {
    expect(gainOf('course-streaks', 'dailyReminders', 'practiceDays')).toBeLessThan(-20);
    expect(gainOf('course-streaks', 'dailyReminders', 'practiceDays', { crutch: 0 })).toBeGreaterThan(10);
  });

  it('makes a freeze keep people only where a broken streak hurts', () => {
    expect(gainOf('course-streaks', 'always:freeze', 'retention.end')).toBeGreaterThan(0.05);
    expect(gainOf('course-streaks', 'always:freeze', 'retention.end', { hurt: 0 })).toBeLessThan(0.02);
  });
});
