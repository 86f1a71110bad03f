import { describe, expect, it, vi } from 'vitest';
import type { Lesson } from '../../../../src/learn/lesson.ts';
import { LESSONS } from '../../../../src/learn/lessons.ts';
import { NO_PROGRESS, type Progress } from '../../../../src/learn/progress.ts';
import { runLearn } from '../../../../src/ui/learn/runLearn.ts';
import { benchOf } from '../../learn/bench.ts';
import { FakeInput, FakeOutput, screenOf } from '../fakeTerminal.ts';

const ENTER = '\x1b[?1049h';
const LEAVE = '\x1b[?1049l';

function open(
  change: { lessons?: readonly Lesson[]; lesson?: number; progress?: Progress; altScreen?: boolean } = {},
) {
  const { lessons = LESSONS, lesson = 2, progress = NO_PROGRESS, altScreen = true } = change;
  const [stdout, stdin] = [new FakeOutput(80, 24), new FakeInput()];
  const kept: Progress[] = [];
  const done = runLearn({
    lessons,
    progress,
    lesson,
    seed: '1',
    glyphs: 'unicode',
    altScreen,
    benchFor: benchOf,
    keep: (now) => void kept.push(now),
    stdin: stdin.asStream(),
    stdout: stdout.asStream(),
  });
  const screen = () => screenOf(stdout.written, stdout.rows).join('\n');
  const shows = (text: string | RegExp) => vi.waitFor(() => expect(screen()).toMatch(text), 20_000);
  return { stdout, stdin, done, screen, shows, kept };
}

const listeners = () =>
  (['SIGINT', 'SIGTERM', 'SIGHUP', 'exit', 'uncaughtExceptionMonitor'] as const).map((event) =>
    process.listenerCount(event),
  );

describe('runLearn()', () => {
  it('leads through a lesson, keeps every step, and gives the terminal back', async () => {
    const before = listeners();
    const { stdin, stdout, done, shows, kept } = open();
    await shows('worth of somebody in each stage');
    expect(stdin.isRaw).toBe(true);
    stdin.type('\x1b[C');
    await shows(/gamma +0\.7/);
    stdin.type('\r');
    await shows('Nothing has been computed yet');
    stdin.type('\r');
    await shows('first say: gamma 0.7');
    stdin.type('\x1b[C');
    stdin.type('\x1b[B');
    stdin.type('\x1b[C');
    stdin.type('\r');
    await shows('gain of a week of care');
    expect(kept.at(-1)?.lessons['gamma']).toMatchObject({
      step: 'see',
      predictions: { near: 'new', far: 'new' },
    });
    stdin.type('\r');
    await shows('tenure solve warm-and-cold --discount 0.99');
    stdin.type('q');
    await done;
    const [drawn, after] = stdout.written.split(LEAVE);
    expect(drawn.startsWith(ENTER)).toBe(true);
    expect(after).toBe(
      '\x1b[?25hlesson 3, How far to look ahead, at explain. Go on with: tenure learn gamma\n',
    );
    expect(kept.at(-1)).toMatchObject({
      current: 'gamma',
      lessons: { gamma: { step: 'explain', done: true } },
    });
    expect([stdin.isRaw, listeners()]).toEqual([false, before]);
  });

  it('keeps a locked prediction before anything is computed for it', async () => {
    const stuck: Lesson = {
      ...LESSONS[2],
      // biome-ignore lint/correctness/useYield: it fails before there is anything to tell
      *reveal() {
        throw new Error('no reveal');
      },
    };
    const { stdin, stdout, done, shows, kept } = open({ lessons: [stuck], lesson: 0 });
    await shows('worth of somebody');
    for (const key of ['\r', '\x1b[C', '\x1b[B', '\x1b[C', '\r']) stdin.type(key);
    await expect(done).rejects.toThrow('no reveal');
    expect(kept.at(-1)?.lessons['gamma'].predictions).toEqual({ near: 'new', far: 'new' });
    expect(stdout.written).toContain(LEAVE);
    expect(stdin.isRaw).toBe(false);
  });

  it('opens where somebody was, and computes the same again', async () => {
    const own = { seed: '1', step: 'see', settings: { gamma: '0.5' }, done: false, earlier: [] } as const;
    const progress = {
      current: 'gamma',
      lessons: { gamma: { ...own, predictions: { near: 'atRisk', far: 'new' } } },
    };
    const { stdin, done, shows } = open({ progress });
    await shows('You said those at risk, and so');
    stdin.type('\x03');
    await done;
  });

  it('follows the size of the terminal, and ends with it', async () => {
    const { stdin, stdout, done, screen, shows } = open({ altScreen: false });
    await shows('worth of somebody');
    stdout.resize(50, 12);
    await vi.waitFor(() =>
      expect(
        screen()
          .split('\n')
          .every((line) => [...line].length <= 50),
      ).toBe(true),
    );
    stdin.emit('end');
    await done;
    expect(stdout.written).not.toContain('1049');
  });

  it('computes nothing for the list', async () => {
    const { stdin, done, shows } = open();
    await shows('worth of somebody');
    stdin.type('l');
    await shows('1  You are the policy');
    stdin.type('\x1b[B');
    await shows('values spread from where something is earned');
    stdin.type('\r');
    await shows('best steps and values');
    stdin.type('q');
    await done;
  });
});
