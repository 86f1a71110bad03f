import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import { play } from './script.ts';
import { no } from './wanted.ts';

const on = (day: number) => new RegExp(`day +${day}/180`);
/** Users at risk on the last day, once both have been lived. */
const LIVED = /^ B( +\d+){9}$/m;

describeInTerminal('tenure replay --against', () => {
  it('shows two policies on the same people, day by day', async () => {
    const session = openSession('replay latest --against none --day 0');
    await session.shows(on(0), 'B none', '0 parted so far', LIVED);
    await play(session, [
      ['d', on(1), /[1-9]\d* parted so far, [1-9]\d* today/],
      ['g 4 1 enter', on(41), 'evening of day 41: A q-learning'],
      ['x', 'evening of day 41: A none', 'A none  B q-learning'],
      ['right right', on(51)],
      ['9', on(162)],
      ['g 1 9 0 enter', 'expected a day from 0 to 180, got 190', on(162)],
      ['esc', no('go to day')],
      [', ,', on(160)],
    ]);
  });

  it('shows who gained and who lost, and both lives of one of them', async () => {
    const session = openSession('replay latest --against none --day 41');
    await session.shows(on(41), LIVED);
    await play(session, [
      ['tab', 'A − B up to day 41', 'users who gained most in A', 'users who lost most in A'],
      ['down', /▶ +\d+ +day/],
      ['enter', /── user \d+, \w+ ─/, '── A q-learning', '── B none', 'went as it did'],
      ['u 7 enter', '── user 7, '],
      ['esc', no('── user 7, '), on(41)],
    ]);
  });

  it('quits with the command that prints the same view', async () => {
    const session = openSession('replay latest --against none --day 41');
    await session.shows(on(41), LIVED);
    await play(session, [
      ['y', /tenure replay \S+ --against none --day 41/],
      ['q', /tenure replay \S+ --against none --day 41/],
    ]);
    expect(await session.ended).toBe(0);
    expect(session.screen.alternate).toBe(false);
  });
});
