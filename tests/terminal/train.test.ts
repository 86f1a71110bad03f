import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import { play } from './script.ts';
import { no } from './wanted.ts';

const SHORT = 'train coupon-trap --seed 8 --episodes 2 --users 60 --held-out 60';
/** So long that nobody waits for its end. */
const LONG = 'train coupon-trap --seed 8 --episodes 5000 --users 300 --held-out 60';
/** The same program with other words, after a line of input. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: it is for a shell
const THEN_RESUME = '"$@"; echo "exit $?"; read; "${@:1:6}" train --resume latest; echo "exit $?"';

describeInTerminal('tenure train', () => {
  it('stays with the result until a key, then prints what it prints everywhere', async () => {
    const session = openSession(SHORT);
    await session.shows('tenure train  coupon-trap/q-learning  seed 8', 'result on 60 held-out users');
    session.press('q');
    await session.shows('trained q-learning; on 60 held-out users:', 'replay  tenure replay results/');
    expect(await session.ended).toBe(0);
  });

  it('leads to the replay of what it trained', async () => {
    const session = openSession(SHORT);
    await session.shows('result on 60 held-out users');
    await play(session, [
      ['r', /tenure replay .*60 users/, /day +0\/180/],
      ['.', /day +1\/180/],
      ['q', 'The same view: tenure replay', 'trained q-learning; on 60 held-out users:'],
    ]);
    expect(await session.ended).toBe(0);
  });

  it('pauses, evaluates, tells of checkpoints, and goes on after it was quit', async () => {
    const session = openSession(LONG, { script: THEN_RESUME });
    await session.shows(/checkpoint \d/, 'learning', 'first validation: after episode 500');
    await play(session, [
      ['space', 'paused'],
      ['c', /the checkpoint of episode \d+ is on disk; the next one is written after episode \d+/],
      ['e', /the greedy policy is played at the end of episode \d+, once space lets it go on/],
      ['space', no('paused'), /decisions after episode \d/],
      ['r', 'a run can be replayed when its training is finished'],
      ['q', /saved after episode \d+; go on with: tenure train --resume results\//, 'exit 0'],
      ['enter', /checkpoint \d+ .* episode \d+\/5000/],
      ['ctrl-c', 'exit 130'],
    ]);
  });

  it('finishes the episode, then quits, with S', async () => {
    const session = openSession(LONG);
    await session.shows(/checkpoint \d/);
    await play(session, [['S', /saved after episode \d+; go on with: tenure train --resume results\//]]);
    expect(await session.ended).toBe(0);
  });

  it('says how to go on where it was killed', async () => {
    const session = openSession(LONG);
    await session.shows(/checkpoint \d/);
    session.signal('SIGTERM');
    expect(await session.ended).toBe(143);
    expect(session.screen.alternate).toBe(false);
    expect(session.screen.text).toMatch(
      /saved after episode \d+; go on with: tenure train --resume results\//,
    );
  });

  it('prints lines with --plain', async () => {
    const session = openSession(`${SHORT} --plain`);
    expect(await session.ended).toBe(0);
    expect(session.screen.text).toMatch(/^train coupon-trap q-learning seed 8 +\d+% {2}/m);
    expect(session.written).not.toContain('\x1b[?1049h');
  });
});
