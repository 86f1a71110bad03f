import { describe, expect, it, vi } from 'vitest';
import type { TrainingEvent } from '../../../../src/training/trainingEvent.ts';
import { historyAfter } from '../../../../src/training/trainingHistory.ts';
import type { Picture } from '../../../../src/ui/picture/savePicture.ts';
import { runTrain } from '../../../../src/ui/train/runTrain.ts';
import type { TrainingFeed } from '../../../../src/ui/train/trainingFeed.ts';
import { FakeInput, FakeOutput, screenOf } from '../fakeTerminal.ts';
import { finished, goingWell } from './madeScreen.ts';

const ENTER = '\x1b[?1049h';
const LEAVE = '\x1b[?1049l';

/** A training that is told by the test what happens in it. */
class MadeFeed implements TrainingFeed {
  #history = goingWell();
  #failed = false;
  readonly #listeners = new Set<() => void>();
  readonly asked: string[] = [];
  history = () => this.#history;
  hasFailed = () => this.#failed;
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  pause = (paused: boolean) => void this.asked.push(paused ? 'pause' : 'go on');
  evaluate = () => void this.asked.push('evaluate');
  holdAfterEpisode = () => void this.asked.push('hold after episode');

  tell(event: TrainingEvent): void {
    this.#history = historyAfter(this.#history, event);
    this.#all();
  }

  finish(): void {
    this.#history = finished();
    this.#all();
  }

  fail(): void {
    this.#failed = true;
    this.#all();
  }

  #all(): void {
    for (const listener of this.#listeners) listener();
  }
}

function open({ altScreen = true } = {}) {
  const stdout = new FakeOutput(100, 30);
  const stdin = new FakeInput();
  const feed = new MadeFeed();
  const abort = new AbortController();
  const saved: Picture[] = [];
  const stopped = vi.fn();
  const done = runTrain(feed, {
    glyphs: 'unicode',
    altScreen,
    save: (picture) => `picture-${saved.push(picture)}.svg`,
    stdin: stdin.asStream(),
    stdout: stdout.asStream(),
    signal: abort.signal,
    onStopped: stopped,
  });
  const screen = () => screenOf(stdout.written, stdout.rows).join('\n');
  const shows = (text: string | RegExp) => vi.waitFor(() => expect(screen()).toMatch(text), 5000);
  return { stdout, stdin, feed, abort, saved, stopped, done, shows };
}

const listeners = () =>
  (['SIGINT', 'SIGTERM', 'SIGHUP', 'exit', 'uncaughtExceptionMonitor'] as const).map((event) =>
    process.listenerCount(event),
  );

describe('runTrain()', () => {
  it('quits with S once the present episode is finished', async () => {
    const { stdin, feed, done, shows } = open();
    await shows(/episode 13\/30/);
    stdin.type('S');
    await shows(/quits when episode 13 is finished and written/);
    await vi.waitFor(() => expect(feed.asked).toContain('hold after episode'));
    feed.tell({ kind: 'day', day: 12 * 180 + 91, figures: {} });
    await shows(/episode 13\/30/);
    feed.tell({ kind: 'episode', metrics: { ...goingWell().episodes[11], episode: 13 } });
    expect(await done).toBe('quit');
  });

  it('shows what happens, passes on what is asked for, and gives the terminal back', async () => {
    const before = listeners();
    const { stdin, stdout, feed, done, shows } = open();
    await shows(/episode 13\/30/);
    expect(stdin.isRaw).toBe(true);
    stdin.type(' ');
    await shows(/paused {3}episode 13/);
    stdin.type(' e');
    await shows(/the greedy policy is played at the end of episode 13/);
    await vi.waitFor(() => expect(feed.asked).toEqual(['go on', 'pause', 'go on', 'evaluate']));
    const { episodes } = goingWell();
    feed.tell({ kind: 'episode', metrics: { ...episodes[11], episode: 13 } });
    await shows(/checkpoint 13 {3}learning {3}episode 14\/30/);
    stdin.type('q');
    expect(await done).toBe('quit');
    expect(stdout.written.startsWith(ENTER)).toBe(true);
    expect(stdout.written.endsWith(`${LEAVE}\x1b[?25h`)).toBe(true);
    expect(stdin.isRaw).toBe(false);
    expect(listeners()).toEqual(before);
  });

  it('stays with the result until a key, and tells that a replay is wanted', async () => {
    const { stdin, feed, done, shows } = open();
    await shows(/episode 13\/30/);
    stdin.type('r');
    await shows(/a run can be replayed when its training is finished/);
    feed.finish();
    await shows(/earns more than the rule marketer/);
    stdin.type('r');
    expect(await done).toBe('replay');
  });

  it('tells Ctrl-C from quitting', async () => {
    const { stdin, done, shows } = open();
    await shows(/episode 13\/30/);
    stdin.type('\x03');
    expect(await done).toBe('interrupted');
  });

  it('ends where the training fails', async () => {
    const { feed, done, shows, stdout } = open();
    await shows(/episode 13\/30/);
    feed.fail();
    expect(await done).toBe('quit');
    expect(stdout.written.endsWith(`${LEAVE}\x1b[?25h`)).toBe(true);
  });

  it('gives the terminal back at once where the process is told to end, and only then says so', async () => {
    const { stdin, stdout, abort, stopped, done, shows } = open();
    await shows(/episode 13\/30/);
    stopped.mockImplementation(() => expect(stdout.written.endsWith(`${LEAVE}\x1b[?25h`)).toBe(true));
    abort.abort();
    expect(stopped).toHaveBeenCalledOnce();
    stdin.type('q');
    await done;
  });

  it('saves the screen as it is', async () => {
    const { stdin, saved, done, shows } = open();
    await shows(/episode 13\/30/);
    stdin.type('s');
    await shows(/saved picture-1\.svg/);
    expect(saved[0]).toMatchObject({ name: 'coupon-trap-dqn-episode-12', columns: 100 });
    expect(saved[0].rows).toHaveLength(29);
    stdin.type('q');
    await done;
  });

  it('draws below the prompt where no alternate screen is wanted, and follows the size of the terminal', async () => {
    const { stdin, stdout, done, shows } = open({ altScreen: false });
    await shows(/episode 13\/30/);
    stdout.resize(80, 24);
    await shows(/tab panel/);
    stdin.type('q');
    await done;
    expect(stdout.written).not.toContain('1049');
  });
});
