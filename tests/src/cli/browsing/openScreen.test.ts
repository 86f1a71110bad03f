import { describe, expect, it, vi } from 'vitest';
import { openScreen } from '../../../../src/cli/browsing/openScreen.ts';
import type { Invocation } from '../../../../src/cli/command.ts';
import { listRuns } from '../../../../src/experiment/runFolder.ts';
import { SMALL_SHOP } from '../../../support/smallShop.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';

const QUICK = ['--users', '20', '--episodes', '2', '--held-out', '10'];

/** Opens something with its words kept from the terminal. */
async function opened(results: string, ...words: string[]) {
  const stdout = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const stderr = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const browse = {
    text: (name: string) => (name === 'results' ? results : 'unicode'),
    flag: () => false,
    origin: (name: string) => (name === 'results' ? 'flag' : 'default'),
  } as Partial<Invocation> as Invocation;
  try {
    const outcome = await openScreen(words, browse);
    return { ...outcome, stderr: stderr.mock.calls.map(([text]) => String(text)).join('') };
  } finally {
    stdout.mockRestore();
    stderr.mockRestore();
  }
}

describe('openScreen()', () => {
  it('trains in the folder of the lists, and says what became of the run', async () => {
    const results = temporaryFolder();
    const { code, message } = await opened(results, 'train', SMALL_SHOP, ...QUICK);
    const [run] = listRuns(results);
    expect([code, message]).toEqual([0, `${run.label} is finished`]);
    const again = await opened(results, 'train', SMALL_SHOP, ...QUICK);
    expect([again.code, again.message]).toEqual([0, 'this run is already there; --fresh trains it again']);
  });

  it('tells what went wrong, in a line and on stderr', async () => {
    const { code, message, stderr } = await opened(temporaryFolder(), 'replay', 'latest');
    expect([code, message]).toEqual([
      2,
      expect.stringMatching(/^there are no runs in .*; make one with tenure train$/),
    ]);
    expect(stderr).toBe(`tenure: ${message}\n`);
  });
});
