import { beforeAll, expect, it } from 'vitest';
import type { Replay } from '../../src/replay/replay.ts';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import { play } from './script.ts';
import { dayOfLeaving, trainedReplay } from './trainedReplay.ts';
import { no } from './wanted.ts';

/** Keys that type a number. */
const digits = (number: number) => [...String(number)].join(' ');
/** The scrubber's day, in the title line. */
const on = (day: number) => new RegExp(`day +${day}/180`);

describeInTerminal('tenure replay', () => {
  let replay: Replay;
  beforeAll(() => {
    replay = trainedReplay();
  });

  it('finds somebody who left, tells why, and who else did', async () => {
    const { day, users } = dayOfLeaving(replay, 2);
    const session = openSession('replay latest');
    await session.shows(on(0), 'paused');
    await play(session, [
      [`g ${digits(day)} enter`, on(day), `${users.length} left`],
      [
        'l',
        new RegExp(`user ${users[0]}: .*churned on day ${day}`),
        `why, day ${day}: `,
        'to churned, reward',
      ],
      ['down down down', /[4-9] to \d+ of \d+/],
      ['.', on(day + 1), `left for good on day ${day} and does nothing any more`],
      ['l', no('nobody left'), no(`user ${users[0]}: `)],
      [', l', on(day), `user ${users[0]}: `],
      ['l', new RegExp(`user ${users[1]}: .*churned on day ${day}`)],
      ['0 l', 'nobody left on day 0'],
    ]);
  });

  it('steps and jumps back and forth, as far as the recording reaches', async () => {
    const session = openSession('replay latest --day 20');
    await session.shows(on(20));
    await play(session, [
      ['.', on(21)],
      [', ,', on(19)],
      ['right', on(24)],
      ['left left', on(14)],
      ['5', on(90)],
      ['5', 'already on day 90'],
      ['9 right right right right', on(180)],
      ['.', 'day 180 is the last'],
      ['space', 'day 180 is the last; 0 goes back to the start'],
      ['0', on(0)],
      [',', 'day 0 is the start'],
    ]);
  });

  it('shows a day the same, whichever way it was come to', async () => {
    const session = openSession('replay latest --day 30');
    await session.shows(on(30), /[▁-█] {2}most/);
    const before = (await session.still()).lines;
    await play(session, [
      ['9', on(162)],
      ['3', on(54)],
      ['g 3 0 enter', on(30)],
    ]);
    expect((await session.still()).lines).toEqual(before);
  });

  it('takes numbers of days and users, and says what is wrong with one', async () => {
    const session = openSession('replay latest');
    await session.shows(on(0));
    await play(session, [
      ['g 4', 'go to day: 4_', '0 to 180, then enter'],
      ['1 enter', on(41), no('go to day')],
      ['u 1 7 4 backspace 3 enter', 'user 173: '],
      ['u 4 0 0 enter', 'expected a user from 0 to 399, got 400', 'user 173: '],
      ['g 9 9 9 enter', 'expected a day from 0 to 180, got 999', on(41)],
      ['g 7 x', 'go to day: 7_', 'digits, then enter; esc gives up'],
      ['esc', on(41), no('go to day')],
      ['g enter', 'no day given'],
    ]);
  });

  it('plays and pauses', async () => {
    const session = openSession('replay latest --day 30');
    await session.shows(on(30), 'paused');
    await play(session, [
      ['> >', 'paused'],
      ['space', '15 days/s', ({ text }) => Number(/day +(\d+)\//.exec(text)?.[1]) > 32],
      ['space', 'paused'],
    ]);
  });

  it('helps, hides the help again, and tells of keys that mean nothing', async () => {
    const session = openSession('replay latest');
    await session.shows(on(0));
    await play(session, [
      ['?', '── keys ─', 'a day back, a day forward'],
      ['?', no('── keys ─'), '── why, day 0'],
      ['Z', 'no key Z; ? shows them all'],
      ['w', no('── why')],
      ['w', '── why, day 0'],
    ]);
  });

  it('quits with the command that prints the same view', async () => {
    const session = openSession('replay latest');
    await session.shows(on(0));
    await play(session, [
      ['g 4 1 enter u 7 enter', on(41), 'user 7: '],
      ['y', /tenure replay \S+ --day 41 --user 7$/m],
      ['q', 'day 41/180, user 7. The same view: tenure replay'],
    ]);
    expect(await session.ended).toBe(0);
  });

  it('shows overview and user in turn where there is no room for both', async () => {
    const session = openSession('replay latest --day 41 --user 7', { size: [80, 24] });
    await session.shows('── actions', no('── why'));
    await play(session, [
      ['tab', no('── actions'), 'user 7: ', '── why, day 41'],
      ['tab', '── actions', no('── why')],
      ['w', '── why, day 41', no('── actions')],
    ]);
    await session.resize(100, 40);
    await session.shows('── actions', '── why, day 41');
    await play(session, [['tab', 'all panels are on the screen']]);
  });
});
