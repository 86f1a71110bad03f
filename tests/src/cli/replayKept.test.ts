import { describe, expect, it } from 'vitest';
import { runMain } from '../../support/runMain.ts';
import { SMALL_SHOP } from '../../support/smallShop.ts';
import { temporaryFolder } from '../../support/temporaryFolder.ts';

async function trained(): Promise<(...words: string[]) => ReturnType<typeof runMain>> {
  const results = temporaryFolder();
  const words = ['--users', '30', '--episodes', '3', '--held-out', '60', '--results', results];
  await runMain('train', SMALL_SHOP, ...words);
  return (...more) => runMain('replay', 'latest', '--results', results, ...more, '--kept');
}

interface Document {
  readonly schema: string;
  readonly day: number;
  readonly leavers: readonly { readonly user: number }[];
}

describe('tenure replay --kept', () => {
  it('prints who could have been kept of those who left on a day, and gives it to programs', async () => {
    const replay = await trained();
    const documentOf = async (...words: string[]): Promise<Document> =>
      JSON.parse((await replay(...words, '--json')).stdout);
    const { code, stdout, stderr } = await replay('--day', '5', '--plain');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).not.toContain('\u001b');
    const document = await documentOf('--day', '5');
    const { leavers } = document;
    expect(document).toMatchObject({ schema: 'tenure.kept/1', kind: 'searched', day: 5, from: 1, until: 12 });
    expect(leavers.length).toBeGreaterThan(1);
    expect(stdout).toContain(`Of ${leavers.length} who left on day 5, with the same luck: `);
    expect(stdout).toContain('Chosen by hindsight');
    const [{ user }] = leavers;
    expect((await replay('--user', `${user}`)).stdout).toContain(`User ${user} left on day 5. Of `);
    expect((await documentOf('--user', `${user}`)).leavers).toEqual(leavers.slice(0, 1));
  });

  it('says why there is nothing to print', async () => {
    const replay = await trained();
    const { code, stdout } = await replay('--day', '0');
    expect(code).toBe(0);
    expect(stdout).toMatch(/nobody left on day 0; on day \d+, the nearest, \d+ did/);
  });

  it.each([
    [[], '--kept needs --day, on which they left, or --user, who left'],
    [
      ['--day', '5', '--user', '3'],
      '--kept is about all who left on --day, or about --user; give one of them',
    ],
    [['--day', '5', '--fork', 'greet', '--user', '3'], '--kept prints a list of its own; leave out --fork'],
    [['--fork', 'greet'], '--kept prints a list of its own; leave out --fork'],
    [['--fork', 'great'], '--kept prints a list of its own; leave out --fork'],
    [['--save', 'x.png'], '--kept prints a list of its own; leave out --save'],
    [['--day', '5', '--against', 'none'], '--kept prints a list of its own; leave out --against'],
    [['--day', '99'], '--day: this run has days 0 to 12, got 99'],
  ])('refuses %j', async (words, reason) => {
    const { code, stderr } = await (await trained())(...words);
    expect(code).toBe(2);
    expect(stderr).toContain(reason);
  });
});
