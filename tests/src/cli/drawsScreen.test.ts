import { afterEach, describe, expect, it, vi } from 'vitest';
import { drawsScreen } from '../../../src/cli/drawsScreen.ts';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

const TTY = { stdin: process.stdin.isTTY, stdout: process.stdout.isTTY };
const REMARK = /^tenure: text is printed, as by --plain: TERM=dumb names .*$/m;

function terminal(stdin: boolean, stdout: boolean, term = 'xterm'): void {
  Object.defineProperty(process.stdin, 'isTTY', { value: stdin, configurable: true, writable: true });
  Object.defineProperty(process.stdout, 'isTTY', { value: stdout, configurable: true, writable: true });
  vi.stubEnv('TERM', term);
}

afterEach(() => {
  terminal(TTY.stdin, TTY.stdout);
  vi.unstubAllEnvs();
});

/** Whether a screen is drawn, and what is remarked. */
function asked(options: { json?: boolean; plain?: boolean } = {}): [boolean, string[]] {
  const notes: string[] = [];
  const output = { json: options.json === true, note: (text: string) => notes.push(text) };
  const invocation = { output, flag: (name: string) => name === 'plain' && options.plain === true };
  return [drawsScreen(invocation as unknown as Parameters<typeof drawsScreen>[0]), notes];
}

describe('drawsScreen()', () => {
  it('is true at a terminal', () => {
    terminal(true, true);
    expect(asked()).toEqual([true, []]);
  });

  it('is false where text or JSON was asked for, and says nothing', () => {
    for (const term of ['xterm', 'dumb']) {
      terminal(true, true, term);
      expect(asked({ plain: true })).toEqual([false, []]);
      expect(asked({ json: true })).toEqual([false, []]);
    }
  });

  it('is false where one side is no terminal, and says nothing, whatever its name', () => {
    for (const [stdin, stdout] of [
      [true, false],
      [false, true],
    ]) {
      terminal(stdin, stdout, 'dumb');
      expect(asked()).toEqual([false, []]);
    }
  });

  it('is false at a dumb terminal, and says why', () => {
    terminal(true, true, 'dumb');
    expect(asked()).toEqual([false, [expect.stringMatching(REMARK)]]);
  });
});

describe('at a dumb terminal', () => {
  const train = (results: string, ...words: string[]) =>
    runMain(
      'train',
      SMALL_SHOP,
      '--users',
      '30',
      '--episodes',
      '2',
      '--held-out',
      '25',
      '--results',
      results,
      ...words,
    );

  it.each([
    ['replay', ['--day', '6', '--user', '3']],
    ['replay', ['--day', '6', '--against', 'none']],
    ['replay', ['--day', '6', '--user', '3', '--fork', 'greet']],
    ['browse', []],
  ])('%s %j prints what --plain prints', async (command, words) => {
    const results = temporaryFolder();
    await train(results);
    terminal(true, true, 'dumb');
    const all = [command, ...words, '--results', results];
    const [dumb, plain] = [await runMain(...all), await runMain(...all, '--plain')];
    expect(dumb.stdout.length).toBeGreaterThan(200);
    expect([dumb.code, dumb.stdout]).toEqual([plain.code, plain.stdout]);
    expect(dumb.stderr).toMatch(REMARK);
    expect(dumb.stderr.replace(REMARK, '').trim()).toBe(plain.stderr.trim());
  });

  it('train prints what --plain prints', async () => {
    terminal(true, true, 'dumb');
    const ended = await train(temporaryFolder());
    expect([ended.code, ended.stdout]).toEqual([0, expect.stringContaining('return')]);
    expect(ended.stdout).not.toContain('\u001b');
    expect(ended.stderr).toMatch(REMARK);
  });
});
