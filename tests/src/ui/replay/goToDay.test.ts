import { describe, expect, it } from 'vitest';
import { goOn, goToDay } from '../../../../src/ui/replay/goToDay.ts';
import { initialReplayState, type KeyContext } from '../../../../src/ui/replay/replayState.ts';

const state = initialReplayState(10, 0);
/** A recording of many users of which some days are lived. */
const lived = (livedDays: number, people = 100_000) =>
  ({ replay: { livedDays, people, days: 180 } }) as unknown as KeyContext;

describe('goToDay()', () => {
  it('goes at once where the days are lived, or soon are', () => {
    expect(goToDay(state, lived(90), 80)).toMatchObject({ day: 80, goal: undefined });
    expect(goToDay(state, lived(10, 90_000), 11)).toMatchObject({ day: 11, goal: undefined });
    expect(goToDay(state, lived(0, 500), 180)).toMatchObject({ day: 180, goal: undefined });
  });

  it('goes as far as was lived where that would take long, and on as more is lived', () => {
    expect(goToDay(state, lived(10), 11)).toMatchObject({ day: 10, goal: 11 });
    const going = goToDay(state, lived(12), 150);
    expect(going).toMatchObject({ day: 12, goal: 150 });
    expect(goOn(going, lived(60))).toMatchObject({ day: 60, goal: 150 });
    expect(goOn(going, lived(150))).toMatchObject({ day: 150, goal: undefined });
    expect(goOn(going, lived(180))).toMatchObject({ day: 150, goal: undefined });
  });

  it('stays where nobody is on the way', () => {
    expect(goOn(state, lived(60))).toBe(state);
  });
});
