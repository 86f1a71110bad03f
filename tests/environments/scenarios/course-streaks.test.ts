import { describe, expect, it } from 'vitest';
import { difference } from './difference.ts';

describe('the scenario course-streaks', () => {
  const reminders = { policy: 'dailyReminders', minus: 'none', metric: 'practiceDays' };

  it('makes reminders cost practice only where practice leans on them', () => {
    expect(difference('course-streaks', {}, reminders)).toBeLessThan(-20);
    expect(difference('course-streaks', { crutch: 0 }, reminders)).toBeGreaterThan(10);
  });

  it('makes a freeze keep people only where a broken streak hurts', () => {
    const freezes = { policy: 'always:freeze', minus: 'none', metric: 'retention.end' };
    expect(difference('course-streaks', {}, freezes)).toBeGreaterThan(0.05);
    expect(difference('course-streaks', { hurt: 0 }, freezes)).toBeLessThan(0.02);
  });
});
