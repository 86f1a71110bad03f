import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import { play } from './script.ts';
import { no } from './wanted.ts';

const SCRIPT = 'stty -g; "$@"; echo "exit $?"; stty -g';
/** The list of runs with the one run there is. */
const RUNS = /RUNS 1 [\s\S]*▶ {2}coupon-trap +q-learning/;

/** The title of a screen that was opened: keys are heard by it, where a command of that name may be shown before. */
const OPENED = /^ tenure (replay|learn|train) /m;

/** The two sets of modes that `stty -g` printed, and what the program ended with. */
function ending(history: readonly string[]) {
  const modes = history.filter((line) => /^[\da-f]+:[\da-f:]+$/.test(line));
  return { modes, exit: history.find((line) => line.startsWith('exit ')) };
}

describeInTerminal('the lists', () => {
  it('open with tenure alone, open what is chosen, and are there again after q', async () => {
    const session = openSession('', { script: SCRIPT });
    await session.shows(RUNS);
    await play(session, [
      ['enter', /tenure replay +coupon-trap q-learning/],
      ['.', /day +1\/180/],
      ['q', RUNS],
      ['3 down', /▶ {2}2 bandit/],
      ['enter', /tenure learn +2/],
      ['q', /LESSONS 0\/9 DONE[\s\S]*▶ {2}2 bandit/],
      ['2 / h i d d e n - t a s t e enter', /SCENARIOS 1 OF 24[\s\S]*▶ {2}hidden-taste/],
      ['enter', 'hidden-taste under popularWeekly'],
      ['q', /SCENARIOS 1 OF 24[\s\S]*▶ {2}hidden-taste/],
      ['1', RUNS],
    ]);
    session.press('q');
    expect(await session.ended).toBe(0);
    const { modes, exit } = ending(session.history);
    expect([modes[1], exit]).toEqual([modes[0], 'exit 0']);
    expect(session.screen).toMatchObject({ alternate: false, cursorVisible: true });
    expect(session.history.filter((line) => line.includes('tenure browse'))).toEqual([]);
  });

  it.each([
    ['in the lists', ''],
    ['in a replay', 'enter'],
    ['in a lesson', '3 enter'],
    ['in a training', 't t'],
  ])('are left for good with Ctrl-C, %s', async (_, keys) => {
    const session = openSession('browse', { script: SCRIPT });
    await session.shows(RUNS);
    if (keys !== '') await play(session, [[keys, OPENED]]);
    session.press('ctrl-c');
    await session.ended;
    const { modes, exit } = ending(session.history);
    expect([modes[1], exit]).toEqual([modes[0], 'exit 130']);
  });

  it('give the terminal back where a signal ends a screen that they opened', async () => {
    const session = openSession('browse', { script: SCRIPT });
    await session.shows(RUNS);
    await play(session, [['enter', OPENED]]);
    session.signal('SIGTERM');
    await session.ended;
    const { modes, exit } = ending(session.history);
    expect([modes[1], exit]).toEqual([modes[0], 'exit 143']);
    expect(session.screen).toMatchObject({ alternate: false, cursorVisible: true });
  });

  it('train a run anew after t twice, and say what became of it', async () => {
    const session = openSession('browse');
    await session.shows(RUNS);
    await play(session, [
      ['t', 't again throws it away'],
      ['t', /tenure train +coupon-trap\/q-learning +seed 7 .*finished/],
      ['q', /RUNS 1 [\s\S]*seed-7-[\da-f]{8} is finished/],
    ]);
    session.press('q');
    expect(await session.ended).toBe(0);
  });

  it('show runs, scenarios and lessons, and find one by words', async () => {
    const session = openSession('');
    await session.shows('RUNS 1', /▶ +coupon-trap/, 'result     return per user');
    await play(session, [
      ['tab', 'SCENARIOS', /▶ +broken-trust/],
      ['/ c o u p o n', '/coupon_', /▶ +coupon-trap/, no('broken-trust')],
      ['enter', no('/coupon_'), no('broken-trust')],
      ['esc', 'broken-trust'],
      ['3', 'LESSONS', /▶ +1 policy/],
      ['1', 'RUNS 1', /▶ +coupon-trap/],
      ['?', '── keys', 'the next list'],
      ['esc', no('── keys')],
      ['q'],
    ]);
    expect(await session.ended).toBe(0);
    expect(session.screen).toMatchObject({ alternate: false, cursorVisible: true });
  });
});
