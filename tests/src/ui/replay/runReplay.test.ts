import { describe, expect, it, vi } from 'vitest';
import { openReplay } from '../../../../src/replay/replay.ts';
import type { ReplayServices } from '../../../../src/ui/replay/replayServices.ts';
import { runReplay } from '../../../../src/ui/replay/runReplay.ts';
import { recordedEpisode } from '../../replay/recordedEpisode.ts';
import { FakeInput, FakeOutput, screenOf } from '../fakeTerminal.ts';

const recording = recordedEpisode(200, 60);
const ENTER = '\x1b[?1049h';
const LEAVE = '\x1b[?1049l';

function open({
  altScreen = true,
  isTTY = true,
  command = (day: number, user: number) => `at ${day} ${user}`,
  services = {} as ReplayServices,
} = {}) {
  const stdout = new FakeOutput(100, 30, isTTY);
  const stdin = new FakeInput(isTTY);
  const done = runReplay(openReplay(recording), {
    day: 20,
    user: 7,
    glyphs: 'unicode',
    altScreen,
    command,
    services,
    stdin: stdin.asStream(),
    stdout: stdout.asStream(),
  });
  const screen = () => screenOf(stdout.written, stdout.rows).join('\n');
  const shows = (text: string | RegExp) => vi.waitFor(() => expect(screen()).toMatch(text), 5000);
  return { stdout, stdin, done, screen, shows };
}

const listeners = () =>
  (['SIGINT', 'SIGTERM', 'SIGHUP', 'exit', 'uncaughtExceptionMonitor'] as const).map((event) =>
    process.listenerCount(event),
  );

describe('runReplay()', () => {
  it('follows the keys and gives the terminal back', async () => {
    const before = listeners();
    const { stdin, stdout, done, shows } = open();
    await shows(/day 20\/60/);
    expect(stdin.isRaw).toBe(true);
    stdin.type('.');
    await shows(/day 21\/60/);
    stdin.type('g33\r');
    await shows(/day 33\/60/);
    stdin.type('\x1b[D');
    await shows(/day 28\/60/);
    stdin.type('u12\r');
    await shows(/user 12: /);
    stdin.type('q');
    await done;
    const [drawn, after] = stdout.written.split(LEAVE);
    expect(drawn.startsWith(ENTER)).toBe(true);
    expect(after).toBe(
      '\x1b[?25harchitecture-example/drawn 7f3a, day 28/60, user 12. The same view: at 28 12\n',
    );
    expect(stdin.isRaw).toBe(false);
    expect(listeners()).toEqual(before);
  });

  it('says why the policy cannot be asked where it cannot be loaded', async () => {
    const advisor = () => Promise.reject(new Error('policy.bin is not a snapshot\nof anything'));
    const { stdin, done, shows } = open({ services: { advisor } });
    await shows(/the policy's opinion: the policy cannot be loaded: policy\.bin is not a snapshot *$/m);
    stdin.type('q');
    await done;
  });

  it('obeys no control characters of a folder when it says farewell', async () => {
    const { stdin, stdout, done, shows } = open({ command: () => 'tenure replay a\x1b]0;b\x07c' });
    await shows(/day 20\/60/);
    stdin.type('q');
    await done;
    expect(stdout.written.split(LEAVE)[1]).toMatch(/The same view: tenure replay a \]0;b c\n$/);
  });

  it('plays on its own, and quits with Ctrl-C', async () => {
    const { stdin, done, shows } = open();
    await shows(/paused/);
    stdin.type('>>');
    stdin.type(' ');
    await shows(/day 2[3-9]\/60/);
    stdin.type('\x03');
    await done;
  });

  it('lives the rest of the recording while nobody presses a key', async () => {
    const { stdin, done, screen, shows } = open();
    await shows(/day 20\/60/);
    await vi.waitFor(() => expect(screen()).toMatch(/ left [▁-█]{80,}/), 5000);
    stdin.type('q');
    await done;
  });

  it('follows the size of the terminal', async () => {
    const { stdin, stdout, done, screen, shows } = open();
    await shows(/day 20\/60/);
    stdout.resize(80, 24);
    await shows(/tab panel/);
    await vi.waitFor(() =>
      expect(
        screen()
          .split('\n')
          .every((line) => [...line].length <= 80),
      ).toBe(true),
    );
    stdout.resize(120, 40);
    await shows(/still here/);
    stdin.type('q');
    await done;
  });

  it('draws below the prompt where no alternate screen is wanted', async () => {
    const { stdin, stdout, done, shows } = open({ altScreen: false });
    await shows(/day 20\/60/);
    stdin.type('.q');
    await done;
    expect(stdout.written).not.toContain('1049');
    expect(stdout.written).toContain('\x1b[?25h');
  });

  it('ends as soon as the terminal is gone', async () => {
    const { stdin, done, shows } = open();
    await shows(/day 20\/60/);
    stdin.emit('end');
    await done;
  });

  it('passes on what went wrong, with the terminal given back', async () => {
    const command = (day: number) => {
      if (day === 21) throw new Error('no such day');
      return '';
    };
    const { stdin, stdout, done, shows } = open({ command });
    await shows(/day 20\/60/);
    stdin.type('.');
    await expect(done).rejects.toThrow('no such day');
    expect(stdout.written).toContain(LEAVE);
    expect(stdin.isRaw).toBe(false);
  });

  it('prints text where there is no terminal', async () => {
    const { stdout, done } = open({ isTTY: false });
    await done;
    expect(stdout.written).not.toContain('\x1b');
    expect(stdout.written).toContain('why, day 20');
  });
});
