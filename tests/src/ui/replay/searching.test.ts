import { describe, expect, it } from 'vitest';
import { openReplay } from '../../../../src/replay/replay.ts';
import { keyContext } from '../../../../src/ui/replay/keyContext.ts';
import { personOf } from '../../../../src/ui/replay/personOf.ts';
import { reduceReplay } from '../../../../src/ui/replay/reduceReplay.ts';
import { initialReplayState, type ReplayState } from '../../../../src/ui/replay/replayState.ts';
import { recordedEpisode } from '../../replay/recordedEpisode.ts';

const replay = openReplay(recordedEpisode(200, 60));
replay.liveUntil(60);
const ALL = { fork: true, against: true, kept: true, baseline: true, save: true };
const NOTHING = { fork: false, against: false, kept: false, baseline: false, save: false };
const size = { columns: 120, rows: 40 };

function contextOf(can = ALL, of = replay) {
  return keyContext({ replay: of, size, glyphs: 'unicode', can, personOf: personOf(of) });
}

/** Keys by their names with blanks between them; what stands in "…" is typed. */
function press(keys: string, from: Partial<ReplayState> = {}, context = contextOf()): ReplayState {
  const names = [...keys.matchAll(/"([^"]*)"|(\S+)/g)].flatMap(([, typed, key]) =>
    typed === undefined ? [key] : [...typed].map((letter) => (letter === ' ' ? 'space' : letter)),
  );
  return names.reduce((state, key) => reduceReplay(state, { kind: 'key', key }, context), {
    ...initialReplayState(30, 5),
    ...from,
  });
}

const { program } = replay.recording;
const stageOf = (user: number, day: number) => program.stages[replay.stagesOn(day)[user]].name;

describe('the filter', () => {
  it('is typed behind a slash, and says how many it lets through', () => {
    const state = press('/ "stage:active" return');
    const active = [...replay.stagesOn(30)].filter((_, user) => stageOf(user, 30) === 'active').length;
    expect(state.filter?.text).toBe('stage:active');
    expect(state.message).toBe(`${active} users on day 30; n and p go through them`);
  });

  it('is what n and p go through', () => {
    const state = press('/ "user>=190 here" return n');
    expect(state.user).toBeGreaterThanOrEqual(190);
    expect(press('p', state).user).toBeGreaterThanOrEqual(190);
    expect(press('/ "user==5" return n').message).toBe('nobody else is user==5 on day 30');
  });

  it('can be mended where it is wrong', () => {
    const wrong = press('/ "stge:active" return');
    expect(wrong).toMatchObject({ filter: undefined, line: { kind: 'filter', text: 'stge:active' } });
    expect(wrong.message).toContain('did you mean "stage"?');
  });

  it('is offered for change, and lifted with nothing or esc', () => {
    const set = press('/ "here" return');
    expect(press('/', set).line?.text).toBe('here');
    expect(press('/ ctrl-u return', set)).toMatchObject({
      filter: undefined,
      message: 'everyone is shown again',
    });
    expect(press('escape', set).filter).toBeUndefined();
    expect(press('escape').message).toBe('');
  });

  it('is set by a command as well', () => {
    expect(press(': "filter here" return').filter?.text).toBe('here');
    expect(press(': "filter hre" return')).toMatchObject({ line: { kind: ':', text: 'filter hre' } });
  });
});

describe('marks', () => {
  it('are days to go to, with what happened on them', () => {
    const marked = press('b', { day: 12 });
    expect(marked).toMatchObject({ bookmarks: [12], message: 'bookmark on day 12; [ and ] come back to it' });
    const days = [...(contextOf().marks() ?? []).map(({ day }) => day), 12].filter((day) => day > 3);
    expect(press(']', { ...marked, day: 3 }).day).toBe(Math.min(...days));
    expect(press(']', { ...marked, day: 11 })).toMatchObject({ day: 12, message: 'bookmark' });
    expect(press('[', { ...marked, day: 13 })).toMatchObject({ day: 12, message: 'bookmark' });
    expect(press('b', marked)).toMatchObject({ bookmarks: [] });
    expect(press('[', { day: 0 }).message).toBe('no mark before this day');
  });

  it('are not known before all days are lived', () => {
    const fresh = openReplay(recordedEpisode(50, 60));
    expect(press(']', { day: 0 }, contextOf(ALL, fresh)).message).toBe(
      'marks are known once all days are lived: 0 of 60 so far',
    );
  });
});

