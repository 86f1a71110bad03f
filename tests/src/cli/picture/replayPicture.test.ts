import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { processOutput } from '../../../../src/cli/output.ts';
import { saveReplayPicture } from '../../../../src/cli/picture/saveReplayPicture.ts';
import type { Replay } from '../../../../src/replay/replay.ts';
import { runMain } from '../../../support/runMain.ts';
import { SMALL_SHOP } from '../../../support/smallShop.ts';
import { temporaryFolder } from '../../../support/temporaryFolder.ts';
import { elementsIn, parseXml, textIn } from '../../../support/xml.ts';

/** A folder with a run of 25 users and 12 days. */
async function trained(): Promise<string> {
  const folder = temporaryFolder();
  const words = ['--users', '30', '--episodes', '3', '--held-out', '25', '--results', folder];
  await runMain('train', SMALL_SHOP, ...words);
  return folder;
}

const replay = (folder: string, ...words: string[]) => runMain('replay', '--results', folder, ...words);

describe('tenure replay --save', () => {
  it('writes the screen of a day as a picture, the same bytes every time', async () => {
    const folder = await trained();
    const file = join(folder, 'new', 'picture.svg');
    const words = ['--day', '5', '--user', '3', '--save', file];
    const { code, stdout, stderr } = await replay(folder, ...words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^saved .*picture\.svg \(\d+ kB\)\n$/);
    const svg = readFileSync(file, 'utf8');
    const [root, title, description] = elementsIn(parseXml(svg));
    expect(root.attributes).toMatchObject({ width: '832', height: '496' });
    expect(textIn(title)).toMatch(/^small-shop q-learning .*, day 5, user 3$/);
    expect(textIn(description)).toMatch(/day +5\/12/);
    await replay(folder, ...words);
    expect(readFileSync(file, 'utf8')).toBe(svg);
    expect(readdirSync(join(folder, 'new'))).toEqual(['picture.svg']);
  });

  it('writes the same as text where the file ends so, as large as asked for', async () => {
    const folder = await trained();
    const file = join(folder, 'picture.TXT');
    await replay(folder, '--save', file, '--columns', '70', '--rows', '24');
    const lines = readFileSync(file, 'utf8').split('\n');
    expect(lines).toHaveLength(24);
    expect(lines[0]).toMatch(/day +12\/12$/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(70);
  });

  it('makes a film of days, and tells a program about it', async () => {
    const folder = await trained();
    const file = join(folder, 'film.svg');
    const { stdout } = await replay(
      folder,
      '--save',
      file,
      '--day',
      '2',
      '--until',
      '9',
      '--every',
      '3',
      '--json',
    );
    const svg = readFileSync(file, 'utf8');
    expect(JSON.parse(stdout)).toEqual({ schema: 'tenure.picture/1', file, bytes: Buffer.byteLength(svg) });
    const texts = elementsIn(parseXml(svg)).filter(({ name }) => name === 'text');
    const days = texts.map(textIn).flatMap((text) => /^(?:day )?(\d+)\/12$/.exec(text)?.[1] ?? []);
    expect(days).toEqual(['2', '5', '8', '9']);
    // Three days at four a second are three quarters of a second each, and the last one rests for two more.
    expect(svg).toContain('g{animation:5s step-end infinite}');
  });

  it('draws with ASCII only where asked', async () => {
    const folder = await trained();
    const file = join(folder, 'picture.txt');
    await replay(folder, '--save', file, '--glyphs', 'ascii');
    expect(readFileSync(file, 'utf8')).toMatch(/^[\n -~]+$/);
  });

  it('says what is wrong with a request and writes nothing', async () => {
    const folder = await trained();
    const file = join(folder, 'picture.svg');
    const refused = async (...words: string[]) => {
      const { code, stdout, stderr } = await replay(folder, ...words);
      expect([code, stdout]).toEqual([2, '']);
      return stderr;
    };
    expect(await refused('--save', 'picture.png')).toBe(
      'tenure: --save: expected a file that ends in .svg or .txt, got "picture.png"\n',
    );
    expect(await refused('--save', '.svg')).toContain('got ".svg"');
    expect(await refused('--save', 'a.txt', '--until', '9')).toBe(
      'tenure: --until makes a film, which is an .svg; --save got "a.txt"\n',
    );
    expect(await refused('--columns', '90')).toBe('tenure: --columns goes with --save FILE\n');
    expect(await refused('--save', file, '--every', '2')).toContain('--every goes with --until DAY');
    expect(await refused('--save', file, '--day', '5', '--until', '13')).toBe(
      'tenure: --until: expected a day from 6 to 12, got 13\n',
    );
    expect(await refused('--save', file, '--day', '12', '--until', '12')).toBe(
      'tenure: --until: expected a --day before the last one, got 12\n',
    );
    expect(await refused('--save', file, '--rows', '3')).toContain('--rows: expected a whole number from 10');
    expect(existsSync(file)).toBe(false);
  });

  it('refuses a film of more pictures than a page can bear, and says how many days apart they may be', () => {
    const subject = { day: 1, user: 0, glyphs: 'unicode' } as const;
    const film = { until: 1000, every: 2 };
    const request = { file: 'film.svg', format: 'svg', size: { columns: 80, rows: 24 }, film } as const;
    const save = () => saveReplayPicture({ days: 1000 } as Replay, subject, request, processOutput(false));
    expect(save).toThrow('a film has at most 400 pictures; expected at least 3 for these days, got 2');
    expect(existsSync('film.svg')).toBe(false);
  });

  it('fails with the reason where the file cannot be written', async () => {
    const folder = await trained();
    mkdirSync(join(folder, 'taken.svg'));
    writeFileSync(join(folder, 'file'), '');
    const failed = async (file: string) => {
      const { code, stdout, stderr } = await replay(folder, '--save', file);
      expect([code, stdout]).toEqual([1, '']);
      return stderr;
    };
    const [taken, below] = [join(folder, 'taken.svg'), join(folder, 'file', 'a.svg')];
    expect(await failed(taken)).toBe(`tenure: ${taken} cannot be written: this is a folder, not a file\n`);
    expect(await failed(below)).toBe(
      `tenure: ${below} cannot be written: part of this path is not a folder\n`,
    );
    expect(readdirSync(folder).filter((name) => name.includes('.tmp'))).toEqual([]);
  });
});
