import { describe, expect, it } from 'vitest';
import { forkChoice } from '../../../../src/ui/replay/forkLine.ts';
import { recordedEpisode } from '../../replay/recordedEpisode.ts';

const { program } = recordedEpisode(10, 20);
const read = (text: string) => forkChoice(program, { day: 7, user: 3 }, text);

describe('forkChoice()', () => {
  it('reads what, for whom and for how long', () => {
    expect(read('coupon')).toEqual({ day: 7, action: 3, days: 1, who: { kind: 'user', user: 3 } });
    expect(read('none user 8')).toEqual({ day: 7, action: 0, days: 1, who: { kind: 'user', user: 8 } });
    expect(read('none stage dormant for 7 days')).toEqual({
      day: 7,
      action: 0,
      days: 7,
      who: { kind: 'stage', stage: 2 },
    });
    expect(read('coupon stage:dormant for 1')).toMatchObject({ days: 1, who: { kind: 'stage', stage: 2 } });
    expect(read('message everyone on')).toEqual({
      day: 7,
      action: 2,
      days: Number.POSITIVE_INFINITY,
      who: { kind: 'everyone' },
    });
  });

  it('says what is wrong, with the nearest name', () => {
    expect(read('cupon')).toBe('there is no action "cupon"; did you mean "coupon"?');
    expect(read('')).toBe('there is no action ""; valid here: none, recommend, message, coupon');
    expect(read('coupon stage dorment')).toBe('there is no stage "dorment"; did you mean "dormant"?');
    expect(read('coupon for ever')).toBe('expected "for 7 days" or "on" behind it, got "for ever"');
    expect(read('coupon everyone for 0 days')).toBe(
      'expected "for 7 days" or "on" behind it, got "for 0 days"',
    );
  });
});
