import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../../../src/cli/main.ts';
import { smallTraining } from '../../../support/smallTraining.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';
import { FakeInput, FakeOutput, screenOf } from '../fakeTerminal.ts';

const streams = { stdin: process.stdin, stdout: process.stdout };

function replace(name: keyof typeof streams, value: unknown): void {
  Object.defineProperty(process, name, { value, configurable: true });
}

afterEach(() => {
  replace('stdin', streams.stdin);
  replace('stdout', streams.stdout);
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** A folder with a run that is not finished. */
function withRun(): string {
  const results = temporaryFolder();
  const { folder, record } = smallTraining(results);
  folder.write(record);
  return results;
}

/** Runs the program at a terminal. */
function atTerminal(results: string, ...words: string[]) {
  const [stdin, stdout] = [new FakeInput(), new FakeOutput(100, 30)];
  replace('stdin', stdin);
  replace('stdout', stdout);
  vi.stubEnv('TENURE_RESULTS', results);
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const code = main(words);
  const screen = () => screenOf(stdout.written, stdout.rows).join('\n');
  const shows = (text: string | RegExp) => vi.waitFor(() => expect(screen()).toMatch(text), 20_000);
  return { stdin, stdout, stderr, code, shows, screen };
}

describe('tenure alone, at a terminal', () => {
  it('opens the lists where there are runs, and ends with 0 after q', async () => {
    const { stdin, code, shows } = atTerminal(withRun());
    await shows(/tenure browse +RUNS 1 /);
    await shows(/small-shop +q-learning +at 0\/4/);
    stdin.type('q');
    expect(await code).toBe(0);
  });

  it('ends with 130 after Ctrl-C', async () => {
    const { stdin, code, shows } = atTerminal(withRun());
    await shows(/RUNS 1 /);
    stdin.type('\x03');
    expect(await code).toBe(130);
  });

  it('comes back from a lesson after q with the same list and lesson, and ends with 130 after Ctrl-C in one', async () => {
    const { stdin, code, shows } = atTerminal(withRun());
    await shows(/RUNS 1 /);
    stdin.type('3');
    await shows(/LESSONS 0\/9/);
    stdin.type('\x1b[B');
    await shows(/▶ {2}2 bandit/);
    stdin.type('\r');
    await shows(/tenure learn +2/);
    stdin.type('q');
    await shows(/LESSONS 0\/9 DONE[\s\S]*▶ {2}2 bandit/);
    stdin.type('\r');
    await shows(/tenure learn +2/);
    stdin.type('\x03');
    expect(await code).toBe(130);
  });

  it('replays a scenario under its first rule and comes back', async () => {
    const { stdin, stderr, code, shows } = atTerminal(withRun());
    await shows(/RUNS 1 /);
    stdin.type('2');
    stdin.type('/hidden-taste\r');
    await shows(/▶ {2}hidden-taste/);
    stdin.type('\r');
    await shows(/tenure replay +hidden-taste under popularWeekly/);
    expect(stderr.mock.calls).toEqual([['hidden-taste: playing popularWeekly on 2,000 users\n']]);
    stdin.type('q');
    await shows(/SCENARIOS 1 OF 24[\s\S]*▶ {2}hidden-taste/);
    stdin.type('q');
    expect(await code).toBe(0);
  });

  it('tells what went wrong in what was opened, and goes on', async () => {
    const results = withRun();
    const { stdin, code, shows } = atTerminal(results);
    await shows(/RUNS 1 /);
    // The run's scenario file is missing.
    stdin.type('\r');
    await shows(/scenario\.yaml: there is no such file/);
    await shows(/▶ {2}small-shop/);
    stdin.type('q');
    expect(await code).toBe(0);
  });

  it('shows a run that cannot be read as one', async () => {
    const results = withRun();
    const { folder } = smallTraining(results, { seed: '2' });
    folder.write(smallTraining(results, { seed: '2' }).record);
    writeFileSync(join(folder.path, 'run.json'), '{');
    const { stdin, code, shows } = atTerminal(results, 'browse');
    await shows(/small-shop +q-learning +cannot be read: run\.json is not a tenure\.run\/1 record/);
    stdin.type('q');
    expect(await code).toBe(0);
  });
});
