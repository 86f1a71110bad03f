import { describe, expect, it } from 'vitest';
import { compareContext } from '../../../../src/ui/compare/compareContext.ts';
import { compareKeyboard } from '../../../../src/ui/compare/compareKeys.ts';
import { type CompareState, initialCompareState } from '../../../../src/ui/compare/compareState.ts';
import { reduceCompare } from '../../../../src/ui/compare/reduceCompare.ts';
import { DAYS, examplePair, unlivedPair } from './examplePair.ts';

const pair = examplePair(300);
const wide = { columns: 200, rows: 70 };
const narrow = { columns: 80, rows: 24 };
const start = initialCompareState(41, undefined);

function press(keys: string, from: Partial<CompareState> = {}, size = wide, of = pair): CompareState {
  const context = compareContext({ pair: of, size, glyphs: 'unicode', saves: true });
  return keys
    .split(' ')
    .reduce<CompareState>((state, key) => reduceCompare(state, { kind: 'key', key }, context), {
      ...start,
      ...from,
    });
}

const tick = (state: CompareState, of = pair) =>
  reduceCompare(
    state,
    { kind: 'tick' },
    compareContext({ pair: of, size: wide, glyphs: 'unicode', saves: true }),
  );
const listed = (day: number) =>
  [...pair.mostGained(day, 100), ...pair.mostLost(day, 100)].map(({ unit }) => unit);

/** Both lives with their headings, and the legend. */
const livesStrips = 9;

describe('reduceCompare(), days', () => {
  it('plays and pauses with space, and goes on with each tick', () => {
    expect(press('space').playing).toBe(true);
    expect(press('space space').playing).toBe(false);
    expect(tick(press('space')).day).toBe(42);
    expect(tick(start).day).toBe(41);
    expect(tick({ ...start, day: DAYS, playing: true })).toMatchObject({ day: DAYS, playing: false });
  });

  it('waits while playing for days that are still to be lived', () => {
    const unlived = unlivedPair(20);
    const playing = { ...start, day: 5, playing: true };
    expect(tick(playing, unlived)).toMatchObject({ day: 5, playing: true });
    unlived.liveUntil(5);
    expect(tick(playing, unlived).day).toBe(6);
  });

  it('steps, jumps and takes a typed day, as the replay does', () => {
    expect(press('.').day).toBe(42);
    expect(press(',').day).toBe(40);
    expect(press('right right').day).toBe(51);
    expect(press('left').day).toBe(36);
    expect(press('3').day).toBe(27);
    expect(press('g 1 2 return').day).toBe(12);
    expect(press(': d a y space 7 return').day).toBe(7);
    expect(press('g 9 1 return').message).toBe('expected a day from 0 to 90, got 91');
    expect(press(',', { day: 0 }).message).toBe('day 0 is the start');
  });

  it('changes the speed within bounds', () => {
    expect(press('>').speed).toBe(3);
    expect(press('< <').speed).toBe(0);
    expect(press('< < <').message).toBe('1 day a second is the slowest');
  });

  it('goes to the days on which most part with d and D', () => {
    const { peaks } = pair;
    expect(press('d', { day: 0 })).toMatchObject({
      day: peaks[0],
      message: expect.stringMatching(/lives of \d+ users part/),
    });
    expect(press('d d', { day: 0 }).day).toBe(peaks[1]);
    expect(press('D', { day: peaks[1] }).day).toBe(peaks[0]);
    expect(press('D', { day: peaks[0] }).message).toBe('nobody parts before');
    expect(press(': s p l i t return', { day: 0 }).day).toBe(peaks[0]);
  });

  it('goes with d behind the last of them to the next day on which anybody parts', () => {
    const last = pair.peaks[pair.peaks.length - 1];
    const next = pair.nextParting(last, 1);
    expect(next).toBeGreaterThan(last);
    expect(press('d', { day: last }).day).toBe(next);
    expect(press('d', { day: DAYS }).message).toBe('nobody parts later');
  });

  it('says where days are still to be lived that nothing is known of', () => {
    const unlived = unlivedPair(20);
    expect(press('d', { day: 0 }, wide, unlived).message).toBe(
      'nobody parts later up to day 0; the days after are still lived',
    );
  });
});