describe('breakpoints', () => {
  const tick = (state: ReplayState) => reduceReplay(state, { kind: 'tick' }, contextOf());
  const playOn = (state: ReplayState) => {
    let now = { ...state, playing: true };
    while (now.playing) now = tick(now) as typeof now;
    return now;
  };

  it('pause playing on the first day on which they become true', () => {
    const paused = playOn(press('B "day>=41" return'));
    expect(paused).toMatchObject({ day: 41, playing: false, message: 'paused: day>=41' });
    expect(playOn(paused).day).toBe(60);
  });

  it('are lifted with nothing, and mended where they are wrong', () => {
    expect(press('B "left>2" return B return')).toMatchObject({
      breakpoints: [],
      message: 'nothing pauses playing any more',
    });
    expect(press('B "chrn>2" return').message).toContain('did you mean "churn"?');
  });

  it('pause where the user that is followed moves', () => {
    const mover = [...Array(200).keys()].find((user) => stageOf(user, 30) !== stageOf(user, 60)) ?? 0;
    const paused = playOn(press('f', { user: mover }));
    expect(stageOf(mover, paused.day)).not.toBe(stageOf(mover, paused.day - 1));
    expect(paused.message).toBe(`paused: user ${mover} is ${stageOf(mover, paused.day)} now`);
    expect(press('f f').follow).toBe(false);
  });
});

describe('the picture of users', () => {
  it('is shaded by a number of each, and by the days until they leave again', () => {
    expect(press(': "shade satisfaction" return').grid.shade?.text).toBe('satisfaction');
    expect(press(': "shade satisfction" return').message).toContain('did you mean "satisfaction"?');
    expect(press(': "shade satisfaction" return : "shade" return').grid.shade).toBeUndefined();
  });

  it('is put in order, and looked at more closely', () => {
    expect(press('o').grid.order).toBe('number');
    expect(press('o o').grid.order).toBe('stage');
    expect(press('+ +').grid.zoom).toBe(2);
    expect(press('-').message).toBe('everyone is in the picture');
  });
});

describe('what takes more than keys', () => {
  it('is asked for: forks, other policies, pictures, the clipboard, the rule beside', () => {
    expect(press('F "coupon" return').asked).toEqual({
      kind: 'fork',
      choice: { day: 30, action: 3, days: 1, who: { kind: 'user', user: 5 } },
    });
    expect(press('/ "stage:dormant" return F "coupon everyone" return').asked).toMatchObject({
      kind: 'fork',
      choice: { who: { kind: 'everyone' } },
      filter: { text: 'stage:dormant' },
    });
    expect(press('v "random" return').asked).toEqual({ kind: 'against', policy: 'random', day: 30 });
    expect(press('/ "stage:dormant" return v "random" return').message).toBe(
      'living the other days… everyone is compared, without the filter',
    );
    expect(press('s').asked).toEqual({ kind: 'save' });
    expect(press('y')).toMatchObject({ command: true, asked: { kind: 'copy' } });
    expect(press('a').asked).toEqual({ kind: 'baseline' });
  });

  it('is not asked for where nobody answers', () => {
    const nobody = contextOf(NOTHING);
    expect(press('F', {}, nobody)).toMatchObject({ line: undefined, asked: undefined });
    expect(press('F', {}, nobody).message).toBe('nothing here decides how another future would go on');
    expect(press('s', {}, nobody).message).toBe('there is nowhere to save to');
    expect(press('v', {}, nobody).message).toBe('other policies are not at hand here');
    expect(press('a', {}, nobody)).toMatchObject({ mix: 'days', asked: undefined });
  });

  it('keeps on while other keys are pressed, and is stopped by esc', () => {
    const asked = press('F "coupon" return');
    expect(press('.', asked)).toMatchObject({ day: 31, asked: { kind: 'fork' } });
    expect(press('s', asked)).toMatchObject({
      asked: { kind: 'fork' },
      message: 'other days are still being lived; esc stops them',
    });
    expect(press('y', asked)).toMatchObject({ command: true, asked: { kind: 'fork' } });
    expect(press('escape', asked)).toMatchObject({ asked: undefined, message: 'stopped' });
  });

  it('does not pause by what nobody can tell', () => {
    expect(press('B "gap<0.1" return')).toMatchObject({
      breakpoints: [],
      message: 'gap: no scores of user 5 on day 30',
    });
  });

  it('is told when it is answered', () => {
    const asked = press('s');
    const answered = reduceReplay(asked, { kind: 'answered', message: 'saved x.svg' }, contextOf());
    expect(answered).toMatchObject({ asked: undefined, message: 'saved x.svg' });
  });
});
