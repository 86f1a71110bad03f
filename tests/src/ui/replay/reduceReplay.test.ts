import { describe, expect, it } from 'vitest';
import { openReplay, type Replay } from '../../../../src/replay/replay.ts';
import { marksOnceLived } from '../../../../src/ui/replay/keyContext.ts';
import { reduceReplay } from '../../../../src/ui/replay/reduceReplay.ts';
import { replayKeyboard } from '../../../../src/ui/replay/replayKeys.ts';
import {
  initialReplayState,
  type KeyContext,
  PAGES,
  type ReplayState,
  type ScreenDivision,
} from '../../../../src/ui/replay/replayState.ts';
import { recordedEpisode } from '../../replay/recordedEpisode.ts';

const replay = openReplay(recordedEpisode(200, 60));
const wide: ScreenDivision = { pages: ['overview'], why: { lines: 30, room: 12 }, grid: true };
const CONTEXT: KeyContext = {
  replay,
  marks: () => marksOnceLived(replay),
  divide: () => wide,
  can: { fork: true, against: true, kept: true, baseline: true, save: true },
  adviceOf: undefined,
};
const start = initialReplayState(30, 5);

function press(keys: string, from: Partial<ReplayState> = {}, division = wide): ReplayState {
  const context: KeyContext = {
    ...CONTEXT,
    divide: (state) => (state.why ? division : { ...division, why: { lines: 0, room: 0 } }),
  };
  return keys
    .split(' ')
    .reduce<ReplayState>((state, key) => reduceReplay(state, { kind: 'key', key }, context), {
      ...start,
      ...from,
    });
}

/** What a tick asks of a replay. */
const shown = ({ recording, days }: Replay) => ({ recording, days });
const tick = (state: ReplayState) => reduceReplay(state, { kind: 'tick' }, CONTEXT);

describe('reduceReplay(), days', () => {
  it('plays and pauses with space', () => {
    expect(press('space').playing).toBe(true);
    expect(press('space space').playing).toBe(false);
    expect(press('space', { day: 60 })).toMatchObject({
      playing: false,
      message: 'day 60 is the last; 0 goes back to the start',
    });
  });

  it('goes on with each tick while playing, and stops at the end', () => {
    expect(tick(start).day).toBe(30);
    expect(tick(press('space')).day).toBe(31);
    const end = tick({ ...start, day: 60, playing: true });
    expect(end).toMatchObject({ day: 60, playing: false, message: 'day 60 is the last' });
  });

  it('waits for days of very many users, and lives those of few', () => {
    const many = (livedDays: number) => ({
      ...CONTEXT,
      replay: { ...shown(replay), livedDays, people: 100_000 } as Replay,
    });
    const playing = { ...start, playing: true };
    expect(reduceReplay(playing, { kind: 'tick' }, many(30))).toBe(playing);
    expect(reduceReplay(playing, { kind: 'tick' }, many(31)).day).toBe(31);
    const fresh = openReplay(replay.recording);
    expect(reduceReplay(playing, { kind: 'tick' }, { ...CONTEXT, replay: fresh }).day).toBe(31);
  });

  it('steps with , and . and by five with the arrows, within the recording', () => {
    expect(press('.').day).toBe(31);
    expect(press(',').day).toBe(29);
    expect(press('right').day).toBe(35);
    expect(press('left').day).toBe(25);
    expect(press('right', { day: 58 }).day).toBe(60);
    expect(press('left', { day: 2 }).day).toBe(0);
    expect(press(',', { day: 0 }).message).toBe('day 0 is the start');
    expect(press('right', { day: 60 }).message).toBe('day 60 is the last');
  });

  it('jumps to tenths with digits', () => {
    expect([...'0123456789'].map((digit) => press(digit, { day: 1 }).day)).toEqual([
      0, 6, 12, 18, 24, 30, 36, 42, 48, 54,
    ]);
    expect(press('5').message).toBe('already on day 30');
  });

  it('changes the speed with < and > as far as there are speeds', () => {
    expect(press('>').speed).toBe(start.speed + 1);
    expect(press('<').speed).toBe(start.speed - 1);
    expect(press('< < <').message).toBe('1 day a second is the slowest');
    expect(press('> > >').message).toBe('15 days a second is the fastest');
  });
});

