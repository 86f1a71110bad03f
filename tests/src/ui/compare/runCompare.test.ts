import { describe, expect, it, vi } from 'vitest';
import { type RunCompareOptions, runCompare } from '../../../../src/ui/compare/runCompare.ts';
import type { Picture } from '../../../../src/ui/picture/savePicture.ts';
import { FakeInput, FakeOutput, screenOf } from '../fakeTerminal.ts';
import { unlivedPair } from './examplePair.ts';

const LEAVE = '\x1b[?1049l';

function open(options: Partial<RunCompareOptions> & { isTTY?: boolean } = {}) {
  const { isTTY = true, ...more } = options;
  const stdout = new FakeOutput(100, 30, isTTY);
  const stdin = new FakeInput(isTTY);
  const pair = unlivedPair(200);
  const done = runCompare(pair, {
    day: 41,
    glyphs: 'unicode',
    altScreen: true,
    command: (day, user) => `at ${day} ${user}`,
    stdin: stdin.asStream(),
    stdout: stdout.asStream(),
    ...more,
  });
  const screen = () => screenOf(stdout.written, stdout.rows).join('\n');
  const shows = (text: string | RegExp) => vi.waitFor(() => expect(screen()).toMatch(text), 5000);
  return { stdout, stdin, done, shows, pair };
}

describe('runCompare()', () => {
  it('lives both, follows the keys and gives the terminal back', async () => {
    const { stdin, stdout, done, shows, pair } = open();
    await shows(/paused {3}day 41\/90/);
    stdin.type('.');
    await shows(/day 42\/90/);
    await vi.waitFor(() => expect(pair.livedDays).toBe(90), 5000);
    stdin.type('\t');
    await shows(/users who gained most in A/);
    stdin.type('\r');
    await shows(/why day \d+ went as it did/);
    stdin.type('u17\r');
    await shows(/user 17, /);
    stdin.type('\x1b');
    await shows(/day 42\/90/);
    stdin.type('x');
    await shows(/A coupon {2}B message/);
    stdin.type('q');
    expect(await done).toBe('quit');
    const [, after] = stdout.written.split(LEAVE);
    expect(after).toBe(
      '\x1b[?25hA architecture-example message 7f3a, B coupon, day 42/90. The same view: at 42 undefined\n',
    );
    expect(stdin.isRaw).toBe(false);
  });

  it('obeys no control characters of a label or a folder when it says farewell', async () => {
    const { stdin, stdout, done, shows } = open({ command: () => 'tenure compare a\x1b]0;b\x07c' });
    await shows(/day 41\/90/);
    stdin.type('q');
    await done;
    expect(stdout.written.split(LEAVE)[1]).toMatch(/The same view: tenure compare a \]0;b c\n$/);
  });

  it('begins with both lives of a user where one is given, and says how it was left', async () => {
    const { stdin, done, shows } = open({ user: 12 });
    await shows(/user 12, /);
    stdin.type('\x03');
    expect(await done).toBe('interrupted');
  });

  it('keeps pictures and says where, or why not', async () => {
    const kept: Picture[] = [];
    const save = (picture: Picture) => {
      if (kept.push(picture) > 1) throw new Error('no room left');
      return 'tenure-picture.svg';
    };
    const { stdin, done, shows } = open({ save });
    await shows(/paused {3}day 41\/90/);
    stdin.type('s');
    await shows(/saved tenure-picture\.svg/);
    expect(kept[0]).toMatchObject({
      name: 'architecture-example-message 7f3a-against-coupon-day-41',
      columns: 100,
    });
    expect(kept[0].rows).toHaveLength(29);
    stdin.type('s');
    await shows(/no room left/);
    stdin.type('q');
    await done;
  });

  it('prints text where there is no terminal', async () => {
    const { stdout, done } = open({ isTTY: false });
    await done;
    expect(stdout.written).not.toContain('\x1b');
    expect(stdout.written).toContain('users who gained most in A');
  });
});
