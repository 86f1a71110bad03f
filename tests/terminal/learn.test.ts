import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import { play } from './script.ts';
import { no } from './wanted.ts';

describeInTerminal('tenure learn', () => {
  it('leads through a lesson: do, predict, see, explain', async () => {
    const session = openSession('learn gamma');
    await session.shows('DO', 'worth of somebody in each stage', 'gamma  0.5');
    await play(session, [
      ['right', 'gamma  0.7'],
      ['left', 'gamma  0.5'],
      ['enter', 'PREDICT', 'Nothing has been computed yet'],
      ['enter', 'first say: gamma 0.7', 'PREDICT'],
      ['right', /gain most +the new/],
      ['down right enter', 'SEE', 'gain of a week of care', 'You said the new'],
      ['enter', 'EXPLAIN', 'tenure solve warm-and-cold --discount 0.99'],
      ['b', 'SEE'],
      ['enter enter', 'Value iteration', 'DO'],
      ['q', 'lesson 4, Value iteration, at do. Go on with: tenure learn sweeps'],
    ]);
    expect(await session.ended).toBe(0);
  });

  it('takes a number that is typed, and gives a hint', async () => {
    const session = openSession('learn policy');
    await session.shows('how often');
    await play(session, [
      ['right', 'every third day'],
      ['down right', /week 1, .*recommend/],
      ['h', /── hint ─/],
      ['h', no('── hint')],
      ['enter', 'PREDICT', /how many of your 20 are still there after day 30 +\?/],
      ['1 8', /still there after day 30 +18/],
    ]);
  });

  it('lists the lessons and how far they are, and opens the one pointed at', async () => {
    const session = openSession('learn');
    await session.shows('DO');
    await play(session, [
      ['l', /▶ 1 +You are the policy +begun, at do/, /3 +How far to look ahead +not begun/],
      ['down down', '▶ 3'],
      ['enter', 'How far to look ahead', 'DO'],
      ['?', '── keys ─', 'to the step before, to look again'],
      ['?', no('── keys ─')],
    ]);
  });

  it('keeps a prediction that was locked', async () => {
    const session = openSession('learn gamma', { script: '"$@"; echo AGAIN; read; "$@"' });
    await session.shows('DO');
    await play(session, [
      ['enter right down right enter', 'SEE', 'You said the new'],
      ['q', 'at see. Go on with: tenure learn gamma', 'AGAIN'],
      ['enter', 'SEE', 'You said the new'],
      ['b', 'PREDICT', /gain most +the new/],
      ['right', 'your prediction is locked'],
    ]);
  });
});