describe('reduceReplay(), numbers', () => {
  it('goes to a day with g, digits and enter', () => {
    expect(press('g 4 2 return')).toMatchObject({ day: 42, line: undefined, message: '' });
    expect(press('g 4')).toMatchObject({ day: 30, line: { kind: 'day', text: '4' } });
    expect(press('g 4 2 backspace return').day).toBe(4);
    expect(press('g 6 1 return')).toMatchObject({ day: 30, message: 'expected a day from 0 to 60, got 61' });
  });

  it('chooses a user with u, digits and enter', () => {
    expect(press('u 1 7 3 return').user).toBe(173);
    expect(press('u 9 9 9 return')).toMatchObject({
      user: 5,
      message: 'expected a user from 0 to 199, got 999',
    });
  });

  it('gives up with esc, and says what is missing', () => {
    expect(press('g 4 escape')).toMatchObject({ day: 30, line: undefined });
    expect(press('g return').message).toBe('no day given');
    expect(press('u x')).toMatchObject({ message: 'enter takes it, esc gives up' });
  });

  it('stops playing while a number is typed', () => {
    expect(press('space g').playing).toBe(false);
  });
});

describe('reduceReplay(), users', () => {
  const stages = (day: number) => [...replay.stagesOn(day)];

  it('takes the next and the previous user of the same stage with n and p', () => {
    const own = stages(30)[5];
    const next = press('n');
    expect(next.user).toBe(stages(30).findIndex((stage, user) => user > 5 && stage === own));
    expect(press('n p').user).toBe(5);
  });

  it('says where there is nobody to take', () => {
    const alone = [...Array(200).keys()].find(
      (user) => stages(0).filter((s) => s === stages(0)[user]).length === 1,
    );
    if (alone !== undefined) expect(press('n', { day: 0, user: alone }).message).toMatch(/^nobody else is/);
  });

  it('takes someone who left today with l, then the next one', () => {
    const day = [...Array(60).keys()].find((other) => replay.frame(other).left === 2) ?? 0;
    const left = stages(day).flatMap((_, user) => (replay.life(user).leftOn === day ? [user] : []));
    expect(press('l', { day, user: 199 }).user).toBe(left[0]);
    expect(press('l l', { day, user: 199 }).user).toBe(left[1]);
    expect(press('l l l', { day, user: 199 }).user).toBe(left[0]);
    expect(press('l', { day: 0 }).message).toBe('nobody left on day 0');
  });
});

describe('reduceReplay(), panels', () => {
  const narrow: ScreenDivision = { pages: PAGES, why: { lines: 30, room: 0 }, grid: false };

  it('hides and shows the why panel with w', () => {
    expect(press('w').why).toBe(false);
    expect(press('w w')).toMatchObject({ why: true, page: 'user' });
  });

  it('shows the why panel with w where it is on the other half', () => {
    expect(press('w', {}, narrow)).toMatchObject({ why: true, page: 'user' });
  });

  it('scrolls it as far as it goes', () => {
    expect(press('down down').whyTop).toBe(2);
    expect(press('down up').whyTop).toBe(0);
    expect(press('pagedown').whyTop).toBe(11);
    expect(press('pagedown pagedown').whyTop).toBe(18);
    expect(press('pagedown pagedown down').message).toBe('this is its end');
    expect(press('pagedown pageup').whyTop).toBe(0);
    expect(press('up').message).toBe('this is the top of the why panel');
    expect(press('down', {}, { ...wide, why: { lines: 5, room: 12 } }).message).toBe(
      'all of the why panel is on the screen',
    );
    expect(press('w down').message).toBe('w shows the why panel, which these keys scroll');
  });

  it('begins at its top with another day or user', () => {
    expect(press('down .').whyTop).toBe(0);
    expect(press('down n').whyTop).toBe(0);
    expect(press('down g 7 return').whyTop).toBe(0);
  });

  it('switches parts with tab where there are several', () => {
    expect(press('tab', {}, narrow).page).toBe('users');
    expect(press('tab tab', {}, narrow).page).toBe('user');
    expect(press('tab tab tab', {}, narrow).page).toBe('overview');
    expect(press('tab')).toMatchObject({ page: 'overview', message: 'all panels are on the screen' });
  });

  it('shows and hides help with ?, and hides it with any other key', () => {
    expect(press('?').help).toBe(true);
    expect(press('? ?').help).toBe(false);
    expect(press('? .')).toMatchObject({ help: false, day: 31 });
    expect(press('? escape').help).toBe(false);
  });

  it('shows the command with y until the next key', () => {
    expect(press('y').command).toBe(true);
    expect(press('y .').command).toBe(false);
  });

  it('quits with q and Ctrl-C, the latter also while a number is typed', () => {
    expect(press('q').quit).toBe(true);
    expect(press('ctrl-c').quit).toBe(true);
    expect(press('g 4 ctrl-c').quit).toBe(true);
  });

  it('says so where a key does nothing', () => {
    expect(press('z').message).toBe('no key z; ? shows them all');
    expect(press('z .').message).toBe('');
  });
});

describe('replayKeyboard', () => {
  it('give each key one meaning', () => {
    const keys = replayKeyboard.keys.flatMap((key) => key.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
