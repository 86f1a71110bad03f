import { existsSync, readdirSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import type { Replay } from '../../src/replay/replay.ts';
import { describeInTerminal } from './describeInTerminal.ts';
import { firstKept } from './firstKept.ts';
import { openSession } from './openSession.ts';
import { play } from './script.ts';
import { dayOfLeaving, trainedReplay } from './trainedReplay.ts';
import { atLeast, exactly, no } from './wanted.ts';

/** Keys that type something. */
const typed = (text: string | number) =>
  [...String(text)].map((key) => (key === ' ' ? 'space' : key)).join(' ');
/** The day in the title line. */
const on = (day: number) => new RegExp(`day +${day}/180`);
/** The line over all days has its last one. */
const LIVED = /[▁-█] {2}most/;
/** Days that came otherwise than the policy expected are found a moment after that. */
const SURPRISED = /^ day {2}.*\?/m;

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
      [`g ${typed(day)} enter`, on(day), `${users.length} left`],
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

  it('tells what the policy thought, and what is hidden from it', async () => {
    const session = openSession('replay latest --day 20 --user 7', { size: [100, 40] });
    await session.shows(on(20), 'policy saw', 'estimates, not truth', 'would choose', no(/^ hidden /m));
    await play(session, [
      ['h', /^ hidden rate /m],
      ['h', no(/^ hidden /m)],
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
    const { lines } = await session.shows(on(30), LIVED, SURPRISED, 'estimates, not truth');
    await play(session, [
      ['9', on(162)],
      ['3', on(54)],
      ['g 3 0 enter', exactly(lines)],
      ['. . . . , , , ,', exactly(lines)],
    ]);
  });

  it('takes numbers of days and users, and leaves one that is wrong to be mended', async () => {
    const session = openSession('replay latest');
    await session.shows(on(0));
    await play(session, [
      ['g 4', 'go to day: 4_', '0 to 180'],
      ['1 enter', on(41), no('go to day')],
      ['u 1 7 4 backspace 3 enter', 'user 173: '],
      ['u 4 0 0 enter', 'choose user: 400_', 'expected a user from 0 to 399, got 400', 'user 173: '],
      ['backspace backspace enter', 'user 4: '],
      ['g 9 9 9 enter', 'expected a day from 0 to 180, got 999', on(41)],
      ['esc', on(41), no('go to day')],
      ['g 7 x', 'go to day: 7_'],
      ['esc', on(41), no('go to day')],
    ]);
  });

  it('counts some users only, and goes through them', async () => {
    const session = openSession('replay latest --day 41');
    await session.shows(on(41), '400 users');
    const { stages } = replay.recording.program;
    const active = [...replay.stagesOn(41)].filter((stage) => stages[stage].name === 'active').length;
    await play(session, [
      ['/', '/_'],
      [typed('stage:activ'), '/stage:activ_'],
      ['enter', 'there is no stage "activ"; did you mean "active"?'],
      ['e enter', `${active} of 400 users: stage:active`, `${active} users on day 41; n and p`],
      ['n', /user \d+: \w+, active since/],
      ['n', /user \d+: \w+, active since/],
      ['esc', 'everyone is shown again', '400 users'],
    ]);
  });

  it('takes commands in words', async () => {
    const session = openSession('replay latest');
    await session.shows(on(0));
    await play(session, [
      [`: ${typed('day 50')}`, ':day 50_'],
      ['enter', on(50)],
      [`: ${typed('daz 60')} enter`, 'no command "daz"; did you mean "day"?', on(50)],
      ['esc', no(':daz')],
      [`: ${typed('quit')} enter`, 'The same view: tenure replay'],
    ]);
    expect(await session.ended).toBe(0);
  });

  it('goes from mark to mark, its own among them', async () => {
    const session = openSession('replay latest --day 60');
    await session.shows(on(60), LIVED);
    await play(session, [
      ['b', 'bookmark on day 60'],
      ['g 1 7 9 enter', on(179), /^ day +┼.*■/m],
      ['[', no(on(179))],
      ['g 5 9 enter', on(59)],
      [']', on(60)],
      ['b', no('bookmark on day 60')],
      [', ]', no(on(60))],
      ['9 9 ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ] ]', 'no mark after this day'],
    ]);
  });

  it('plays, and pauses where it was told to', async () => {
    const { day } = dayOfLeaving(replay, 2);
    const session = openSession('replay latest --day 0');
    await session.shows(on(0), 'paused', LIVED);
    await play(session, [
      ['> >', 'paused'],
      ['space', '15 days/s', atLeast(3, /day +(\d+)\//)],
      ['space', 'paused'],
      [`0 B ${typed('churn>0.4%')} enter`, 'playing pauses where churn>0.4%'],
      ['space', on(day), 'paused'],
    ]);
  });

  it('lives another future of one user and comes back', async () => {
    const user = replay.leavingDays().findIndex((day) => day < 0);
    const { actions } = replay.recording.program;
    const other = actions[replay.life(user).actions[41] === 0 ? 1 : 0].name;
    const session = openSession(`replay latest --day 41 --user ${user}`);
    await session.shows(on(41), LIVED);
    await play(session, [
      [`F ${typed(other)}`, `do instead: ${other}_`],
      [
        'enter',
        ' tenure compare  A the fork  B what happened',
        `${other} for user ${user} on day 41`,
        'the same luck',
      ],
      ['q', ' tenure replay ', on(41)],
    ]);
  });

  it('counts the other future of everyone among those of a filter', async () => {
    const session = openSession('replay latest --day 41');
    await session.shows(on(41), LIVED);
    await play(session, [
      [`/ ${typed('day>0 and stage:active')} enter`, 'stage:active'],
      [`F ${typed('coupon everyone')} enter`, ' tenure compare  A the fork', /among \d+ of [\d,]+: /],
      ['q', ' tenure replay ', on(41)],
    ]);
  });

  it('finds who could have been kept of those who left, and forks one of them', async () => {
    const { day, user, action } = await firstKept(replay);
    const { name } = replay.recording.program.actions[action];
    const title = `${name === 'none' ? 'nothing' : name} for user ${user} on day ${day}`;
    const stayed = replay.leavingDays().indexOf(-1);
    const leftOn = replay.leavingDays()[user];
    const { length } = [...replay.leavingDays()].filter((other) => other === leftOn);
    const session = openSession(`replay latest --day ${leftOn} --user ${stayed}`);
    await session.shows(on(leftOn), LIVED);
    await play(session, [
      ['K', 'who could have been kept', new RegExp(`Of ${length} who left on day ${leftOn}`), 'by hindsight'],
      ['up', 'this is the top of the list', new RegExp(`^ ▶ user +${user} +day +${day} +${name}`, 'm')],
      [
        'enter',
        ' tenure compare  A the fork',
        title,
        new RegExp(`left on day ${leftOn}, with the fork here`),
      ],
      ['q', ' tenure replay ', 'who could have been kept', on(day)],
      ['esc', no('who could have been kept'), `user ${user}: `],
      ['0 K', /nobody left on day 0; on day \d+, the nearest/],
    ]);
  });

  it('shows the same people under another policy and comes back', async () => {
    const session = openSession('replay latest --day 41');
    await session.shows(on(41), LIVED);
    await play(session, [
      [`v ${typed('none')} enter`, ' tenure compare ', /B none/],
      ['q', ' tenure replay ', on(41)],
    ]);
  });

  it('saves the screen as a picture and as text', async () => {
    const session = openSession('replay latest --day 41');
    await session.shows(on(41), LIVED);
    const saved = await session.shows(on(41));
    session.press('s');
    const { text } = await session.shows(/saved \S+\.svg/);
    const [, file] = /saved (\S+)\.svg/.exec(text)!;
    expect(existsSync(`${session.folder}/${file}.txt`)).toBe(true);
    expect(readdirSync(session.folder).toSorted()).toEqual(['results', `${file}.svg`, `${file}.txt`]);
    expect(saved.lines[0]).toContain('tenure replay');
  });

  it('helps, closes the help again, and tells of keys that mean nothing', async () => {
    const session = openSession('replay latest --day 41');
    await session.shows(on(41));
    await play(session, [
      ['?', '── keys', 'a day back, a day forward'],
      ['pagedown pagedown', 'quit; so does Ctrl-C'],
      ['?', no('── keys'), '── why, day 41'],
      ['Z', 'no key Z; ? shows them all'],
      ['w', no('── why')],
      ['w', '── why, day 41'],
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

  it('quits out of a comparison with the command that prints that', async () => {
    const session = openSession('replay latest --day 41');
    await session.shows(on(41), LIVED);
    await play(session, [
      [`v ${typed('random')} enter`, ' tenure compare '],
      ['.', on(42)],
      // Wider than the terminal, so that it goes on in the next line.
      ['ctrl-c', 'day 42/180. The same view: tenure replay', /--against random --day 42$/m],
    ]);
    expect(await session.ended).toBe(130);
  });

  it('shows the panels in turn where there is no room for all', async () => {
    const session = openSession('replay latest --day 41 --user 7', { size: [80, 24] });
    await session.shows('── actions', no('── why'));
    await play(session, [
      ['tab', no('── actions'), '── users'],
      ['tab', no('── users'), 'user 7: ', '── why, day 41'],
      ['tab', '── actions', no('── why')],
      ['w', '── why, day 41', no('── actions')],
    ]);
    await session.resize(120, 60);
    await session.shows('── actions', '── why, day 41');
  });
});
