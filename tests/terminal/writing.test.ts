import { expect, it } from 'vitest';
import { describeInTerminal } from './describeInTerminal.ts';
import { openSession } from './openSession.ts';
import { SCREENS } from './screens.ts';
import { atLeast } from './wanted.ts';

/** What begins every frame. */
const FRAME = '\x1b[?2026h';
/** Milliseconds between two frames at least: 15 a second, and a timer may be early by one. */
const BETWEEN_FRAMES = 1000 / 15 - 1;

describeInTerminal('what is written', () => {
  it.each(SCREENS)('for a remark in one line is well under a whole frame, $name', async (screen) => {
    const session = openSession(screen.words);
    await session.shows(screen.opened, ...screen.complete);
    await session.still();
    const whole = Math.max(...session.written.split(FRAME).map(({ length }) => length));
    const remarks: number[] = [];
    for (const key of ['Z', 'Y', 'X']) {
      const before = session.written.length;
      session.press(key);
      await session.shows(`no key ${key}`);
      await session.still();
      remarks.push(session.written.length - before);
    }
    // The age of a run, or what was read meanwhile, may be drawn beside one of them.
    expect(Math.min(...remarks)).toBeLessThan(whole / 4);
  });

  it('are no more than 15 frames a second, however fast a replay plays', async () => {
    const session = openSession('replay latest');
    await session.shows('paused');
    session.press('> >');
    await session.still();
    const [written, start] = [session.written.length, performance.now()];
    session.press('space');
    await session.shows(atLeast(25, /day +(\d+)\//));
    session.press('space');
    await session.shows('paused');
    // Written between the first key and now, however late it was read: the time can only be too long.
    const time = performance.now() - start;
    const frames = session.written.slice(written).split(FRAME).length - 1;
    expect(frames).toBeGreaterThan(10);
    // One may be drawn late, as it was due before the first key.
    expect(frames).toBeLessThanOrEqual(time / BETWEEN_FRAMES + 2);
  });

  it('for keys that come faster is every key together, in no more frames', async () => {
    const session = openSession('replay latest');
    await session.shows('paused', ...SCREENS[0].complete.slice(0, 1));
    await session.still();
    const [written, start] = [session.written.length, performance.now()];
    session.press(Array.from({ length: 60 }, (_, k) => (k % 3 < 2 ? 'right' : '.')).join(' '));
    await session.shows(/day +180\//);
    const time = performance.now() - start;
    const frames = session.written.slice(written).split(FRAME).length - 1;
    expect(frames).toBeLessThanOrEqual(time / BETWEEN_FRAMES + 1);
  });
});