describe('reduceCompare(), who gained and lost', () => {
  it('chooses in the lists with up and down, those who gained first', () => {
    expect(press('down').chosen).toBe(listed(41)[1]);
    expect(press('down down up').chosen).toBe(listed(41)[1]);
    expect(press('pagedown').chosen).toBe(listed(41)[10]);
    expect(press('up').message).toBe('this is the top of the lists');
    expect(press('down', { chosen: listed(41).at(-1) ?? 0 }).message).toBe('this is the end of the lists');
  });

  it('says why nobody can be chosen', () => {
    expect(press('down', {}, narrow).message).toBe('the lists are on another panel: tab');
    expect(press('down', { page: 2 }, narrow).chosen).toBe(listed(41)[1]);
    expect(press('down', { day: 0 }).message).toBe('nobody gained or lost by day 0');
    expect(press('return', { day: 0 }).message).toBe('nobody gained or lost by day 0');
  });

  it('opens both lives with enter on the day on which they part, and comes back with esc', () => {
    const [, second] = listed(41);
    const opened = press('down return');
    expect(opened).toMatchObject({
      day: pair.partingOf(second),
      lives: { user: second, cameFrom: 41, top: 0, why: false },
    });
    expect(press('down return . . escape')).toMatchObject({ day: 41, lives: undefined, chosen: second });
    expect(press('down return . d').day).toBe(pair.partingOf(second));
    expect(press('escape').message).toBe('q leaves');
    expect(press('return return').message).toBe('both lives are shown');
  });

  it('goes through the lists with n and p', () => {
    const list = listed(41);
    expect(press('return n n').lives?.user).toBe(list[2]);
    expect(press('return n p').lives?.user).toBe(list[0]);
    expect(press('return p').lives?.user).toBe(list.at(-1));
    expect(press('return n n escape')).toMatchObject({ day: 41, chosen: list[2] });
    expect(press('n').message).toBe('enter first');
  });

  it('opens both lives of any user by number', () => {
    const same = Array.from({ length: 300 }, (_, user) => user).find((user) => !pair.partingOf(user)) ?? 0;
    expect(press(`u ${[...String(same)].join(' ')} return`)).toMatchObject({
      lives: { user: same },
      day: 41,
      message: `the lives of user ${same} never part`,
    });
    expect(press('u 3 0 0 return').message).toBe('expected a user from 0 to 299, got 300');
  });

  it('scrolls why as far as it goes, and begins at its top with another day', () => {
    const at = (keys: string) => press(keys, {}, narrow);
    expect(at('return down down').lives?.top).toBe(2);
    expect(at('return pagedown pageup').lives?.top).toBe(0);
    expect(at('return up').message).toBe('this is the top');
    expect(at(`return${' pagedown'.repeat(30)}`).message).toBe('this is its end');
    expect(at('return down .').lives?.top).toBe(0);
  });
});

describe('reduceCompare(), where two lives part', () => {
  it('goes there with d, and says so there, or that they never do', () => {
    const part = press('return d');
    expect(press('. d', part).day).toBe(part.day);
    expect(press('d d', part).message).toBe('this is the day on which these lives part');
    const same = Array.from({ length: pair.people }, (_, user) => user).find(
      (user) => pair.partingOf(user) === undefined,
    );
    const never = press('d', {
      ...start,
      lives: { user: same ?? -1, top: 0, why: false, cameFrom: start.day },
    });
    expect(never.message).toBe('these lives never part');
  });
});

describe('reduceCompare(), why', () => {
  it('gives it the room of the strips with w, and takes it back', () => {
    expect(press('return w').lives?.why).toBe(true);
    expect(press('return w w').lives?.why).toBe(false);
    expect(press('return w n').lives?.why).toBe(true);
    expect(press('w').message).toBe('enter first');
  });

  it('scrolls it as far as it goes there', () => {
    const end = (keys: string) => press(`${keys}${' pagedown'.repeat(30)}`, {}, narrow).lives?.top ?? 0;
    expect(end('return') - end('return w')).toBe(livesStrips);
  });
});

describe('reduceCompare(), the screen', () => {
  it('goes through the pages with tab where there are any', () => {
    expect(press('tab', {}, narrow).page).toBe(1);
    expect(press('tab tab tab', {}, narrow).page).toBe(0);
    expect(press('tab').message).toBe('all panels are on the screen');
    expect(press('return tab').message).toBe('esc goes back to the panels');
  });

  it('swaps A and B with x, and whose list is whose with them', () => {
    expect(press('x').swapped).toBe(true);
    expect(press('x x').swapped).toBe(false);
    expect(press('x down').chosen).toBe(pair.mostLost(41, 2)[1].unit);
  });

  it('asks for a picture with s, where pictures can be kept, and says where it is', () => {
    expect(press('s').asked).toBe('save');
    const without = compareContext({ pair, size: wide, glyphs: 'unicode', saves: false });
    const refused = reduceCompare(start, { kind: 'key', key: 's' }, without);
    expect(refused).toMatchObject({ asked: undefined, message: 'there is nowhere to save to' });
    const done = reduceCompare(press('s'), { kind: 'done', message: 'saved x.svg' }, without);
    expect(done).toMatchObject({ asked: undefined, message: 'saved x.svg' });
  });

  it('copies the command with y, and shows it until the next key', () => {
    expect(press('y')).toMatchObject({ command: true, asked: 'copy' });
    expect(press('y .').command).toBe(false);
  });

  it('leaves with q, and quits with Ctrl-C', () => {
    expect(press('q')).toMatchObject({ left: true, quit: false });
    expect(press('ctrl-c')).toMatchObject({ left: false, quit: true });
    expect(press('return q').left).toBe(true);
  });

  it('gives each key one meaning', () => {
    const keys = compareKeyboard.keys.flatMap((key) => key.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
