import { describe, expect, it, vi } from 'vitest';
import type { BrowseLists } from '../../../../src/ui/browse/browseLists.ts';
import { type BrowseState, comeBack, initialBrowseState } from '../../../../src/ui/browse/browseState.ts';
import { runBrowse } from '../../../../src/ui/browse/runBrowse.ts';
import { clipboardCode } from '../../../../src/ui/clipboardCode.ts';
import { FakeInput, FakeOutput, screenOf } from '../fakeTerminal.ts';
import { NOW, RUNS, readRun, run, SCENARIOS, someLists } from './someLists.ts';

const ENTER = '\x1b[?1049h';
const LEAVE = '\x1b[?1049l';

function open(lists: BrowseLists = someLists(), initial: BrowseState = initialBrowseState(lists)) {
  const stdout = new FakeOutput(100, 30);
  const stdin = new FakeInput();
  const done = runBrowse({
    lists,
    initial,
    glyphs: 'unicode',
    altScreen: true,
    now: NOW,
    stdin: stdin.asStream(),
    stdout: stdout.asStream(),
  });
  const screen = () => screenOf(stdout.written, stdout.rows).join('\n');
  const shows = (text: string | RegExp) => vi.waitFor(() => expect(screen()).toMatch(text), 5000);
  return { stdout, stdin, done, screen, shows };
}

describe('runBrowse()', () => {
  it('ends with what is to be opened, and with the terminal given back', async () => {
    const { stdin, stdout, done, shows } = open();
    await shows(/RUNS 5/);
    expect(stdin.isRaw).toBe(true);
    stdin.type('/dqn\r');
    await shows(/RUNS 2 OF 5/);
    stdin.type('\r');
    const { leaving, state } = await done;
    expect([leaving, state.open]).toEqual(['quit', ['train', '--resume', RUNS[3].key]]);
    expect(stdout.written.startsWith(ENTER)).toBe(true);
    expect(stdout.written.endsWith(`${LEAVE}\x1b[?25h`)).toBe(true);
    expect(stdin.isRaw).toBe(false);
  });

  it('copies the command once that y shows', async () => {
    const { stdin, stdout, done, shows } = open();
    await shows(/RUNS 5/);
    stdin.type('y');
    await shows(/^tenure train coupon-trap --seed 1$/m);
    stdin.type('yq');
    await done;
    expect(stdout.written.split(clipboardCode('tenure train coupon-trap --seed 1'))).toHaveLength(2);
  });

  it('goes on where somebody was', async () => {
    const first = open();
    await first.shows(/RUNS 5/);
    first.stdin.type('2\x1b[B\r');
    const { state } = await first.done;
    const { stdin, done, screen, shows } = open(someLists(), comeBack(state, 'that was it'));
    await shows(/▶ {2}cliff-walking/);
    expect(screen()).toContain(' that was it');
    stdin.type('q');
    expect((await done).state.open).toBeUndefined();
  });

  it('tells q from Ctrl-C and from a terminal that is gone', async () => {
    const { stdin, done, shows } = open();
    await shows(/RUNS 5/);
    stdin.type('q');
    expect((await done).leaving).toBe('quit');
    const interrupted = open();
    await interrupted.shows(/RUNS 5/);
    interrupted.stdin.type('/a\x03');
    expect((await interrupted.done).leaving).toBe('interrupted');
    const gone = open();
    await gone.shows(/RUNS 5/);
    gone.stdin.emit('end');
    expect((await gone.done).leaving).toBe('interrupted');
  });

  it('reads what is on the screen first, and the rest while no key is pressed', async () => {
    const runs = Array.from({ length: 500 }, (_, k) => run(`a/b/c/${k}`, readRun({ seed: String(k % 2) })));
    const lists = { ...someLists({ scenarios: [] }), runs, scenarios: SCENARIOS };
    const known = () => runs.filter((listed) => listed.known).length;
    const { stdin, done, shows } = open(lists);
    expect(known()).toBe(0);
    await shows(/RUNS 500/);
    await vi.waitFor(() => expect(known()).toBe(500), 5000);
    stdin.type('q');
    await done;
  });

  it('leaves nothing behind on the streams, however often it is opened', async () => {
    const stdout = new FakeOutput(100, 30);
    const lists = someLists();
    const initial = initialBrowseState(lists);
    for (let time = 0; time < 3; time++) {
      const stdin = new FakeInput();
      const from = stdout.written.length;
      const screen = { glyphs: 'unicode', altScreen: true, now: NOW } as const;
      const streams = { stdin: stdin.asStream(), stdout: stdout.asStream() };
      const done = runBrowse({ lists, initial, ...screen, ...streams });
      await vi.waitFor(() => expect(stdout.written.slice(from)).toContain('RUNS 5'), 5000);
      stdin.type('q');
      await done;
      // One stays, for what is written after the terminal is gone.
      expect([stdout.listenerCount('error'), stdout.listenerCount('resize')]).toEqual([1, 0]);
    }
  });
});
